-- A published figure of a region in a year.
--
-- columns
--   jaar         INTEGER
--   regio_code   VARCHAR
--   regio_naam   VARCHAR
--   regio_soort  VARCHAR
--   indicator    VARCHAR
--   waarde       DOUBLE?    NULL when it was not published
--   eenheid      VARCHAR
--   bron         VARCHAR
-- grain: jaar, regio_code, indicator
SELECT
    k.jaar::INTEGER AS jaar,
    k.regio_code::VARCHAR AS regio_code,
    k.regio_naam::VARCHAR AS regio_naam,
    k.regio_soort::VARCHAR AS regio_soort,
    k.indicator::VARCHAR AS indicator,
    k.waarde::DOUBLE AS waarde,
    k.eenheid::VARCHAR AS eenheid,
    k.bron::VARCHAR AS bron
FROM kerncijfer_regel AS k
INNER JOIN levering AS l ON k.levering_nr = l.levering_nr
QUALIFY
    row_number() OVER (
        PARTITION BY k.jaar, k.regio_code, k.indicator
        ORDER BY l.ontvangen_op DESC, k.levering_nr DESC, k.plaats DESC
    ) = 1
ORDER BY k.jaar, k.regio_code, k.indicator
