-- How many declaration lines another delivery contradicts, by retourcode and wet.
--
-- columns
--   code          VARCHAR
--   omschrijving  VARCHAR?
--   wet           VARCHAR
--   regels        BIGINT         count of clienten
--   bedrag        DECIMAL(18,2)  money of clienten
-- unseen
--   clienten      BIGINT         persons
-- grain: code, wet
WITH gevlagd AS (
    SELECT
        r.wet,
        r.client_id,
        r.bedrag,
        unnest(r.vlaggen) AS code
    FROM regel AS r
)

SELECT
    g.code::VARCHAR AS code,
    c.omschrijving::VARCHAR AS omschrijving,
    g.wet::VARCHAR AS wet,
    count(*)::BIGINT AS regels,
    (sum(g.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    count(DISTINCT g.client_id)::BIGINT AS clienten
FROM gevlagd AS g
LEFT JOIN retourcode AS c ON g.code = c.code
GROUP BY g.code, c.omschrijving, g.wet
ORDER BY g.code, g.wet
