-- Persons at an aanbieder whose starts and stops must be judged again: those of the touched
-- toewijzingen, and those of the new starts and stops themselves.
--
-- params
--   van           INTEGER    first delivery number
--   tot           INTEGER    last delivery number
-- columns
--   wet           VARCHAR
--   aanbieder     VARCHAR
--   client_id     INTEGER
-- grain: wet, aanbieder, client_id
SELECT
    v.wet::VARCHAR AS wet,
    v.aanbieder::VARCHAR AS aanbieder,
    v.client_id::INTEGER AS client_id
FROM toewijzing_versie AS v
SEMI JOIN raakt_toewijzing AS r ON v.wet = r.wet AND v.toewijzing_nummer = r.toewijzing_nummer
UNION
SELECT
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.client_id::INTEGER AS client_id
FROM start AS s
WHERE s.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
UNION
SELECT
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.client_id::INTEGER AS client_id
FROM stop AS s
WHERE s.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
ORDER BY wet, aanbieder, client_id
