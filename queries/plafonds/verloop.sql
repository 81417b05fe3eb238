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
        p.code,
        unnest(
            generate_series(date_trunc('month', p.van), p.tot::TIMESTAMP, INTERVAL 1 MONTH)
        ) AS maand
    FROM plafondjaar($jaar) AS p
    WHERE p.code = $plafond::VARCHAR
)

SELECT
    m.maand::DATE AS maand,
    count(DISTINCT r.client_id)::BIGINT AS clienten,
    (coalesce(sum(r.bedrag), 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (
        coalesce(sum(r.bedrag) FILTER (WHERE r.status = 'toegekend'), 0)::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS toegekend,
    (
        coalesce(sum(r.bedrag) FILTER (WHERE r.status <> 'afgewezen'), 0)::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS gebruikt
FROM maanden AS m
LEFT JOIN plafondregel($jaar) AS r ON m.code = r.code AND m.maand = r.maand
GROUP BY m.maand
ORDER BY m.maand
