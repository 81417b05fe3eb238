-- What was declared under a plafond for the care of one month.
--
-- params
--   jaar            INTEGER        calendar year of delivery
--   plafond         VARCHAR        the code of a plafond
-- columns
--   maand           DATE           first day of the month; all months of the plafond in the year
--   clienten        BIGINT         persons
--   ingediend       DECIMAL(18,2)  money of clienten
--   toegekend       DECIMAL(18,2)  money of clienten
--   gebruikt        DECIMAL(18,2)  money of clienten; ingediend without what was rejected
-- grain: maand
WITH maanden AS (
    SELECT
        unnest(
            generate_series(date_trunc('month', p.van), p.tot::TIMESTAMP, INTERVAL 1 MONTH)
        ) AS maand
    FROM plafondjaar($jaar) AS p
    WHERE p.code = $plafond::VARCHAR
),

artikel AS (
    SELECT a.*
    FROM plafondartikel($jaar) AS a
    WHERE a.code = $plafond::VARCHAR
),

gebruik AS (
    SELECT
        r.maand,
        count(DISTINCT r.client_id) AS clienten,
        sum(r.bedrag) AS ingediend,
        sum(r.bedrag) FILTER (WHERE r.status = 'toegekend') AS toegekend,
        sum(r.bedrag) FILTER (WHERE r.status <> 'afgewezen') AS gebruikt
    FROM regel AS r
    INNER JOIN artikel AS a
        ON
            r.wet = a.wet AND r.aanbieder = a.aanbieder AND r.categorie = a.categorie
            AND r.productcode = a.productcode AND r.begin BETWEEN a.van AND a.tot
    WHERE r.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    GROUP BY r.maand
)

SELECT
    m.maand::DATE AS maand,
    coalesce(g.clienten, 0)::BIGINT AS clienten,
    (coalesce(g.ingediend, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (coalesce(g.toegekend, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (coalesce(g.gebruikt, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS gebruikt
FROM maanden AS m
LEFT JOIN gebruik AS g ON m.maand = g.maand
ORDER BY m.maand
