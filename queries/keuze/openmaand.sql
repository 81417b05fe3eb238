-- A month of a year in which a toewijzing runs and of which no line stands yet.
--
-- params
--   jaar                INTEGER   calendar year of delivery
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   maand               DATE      first day
--   eerste_dag          DATE      the first day on which it runs in the month
--   dagen               BIGINT    on which it runs in the month
-- grain: wet, toewijzing_nummer, maand
WITH periode AS (
    SELECT
        i.wet,
        i.toewijzing_nummer,
        i.aanbieder,
        greatest(i.van, make_date($jaar::INTEGER, 1, 1)) AS van,
        least(i.tot, make_date($jaar::INTEGER, 12, 31), b.laatste_dag) AS tot
    FROM inzet AS i
    LEFT JOIN begrensd AS b
        ON
            i.wet = b.wet AND i.toewijzing_nummer = b.toewijzing_nummer
            AND b.ineens AND b.einddatum IS NULL
    WHERE
        i.van <= make_date($jaar::INTEGER, 12, 31) AND i.tot >= make_date($jaar::INTEGER, 1, 1)
),

gehad AS (
    SELECT
        u.wet,
        u.toewijzing_nummer,
        u.aanbieder,
        bit_or(u.maanden_staand) AS maanden
    FROM uitgave_jaar AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wet, u.toewijzing_nummer, u.aanbieder
),

maanden AS (
    SELECT
        p.*,
        unnest(range(month(p.van), month(p.tot) + 1))::INTEGER AS maand,
        coalesce(g.maanden, 0) AS gehad
    FROM periode AS p
    LEFT JOIN gehad AS g
        ON
            p.wet = g.wet AND p.toewijzing_nummer = g.toewijzing_nummer
            AND p.aanbieder = g.aanbieder
    WHERE p.van <= p.tot
),

loopt AS (
    SELECT
        m.wet,
        m.toewijzing_nummer,
        make_date($jaar::INTEGER, m.maand, 1) AS maand,
        m.van,
        m.tot
    FROM maanden AS m
    WHERE m.gehad & (1 << (m.maand - 1)) = 0
)

SELECT
    l.wet::VARCHAR AS wet,
    l.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    l.maand::DATE AS maand,
    min(greatest(l.van, l.maand))::DATE AS eerste_dag,
    sum(least(l.tot, last_day(l.maand)) - greatest(l.van, l.maand) + 1)::BIGINT AS dagen
FROM loopt AS l
GROUP BY l.wet, l.toewijzing_nummer, l.maand
