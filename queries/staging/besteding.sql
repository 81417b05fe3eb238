-- The person and year of each touched line as it stands in the mart.
--
-- columns
--   client_id     INTEGER
--   jaar          BIGINT     calendar year of delivery
--   persoonjaar   BIGINT     both as one number
-- grain: client_id, jaar
SELECT DISTINCT
    g.client_id::INTEGER AS client_id,
    year(g.maand)::BIGINT AS jaar,
    g.persoonjaar::BIGINT AS persoonjaar
FROM regel AS g
SEMI JOIN raakt_regel AS r ON g.sleutel = r.sleutel
WHERE g.maand >= (SELECT b.grens FROM bewaard AS b)
ORDER BY client_id, jaar
