-- A wijk of the newest year that has kerncijfers, with its inhabitants.
--
-- columns
--   wijk_code   VARCHAR
--   naam        VARCHAR
--   inwoners    BIGINT?
--   jaar        INTEGER
-- grain: wijk_code
SELECT
    k.regio_code::VARCHAR AS wijk_code,
    any_value(k.regio_naam)::VARCHAR AS naam,
    max(CASE WHEN lower(k.indicator) = 'inwoners' THEN k.waarde END)::BIGINT AS inwoners,
    k.jaar::INTEGER AS jaar
FROM kerncijfer AS k
WHERE
    k.regio_soort = 'wijk'
    AND k.jaar = (
        SELECT max(n.jaar)
        FROM kerncijfer AS n
        WHERE n.regio_soort = 'wijk' AND lower(n.indicator) = 'inwoners'
    )
GROUP BY k.regio_code, k.jaar
ORDER BY k.regio_code
