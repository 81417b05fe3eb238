-- How spending of a year is spread over aanbieders.
--
-- params
--   jaar        INTEGER        calendar year of delivery
--   wet         VARCHAR?       NULL selects all
-- columns
--   wet         VARCHAR
--   aanbieders  BIGINT
--   clienten    BIGINT         persons
--   ingediend   DECIMAL(18,2)  money of clienten
--   grootste    DOUBLE?        money of clienten; part of it that goes to the ten largest
--   hhi         DOUBLE?        money of clienten; the sum of the squared parts, 1 is one aanbieder
-- grain: wet
WITH per AS (
    SELECT
        u.wet,
        u.aanbieder,
        sum(u.ingediend)::DOUBLE AS ingediend,
        row_number() OVER (PARTITION BY u.wet ORDER BY sum(u.ingediend) DESC, u.aanbieder) AS rang
    FROM uitgave_maand AS u
    WHERE
        u.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
    GROUP BY u.wet, u.aanbieder
    HAVING sum(u.ingediend) > 0
),

mensen AS (
    SELECT
        u.wet,
        count(DISTINCT u.client_id) AS clienten
    FROM uitgave_jaar AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wet
)

SELECT
    p.wet::VARCHAR AS wet,
    count(*)::BIGINT AS aanbieders,
    any_value(m.clienten)::BIGINT AS clienten,
    (sum(p.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (sum(p.ingediend) FILTER (WHERE p.rang <= 10) / sum(p.ingediend))::DOUBLE AS grootste,
    (sum(p.ingediend * p.ingediend) / (sum(p.ingediend) * sum(p.ingediend)))::DOUBLE AS hhi
FROM per AS p
INNER JOIN mensen AS m ON p.wet = m.wet
GROUP BY p.wet
ORDER BY p.wet
