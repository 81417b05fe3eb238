-- What came in of the kinds of sources that deliveries add to, with these deliveries.
--
-- params
--   van            INTEGER    first delivery number
--   tot            INTEGER    last delivery number
-- columns
--   soort          VARCHAR?   NULL for files that could not be read
--   wet            VARCHAR?
--   leveringen     BIGINT
--   gelezen        BIGINT
--   geaccepteerd   BIGINT
--   afgekeurd      BIGINT
--   laatste        TIMESTAMP  UTC, the newest receipt
-- grain: soort, wet
WITH bij AS (
    SELECT
        l.soort,
        l.wet,
        count(*) AS leveringen,
        sum(l.gelezen) AS gelezen,
        sum(l.geaccepteerd) AS geaccepteerd,
        sum(l.afgekeurd) AS afgekeurd,
        max(l.ontvangen_op) AS laatste
    FROM levering AS l
    WHERE l.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
    GROUP BY l.soort, l.wet
)

SELECT
    n.soort::VARCHAR AS soort,
    n.wet::VARCHAR AS wet,
    (n.leveringen + coalesce(b.leveringen, 0))::BIGINT AS leveringen,
    (n.gelezen + coalesce(b.gelezen, 0))::BIGINT AS gelezen,
    (n.geaccepteerd + coalesce(b.geaccepteerd, 0))::BIGINT AS geaccepteerd,
    (n.afgekeurd + coalesce(b.afgekeurd, 0))::BIGINT AS afgekeurd,
    greatest(n.laatste, coalesce(b.laatste, n.laatste))::TIMESTAMP AS laatste
FROM bij AS n
LEFT JOIN bron AS b
    ON n.soort IS NOT DISTINCT FROM b.soort AND n.wet IS NOT DISTINCT FROM b.wet
ORDER BY soort, wet
