-- How much of what an aanbieder declared of a year a 325 rejected; who had nothing rejected is left
-- out.
--
-- params
--   jaar        INTEGER        calendar year of delivery
--   wet         VARCHAR?       NULL selects all, here and below
--   product     VARCHAR?       wet and categorie, such as jw-45
--   aanbieder   VARCHAR?       AGB code
-- columns
--   aanbieder   VARCHAR        AGB code
--   naam        VARCHAR        the AGB code where no name is known
--   regels      BIGINT         count of clienten; the rejected ones
--   ingediend   DECIMAL(18,2)  money of ingediend_van
--   afgewezen   DECIMAL(18,2)  money of clienten; of these the rejected ones
-- unseen
--   clienten       BIGINT      persons; of the rejected lines
--   ingediend_van  BIGINT      persons; of all lines
-- grain: aanbieder
SELECT
    g.aanbieder::VARCHAR AS aanbieder,
    any_value(coalesce(a.naam, g.aanbieder))::VARCHAR AS naam,
    (count(*) FILTER (WHERE g.status = 'afgewezen'))::BIGINT AS regels,
    (sum(g.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (
        sum(g.bedrag) FILTER (WHERE g.status = 'afgewezen')::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS afgewezen,
    (count(DISTINCT g.client_id) FILTER (WHERE g.status = 'afgewezen'))::BIGINT AS clienten,
    count(DISTINCT g.client_id)::BIGINT AS ingediend_van
FROM regel AS g
LEFT JOIN aanbieder AS a ON g.aanbieder = a.agb_code
WHERE
    g.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    AND ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
    AND ($product::VARCHAR IS NULL OR g.wet || '-' || g.categorie = $product::VARCHAR)
    AND ($aanbieder::VARCHAR IS NULL OR g.aanbieder = $aanbieder::VARCHAR)
GROUP BY g.aanbieder
HAVING bool_or(g.status = 'afgewezen')
ORDER BY afgewezen DESC, g.aanbieder ASC
