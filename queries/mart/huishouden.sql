-- The household in which a person lives, from one day to another. A file may put someone in two at
-- once; who asks decides which counts.
--
-- columns
--   client_id       INTEGER
--   van             DATE
--   tot             DATE       9999-12-31 when open
--   huishouden_id   UBIGINT    the pseudonym as a number
-- grain: client_id, van
SELECT
    h.client_id::INTEGER AS client_id,
    h.van::DATE AS van,
    coalesce(h.tot, DATE '9999-12-31')::DATE AS tot,
    md5_number_lower(h.huishouden)::UBIGINT AS huishouden_id
FROM huishouden_regel AS h
INNER JOIN levering AS l ON h.levering_nr = l.levering_nr
QUALIFY
    row_number() OVER (
        PARTITION BY h.client_id, h.van
        ORDER BY l.ontvangen_op DESC, h.levering_nr DESC, h.plaats DESC
    ) = 1
ORDER BY h.client_id, h.van
