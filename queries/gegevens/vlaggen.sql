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
SELECT
    v.code::VARCHAR AS code,
    any_value(c.omschrijving)::VARCHAR AS omschrijving,
    v.wet::VARCHAR AS wet,
    count(*)::BIGINT AS regels,
    (sum(v.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    count(DISTINCT v.client_id)::BIGINT AS clienten
FROM vlag AS v
LEFT JOIN retourcode AS c ON v.code = c.code
GROUP BY v.code, v.wet
ORDER BY v.code, v.wet
