-- A plafond in a year: that of the year itself goes before one that holds each year.
--
-- params
--   jaar            INTEGER         calendar year of delivery
-- columns
--   code            VARCHAR         see plafond
--   wet             VARCHAR
--   aanbieder       VARCHAR
--   contractnummer  VARCHAR
--   categorie       VARCHAR?
--   productcode     VARCHAR?
--   niveau          VARCHAR
--   begin           DATE            first day of it, perhaps before the year
--   van             DATE            first day of it in the year
--   tot             DATE            last day of it in the year
--   plafond         DECIMAL(18,2)
-- grain: code
SELECT
    p.code::VARCHAR AS code,
    p.wet::VARCHAR AS wet,
    p.aanbieder::VARCHAR AS aanbieder,
    p.contractnummer::VARCHAR AS contractnummer,
    p.categorie::VARCHAR AS categorie,
    p.productcode::VARCHAR AS productcode,
    p.niveau::VARCHAR AS niveau,
    p.van::DATE AS begin,
    greatest(p.van, make_date($jaar::INTEGER, 1, 1))::DATE AS van,
    least(p.tot, make_date($jaar::INTEGER, 12, 31))::DATE AS tot,
    p.plafond::DECIMAL(18, 2) AS plafond
FROM plafond AS p
WHERE
    p.van <= p.tot
    AND p.van <= make_date($jaar::INTEGER, 12, 31) AND p.tot >= make_date($jaar::INTEGER, 1, 1)
QUALIFY row_number() OVER (PARTITION BY p.code ORDER BY p.jaar DESC NULLS LAST) = 1
