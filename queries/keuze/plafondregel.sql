-- A declaration line of a year under the one plafond that it counts for: the most narrow one of its
-- aanbieder on its first day, and of two as narrow the one that began last.
--
-- params
--   jaar              INTEGER  calendar year of delivery
-- columns
--   code              VARCHAR  see plafond
--   wet               VARCHAR
--   aanbieder         VARCHAR
--   referentienummer  VARCHAR
--   maand             DATE
--   client_id         INTEGER
--   bedrag            BIGINT   eurocents, a credit is negative
--   status            VARCHAR
-- grain: wet, aanbieder, referentienummer
WITH artikel AS (
    SELECT DISTINCT
        r.wet,
        r.aanbieder,
        r.categorie,
        r.productcode,
        r.begin
    FROM regel AS r
    SEMI JOIN plafond AS p ON r.wet = p.wet AND r.aanbieder = p.aanbieder
    WHERE r.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
),

onder AS (
    SELECT
        a.wet,
        a.aanbieder,
        a.categorie,
        a.productcode,
        a.begin,
        arg_max(
            p.code,
            (p.productcode IS NOT NULL, p.categorie IS NOT NULL, p.begin, p.contractnummer)
        ) AS code
    FROM artikel AS a
    INNER JOIN plafondjaar($jaar) AS p
        ON
            a.wet = p.wet AND a.aanbieder = p.aanbieder AND a.begin BETWEEN p.van AND p.tot
            AND a.categorie = coalesce(p.categorie, a.categorie)
            AND a.productcode = coalesce(p.productcode, a.productcode)
    GROUP BY a.wet, a.aanbieder, a.categorie, a.productcode, a.begin
)

SELECT
    o.code::VARCHAR AS code,
    r.wet::VARCHAR AS wet,
    r.aanbieder::VARCHAR AS aanbieder,
    r.referentienummer::VARCHAR AS referentienummer,
    r.maand::DATE AS maand,
    r.client_id::INTEGER AS client_id,
    r.bedrag::BIGINT AS bedrag,
    r.status::VARCHAR AS status
FROM regel AS r
INNER JOIN onder AS o
    ON
        r.wet = o.wet AND r.aanbieder = o.aanbieder AND r.categorie = o.categorie
        AND r.productcode = o.productcode AND r.begin = o.begin
WHERE r.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
