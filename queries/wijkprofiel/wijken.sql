-- A wijk with its inhabitants.
--
-- columns
--   wijk_code  VARCHAR
--   naam       VARCHAR
--   inwoners   BIGINT?
--   jaar       INTEGER  of the inhabitants
-- grain: wijk_code
SELECT
    wijk_code::VARCHAR AS wijk_code,
    naam::VARCHAR AS naam,
    inwoners::BIGINT AS inwoners,
    jaar::INTEGER AS jaar
FROM wijk
ORDER BY naam, wijk_code
