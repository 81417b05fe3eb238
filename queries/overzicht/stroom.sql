-- One file that came in; the newest first.
--
-- params
--   aantal        INTEGER    at most so many
-- columns
--   ontvangen_op  TIMESTAMP  UTC
--   soort         VARCHAR?   NULL when the file could not be read
--   wet           VARCHAR?
--   geaccepteerd  BIGINT
--   afgekeurd     BIGINT
--   bestand       VARCHAR
-- unseen
--   levering_nr   INTEGER
-- grain: levering_nr
SELECT
    ontvangen_op::TIMESTAMP AS ontvangen_op,
    soort::VARCHAR AS soort,
    wet::VARCHAR AS wet,
    geaccepteerd::BIGINT AS geaccepteerd,
    afgekeurd::BIGINT AS afgekeurd,
    bestand::VARCHAR AS bestand,
    levering_nr::INTEGER AS levering_nr
FROM levering
ORDER BY ontvangen_op DESC, levering_nr DESC
LIMIT $aantal::INTEGER
