-- One kind of source with all that came in of it.
--
-- columns
--   soort          VARCHAR?   NULL for files that could not be read
--   wet            VARCHAR?
--   leveringen     BIGINT
--   gelezen        BIGINT
--   geaccepteerd   BIGINT
--   afgekeurd      BIGINT
--   laatste        TIMESTAMP  UTC, the newest receipt
-- grain: soort, wet
-- touched: raakt_bron (soort, wet)
SELECT
    r.soort::VARCHAR AS soort,
    r.wet::VARCHAR AS wet,
    r.leveringen::BIGINT AS leveringen,
    r.gelezen::BIGINT AS gelezen,
    r.geaccepteerd::BIGINT AS geaccepteerd,
    r.afgekeurd::BIGINT AS afgekeurd,
    r.laatste::TIMESTAMP AS laatste
FROM raakt_bron AS r
ORDER BY r.soort, r.wet
