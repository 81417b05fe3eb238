-- Persons of whom deliveries say where they live, with the wijk that was known until now.
--
-- params
--   van         INTEGER    first delivery number
--   tot         INTEGER    last delivery number
-- columns
--   client_id   INTEGER
--   wijk_code   VARCHAR?   NULL for a new person
-- grain: client_id
SELECT DISTINCT
    v.client_id::INTEGER AS client_id,
    c.wijk_code::VARCHAR AS wijk_code
FROM client_versie AS v
LEFT JOIN client AS c ON v.client_id = c.client_id
WHERE v.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
ORDER BY client_id
