-- What households have in a period, as they are composed on its last day.
--
-- params
--   van             DATE
--   tot             DATE       inclusive
-- columns
--   huishouden_id   UBIGINT
--   client_id       INTEGER
--   wet             VARCHAR
--   soort           VARCHAR    as in voorziening
--   aanbieder       VARCHAR?
-- grain: huishouden_id, client_id, wet, soort, aanbieder
SELECT
    l.huishouden_id::UBIGINT AS huishouden_id,
    v.client_id::INTEGER AS client_id,
    v.wet::VARCHAR AS wet,
    v.soort::VARCHAR AS soort,
    v.aanbieder::VARCHAR AS aanbieder
FROM voorziening($van, $tot) AS v
INNER JOIN huishoudlid($tot) AS l ON v.client_id = l.client_id
