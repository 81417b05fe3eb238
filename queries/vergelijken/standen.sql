-- An Iv3 report that can be chosen, the newest first, and whether it is of all gemeenten or a few.
--
-- params
--   gemeente   VARCHAR   CBS code of ours, which must be in it
-- columns
--   jaar       INTEGER
--   stand      VARCHAR   begroting, kwartaal 1 to 4, or rekening
--   aantal     BIGINT    gemeenten that delivered
-- grain: jaar, stand
SELECT
    i.jaar::INTEGER AS jaar,
    i.stand::VARCHAR AS stand,
    count(DISTINCT i.regio_code)::BIGINT AS aantal
FROM iv3 AS i
WHERE i.regio_code <> 'NL01'
GROUP BY i.jaar, i.stand
HAVING count(*) FILTER (WHERE i.regio_code = $gemeente::VARCHAR) > 0
ORDER BY jaar DESC, stand DESC
