-- A retourcode by which another delivery contradicts a declaration line.
--
-- columns
--   sleutel     UBIGINT    of the line
--   code        VARCHAR
--   wet         VARCHAR
--   client_id   INTEGER
--   bedrag      BIGINT     eurocents, a credit is negative
-- grain: sleutel, code
-- touched: raakt_regel (sleutel)
WITH gevlagd AS (
    SELECT
        g.sleutel,
        unnest(g.vlaggen) AS code,
        g.wet,
        g.client_id,
        g.bedrag
    FROM regel AS g
    SEMI JOIN raakt_regel AS r ON g.sleutel = r.sleutel
    WHERE g.maand >= (SELECT b.grens FROM bewaard AS b)
)

SELECT
    v.sleutel::UBIGINT AS sleutel,
    v.code::VARCHAR AS code,
    v.wet::VARCHAR AS wet,
    v.client_id::INTEGER AS client_id,
    v.bedrag::BIGINT AS bedrag
FROM gevlagd AS v
ORDER BY v.sleutel, v.code
