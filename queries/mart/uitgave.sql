-- What one person's care cost in one month, by product, taakveld and aanbieder.
--
-- columns
--   maand            DATE       first day of the month of delivery
--   wet              VARCHAR
--   taakveld         VARCHAR
--   categorie        VARCHAR
--   aanbieder        VARCHAR
--   client_id        INTEGER
--   ingediend        BIGINT     eurocents, of all lines
--   toegekend        BIGINT     eurocents, of answered lines that were not rejected
--   in_behandeling   BIGINT     eurocents, of lines without an answer
--   regels           BIGINT
-- grain: maand, wet, taakveld, categorie, aanbieder, client_id
-- touched: raakt_uitgave (wet, client_id, maand)
SELECT
    g.maand::DATE AS maand,
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    g.categorie::VARCHAR AS categorie,
    g.aanbieder::VARCHAR AS aanbieder,
    g.client_id::INTEGER AS client_id,
    sum(g.bedrag)::BIGINT AS ingediend,
    coalesce(sum(g.bedrag) FILTER (WHERE g.status = 'toegekend'), 0)::BIGINT AS toegekend,
    coalesce(sum(g.bedrag) FILTER (WHERE g.status = 'in_behandeling'), 0)::BIGINT AS in_behandeling,
    count(*)::BIGINT AS regels
FROM regel AS g
SEMI JOIN raakt_uitgave AS r
    ON g.wet = r.wet AND g.client_id = r.client_id AND g.maand = r.maand
GROUP BY g.maand, g.wet, g.taakveld, g.categorie, g.aanbieder, g.client_id
ORDER BY g.maand, g.wet, g.taakveld, g.categorie, g.aanbieder, g.client_id
