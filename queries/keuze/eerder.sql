-- The lines as they stood at an earlier moment. Nobody chose one here, so nothing was known yet;
-- a query that compares finds those of its own moment under this name.
--
-- columns
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   referentienummer   VARCHAR
--   client_id          INTEGER
--   maand              DATE
--   bedrag             BIGINT     eurocents
--   status             VARCHAR
-- grain: wet, aanbieder, referentienummer
SELECT
    r.wet::VARCHAR AS wet,
    r.aanbieder::VARCHAR AS aanbieder,
    r.referentienummer::VARCHAR AS referentienummer,
    r.client_id::INTEGER AS client_id,
    r.maand::DATE AS maand,
    r.bedrag::BIGINT AS bedrag,
    r.status::VARCHAR AS status
FROM regel AS r
WHERE FALSE
