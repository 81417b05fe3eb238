-- How much of what was declared of a month a 325 rejected.
--
-- params
--   jaar        INTEGER        calendar year of delivery
--   wet         VARCHAR?       NULL selects all, here and below
--   product     VARCHAR?       wet and categorie, such as jw-45
--   aanbieder   VARCHAR?       AGB code
-- columns
--   maand       DATE           first day of the month
--   wet         VARCHAR
--   regels      BIGINT         count of ingediend_van
--   ingediend   DECIMAL(18,2)  money of ingediend_van
--   afgewezen   DECIMAL(18,2)  money of clienten; of these the rejected ones
-- unseen
--   clienten       BIGINT      persons; of the rejected lines
--   ingediend_van  BIGINT      persons; of all lines
-- grain: maand, wet
SELECT
    g.maand::DATE AS maand,
    g.wet::VARCHAR AS wet,
    count(*)::BIGINT AS regels,
    (sum(g.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (
        coalesce(sum(g.bedrag) FILTER (WHERE g.status = 'afgewezen'), 0)::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS afgewezen,
    (count(DISTINCT g.client_id) FILTER (WHERE g.status = 'afgewezen'))::BIGINT AS clienten,
    count(DISTINCT g.client_id)::BIGINT AS ingediend_van
FROM regel AS g
WHERE
    g.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    AND ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
    AND ($product::VARCHAR IS NULL OR g.wet || '-' || g.categorie = $product::VARCHAR)
    AND ($aanbieder::VARCHAR IS NULL OR g.aanbieder = $aanbieder::VARCHAR)
GROUP BY g.maand, g.wet
ORDER BY g.maand, g.wet
