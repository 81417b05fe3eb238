-- One kerncijfer that is published for wijken, and the newest year that has it.
--
-- columns
--   indicator  VARCHAR
--   eenheid    VARCHAR
--   jaar       INTEGER
-- grain: indicator
SELECT
    indicator::VARCHAR AS indicator,
    arg_max(eenheid, jaar)::VARCHAR AS eenheid,
    max(jaar)::INTEGER AS jaar
FROM kerncijfer
WHERE
    regio_soort = 'wijk'
    AND waarde IS NOT NULL
GROUP BY indicator
ORDER BY indicator
