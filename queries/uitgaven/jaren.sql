-- A calendar year with declaration lines, which is one that can be chosen.
--
-- columns
--   jaar  INTEGER
-- grain: jaar
SELECT DISTINCT year(maand)::INTEGER AS jaar
FROM uitgave_maand
ORDER BY jaar
