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
    count(*)::BIGINT AS leveringen,
    sum(gelezen)::BIGINT AS gelezen,
    sum(geaccepteerd)::BIGINT AS geaccepteerd,
    sum(afgekeurd)::BIGINT AS afgekeurd,
    max(ontvangen_op)::TIMESTAMP AS laatste
FROM levering
GROUP BY soort, wet
ORDER BY soort, wet
