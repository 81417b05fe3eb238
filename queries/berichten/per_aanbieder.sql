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
WITH afgewezen AS (
    SELECT
        g.aanbieder,
        count(*) AS regels,
        sum(g.bedrag) AS bedrag,
        count(DISTINCT g.client_id) AS clienten
    FROM regel AS g
    WHERE
        g.status = 'afgewezen'
        AND g.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR g.wet || '-' || g.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR g.aanbieder = $aanbieder::VARCHAR)
    GROUP BY g.aanbieder
),

ingediend AS (
    SELECT
        u.aanbieder,
        sum(u.ingediend) AS bedrag,
        count(DISTINCT u.client_id) AS clienten
    FROM uitgave_jaar AS u
    WHERE
        u.jaar = $jaar::INTEGER
        AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR u.wet || '-' || u.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
    GROUP BY u.aanbieder
)

SELECT
    g.aanbieder::VARCHAR AS aanbieder,
    coalesce(a.naam, g.aanbieder)::VARCHAR AS naam,
    g.regels::BIGINT AS regels,
    (i.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (g.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS afgewezen,
    g.clienten::BIGINT AS clienten,
    i.clienten::BIGINT AS ingediend_van
FROM afgewezen AS g
INNER JOIN ingediend AS i ON g.aanbieder = i.aanbieder
LEFT JOIN aanbieder AS a ON g.aanbieder = a.agb_code
ORDER BY afgewezen DESC, g.aanbieder ASC
