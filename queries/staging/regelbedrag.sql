-- What the touched lines are worth as they stand in the mart, by the month sums they belong to.
--
-- columns
--   maand            DATE
--   wet              VARCHAR
--   taakveld         VARCHAR
--   categorie        VARCHAR
--   aanbieder        VARCHAR
--   wijk_code        VARCHAR
--   ingediend        BIGINT     eurocents
--   toegekend        BIGINT     eurocents
--   in_behandeling   BIGINT     eurocents
--   regels           BIGINT
-- grain: maand, wet, taakveld, categorie, aanbieder, wijk_code
SELECT
    g.maand::DATE AS maand,
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    g.categorie::VARCHAR AS categorie,
    g.aanbieder::VARCHAR AS aanbieder,
    g.wijk_code::VARCHAR AS wijk_code,
    sum(g.bedrag)::BIGINT AS ingediend,
    coalesce(sum(g.bedrag) FILTER (WHERE g.status = 'toegekend'), 0)::BIGINT AS toegekend,
    coalesce(sum(g.bedrag) FILTER (WHERE g.status = 'in_behandeling'), 0)::BIGINT AS in_behandeling,
    count(*)::BIGINT AS regels
FROM regel AS g
SEMI JOIN raakt_regel AS r ON g.sleutel = r.sleutel
WHERE g.maand >= (SELECT b.grens FROM bewaard AS b)
GROUP BY g.maand, g.wet, g.taakveld, g.categorie, g.aanbieder, g.wijk_code
ORDER BY g.maand, g.wet, g.taakveld, g.categorie, g.aanbieder, g.wijk_code
