-- A toewijzing of a volume in total that its lines together exceed; lines that are not judged anew
-- are in the mart already.
--
-- columns
--   wet                 VARCHAR
--   aanbieder           VARCHAR
--   toewijzing_nummer   BIGINT
-- grain: wet, aanbieder, toewijzing_nummer
WITH begrensd AS (
    SELECT
        w.wet,
        w.aanbieder,
        w.toewijzing_nummer,
        w.eenheid,
        w.volume
    FROM toewijzing AS w
    SEMI JOIN raakt_lijn AS t ON w.toewijzing_nummer = t.toewijzing_nummer
    WHERE w.frequentie = '6'
),

-- Lines that stand: those judged now, and the others of the same toewijzingen.
geleverd AS (
    SELECT
        t.wet,
        t.aanbieder,
        t.toewijzing_nummer,
        t.eenheid,
        CASE t.debet_credit WHEN 'C' THEN -1 ELSE 1 END * sign(t.bedrag) * t.volume AS volume
    FROM raakt_lijn AS t
    WHERE NOT t.afgewezen
    UNION ALL
    SELECT
        g.wet,
        g.aanbieder,
        g.toewijzing_nummer,
        g.eenheid,
        sign(g.bedrag) * g.volume AS volume
    FROM regel AS g
    SEMI JOIN begrensd AS b ON g.toewijzing_nummer = b.toewijzing_nummer
    ANTI JOIN raakt_regel AS r ON g.sleutel = r.sleutel
    WHERE g.status <> 'afgewezen'
)

SELECT
    b.wet::VARCHAR AS wet,
    b.aanbieder::VARCHAR AS aanbieder,
    b.toewijzing_nummer::BIGINT AS toewijzing_nummer
FROM begrensd AS b
INNER JOIN geleverd AS g
    ON
        b.wet = g.wet AND b.aanbieder = g.aanbieder
        AND b.toewijzing_nummer = g.toewijzing_nummer AND b.eenheid = g.eenheid
GROUP BY b.wet, b.aanbieder, b.toewijzing_nummer, b.volume
HAVING sum(g.volume) > b.volume
ORDER BY b.wet, b.aanbieder, b.toewijzing_nummer
