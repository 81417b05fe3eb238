-- Persons who live in another wijk than was known until now.
--
-- columns
--   client_id   INTEGER
-- grain: client_id
SELECT c.client_id::INTEGER AS client_id
FROM client AS c
INNER JOIN raakt_persoon AS r ON c.client_id = r.client_id
WHERE c.wijk_code <> coalesce(r.wijk_code, 'onbekend')
ORDER BY c.client_id
