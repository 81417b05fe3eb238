-- What a plafond of a year is about: which care, on which days.
--
-- params
--   jaar            INTEGER         calendar year of delivery
-- columns
--   code            VARCHAR         names the plafond through the years
--   wet             VARCHAR
--   aanbieder       VARCHAR         AGB code
--   contractnummer  VARCHAR
--   categorie       VARCHAR?        NULL: of the whole contract
--   productcode     VARCHAR?        NULL: of all products of the categorie
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
    p.begin::DATE AS begin,
    p.van::DATE AS van,
    p.tot::DATE AS tot,
    p.plafond::DECIMAL(18, 2) AS plafond
FROM plafondjaar($jaar) AS p
ORDER BY p.code
