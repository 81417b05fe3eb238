-- One file that was read, accepted or not, in the order of reading.
--
-- columns
--   bestand       VARCHAR
--   soort         VARCHAR?   NULL when the file could not be read
--   ontvangen_op  TIMESTAMP  UTC
--   gelezen       BIGINT
--   geaccepteerd  BIGINT
--   afgekeurd     BIGINT
-- unseen
--   levering_nr   INTEGER
-- grain: levering_nr
SELECT
    bestand::VARCHAR AS bestand,
    soort::VARCHAR AS soort,
    ontvangen_op::TIMESTAMP AS ontvangen_op,
    gelezen::BIGINT AS gelezen,
    geaccepteerd::BIGINT AS geaccepteerd,
    afgekeurd::BIGINT AS afgekeurd,
    levering_nr::INTEGER AS levering_nr
FROM levering
ORDER BY levering_nr
