-- Persons at an aanbieder whose starts and stops must be judged again: those of the touched
-- toewijzingen, and those of the new or refused starts and stops themselves.
--
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
    m.wet::VARCHAR AS wet,
    m.aanbieder::VARCHAR AS aanbieder,
    m.client_id::INTEGER AS client_id
FROM raakt_melder AS m
ORDER BY wet, aanbieder, client_id
