-- What was declared for a person under the one plafond that it counts for. Lines are only looked at
-- where that changes within the year; else what the year of a person cost says the same.
--
-- params
--   jaar            INTEGER  calendar year of delivery
-- columns
--   code            VARCHAR  see plafond
--   client_id       INTEGER
--   ingediend       BIGINT   eurocents
--   toegekend       BIGINT   eurocents
--   in_behandeling  BIGINT   eurocents
-- grain: code, client_id
WITH artikel AS MATERIALIZED (
    SELECT p.*
    FROM plafondartikel($jaar) AS p
),

deel AS (
    SELECT
        a.code,
        u.client_id,
        u.ingediend,
        u.toegekend,
        u.in_behandeling
    FROM uitgave_jaar AS u
    INNER JOIN artikel AS a
        ON
            u.wet = a.wet AND u.aanbieder = a.aanbieder AND u.categorie = a.categorie
            AND u.productcode = a.productcode AND a.heel_jaar
    WHERE u.jaar = $jaar::INTEGER
    UNION ALL
    SELECT
        a.code,
        r.client_id,
        r.bedrag AS ingediend,
        CASE r.status WHEN 'toegekend' THEN r.bedrag ELSE 0 END AS toegekend,
        CASE r.status WHEN 'in_behandeling' THEN r.bedrag ELSE 0 END AS in_behandeling
    FROM regel AS r
    INNER JOIN artikel AS a
        ON
            r.wet = a.wet AND r.aanbieder = a.aanbieder AND r.categorie = a.categorie
            AND r.productcode = a.productcode AND r.begin BETWEEN a.van AND a.tot
            AND NOT a.heel_jaar
    WHERE r.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
)

SELECT
    d.code::VARCHAR AS code,
    d.client_id::INTEGER AS client_id,
    sum(d.ingediend)::BIGINT AS ingediend,
    sum(d.toegekend)::BIGINT AS toegekend,
    sum(d.in_behandeling)::BIGINT AS in_behandeling
FROM deel AS d
GROUP BY d.code, d.client_id
