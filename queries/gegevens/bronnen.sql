-- One kind of source with all that came in of it.
--
-- columns
--   soort         VARCHAR?   NULL for files that could not be read
--   wet           VARCHAR?
--   leveringen    BIGINT
--   gelezen       BIGINT
--   geaccepteerd  BIGINT
--   afgekeurd     BIGINT
--   laatste       TIMESTAMP  UTC, the newest receipt
-- grain: soort, wet
SELECT
    soort::VARCHAR AS soort,
    wet::VARCHAR AS wet,
    leveringen::BIGINT AS leveringen,
    gelezen::BIGINT AS gelezen,
    geaccepteerd::BIGINT AS geaccepteerd,
    afgekeurd::BIGINT AS afgekeurd,
    laatste::TIMESTAMP AS laatste
FROM bron
ORDER BY soort, wet
