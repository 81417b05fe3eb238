-- A toewijzing of a volume in total, or of a budget, that its lines together exceed; lines that are
-- not judged anew are in the mart already.
--
-- columns
--   wet                 VARCHAR
--   aanbieder           VARCHAR
--   toewijzing_nummer   BIGINT
--   volume              BOOLEAN    they exceed the volume
--   budget              BOOLEAN    they exceed the budget
-- grain: wet, aanbieder, toewijzing_nummer
WITH begrensd AS (
    SELECT
        w.wet,
        w.aanbieder,
        w.toewijzing_nummer,
        w.eenheid,
        CASE WHEN w.frequentie = '6' THEN w.volume END AS volume,
        w.budget
    FROM toewijzing AS w
    SEMI JOIN raakt_lijn AS t ON w.toewijzing_nummer = t.toewijzing_nummer
    WHERE w.frequentie = '6' OR w.budget IS NOT NULL
),

-- Lines that stand: those judged now, and the others of the same toewijzingen.
geleverd AS (
    SELECT
        t.wet,
        t.aanbieder,
        t.toewijzing_nummer,
        t.eenheid,
        CASE t.debet_credit WHEN 'C' THEN -1 ELSE 1 END * sign(t.bedrag) * t.volume AS volume,
        CASE t.debet_credit WHEN 'C' THEN -t.bedrag ELSE t.bedrag END AS bedrag
    FROM raakt_lijn AS t
    WHERE NOT t.afgewezen
    UNION ALL
    SELECT
        g.wet,
        g.aanbieder,
        g.toewijzing_nummer,
        g.eenheid,
        sign(g.bedrag) * g.volume AS volume,
        g.bedrag
    FROM regel AS g
    SEMI JOIN begrensd AS b ON g.toewijzing_nummer = b.toewijzing_nummer
    ANTI JOIN raakt_regel AS r ON g.sleutel = r.sleutel
    WHERE g.status <> 'afgewezen'
),

samen AS (
    SELECT
        b.wet,
        b.aanbieder,
        b.toewijzing_nummer,
        sum(g.volume) FILTER (WHERE g.eenheid = b.eenheid) > b.volume AS volume,
        sum(g.bedrag) > b.budget AS budget
    FROM begrensd AS b
    INNER JOIN geleverd AS g
        ON
            b.wet = g.wet AND b.aanbieder = g.aanbieder
            AND b.toewijzing_nummer = g.toewijzing_nummer
    GROUP BY b.wet, b.aanbieder, b.toewijzing_nummer, b.volume, b.budget
)

SELECT
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    coalesce(s.volume, FALSE)::BOOLEAN AS volume,
    coalesce(s.budget, FALSE)::BOOLEAN AS budget
FROM samen AS s
WHERE s.volume OR s.budget
ORDER BY s.wet, s.aanbieder, s.toewijzing_nummer
