-- One part of all persons and years with lines, so that a rebuild fits in memory.
--
-- params
--   deel        INTEGER    from 0
--   delen       INTEGER
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
WHERE
    g.client_id % $delen::INTEGER = $deel::INTEGER
    AND g.maand >= (SELECT b.grens FROM bewaard AS b)
ORDER BY client_id, jaar
