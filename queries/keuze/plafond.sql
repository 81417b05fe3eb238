-- A plafond of a contract as the newest file has it, with the years in which it holds.
--
-- columns
--   code            VARCHAR         names it through the years: contract, categorie and productcode
--   wet             VARCHAR
--   aanbieder       VARCHAR         AGB code
--   contractnummer  VARCHAR
--   categorie       VARCHAR?        NULL: of the whole contract
--   productcode     VARCHAR?        NULL: of all products of the categorie
--   niveau          VARCHAR         lokaal, regionaal or landelijk
--   jaar            INTEGER?        the one year in which it holds, or NULL for each
--   van             DATE            first day, within that year if there is one
--   tot             DATE            last day; 9999-12-31 when open
--   plafond         DECIMAL(18,2)   euro a year
-- grain: code, jaar
SELECT
    concat_ws(
        '/', c.wet, c.agb_code, c.contractnummer, coalesce(c.categorie, ''),
        coalesce(c.productcode, '')
    )::VARCHAR AS code,
    c.wet::VARCHAR AS wet,
    c.agb_code::VARCHAR AS aanbieder,
    c.contractnummer::VARCHAR AS contractnummer,
    c.categorie::VARCHAR AS categorie,
    c.productcode::VARCHAR AS productcode,
    c.niveau::VARCHAR AS niveau,
    c.jaar::INTEGER AS jaar,
    CASE WHEN c.jaar IS NULL THEN c.van ELSE greatest(c.van, make_date(c.jaar, 1, 1)) END::DATE
        AS van,
    least(
        coalesce(c.tot, DATE '9999-12-31'),
        CASE WHEN c.jaar IS NULL THEN DATE '9999-12-31' ELSE make_date(c.jaar, 12, 31) END
    )::DATE AS tot,
    c.plafond::DECIMAL(18, 2) AS plafond
FROM inkoopcontract AS c
WHERE c.plafond IS NOT NULL
