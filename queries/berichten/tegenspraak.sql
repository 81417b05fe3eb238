-- The declaration lines of an aanbieder in a year that its toewijzing or its tarieven contradict.
--
-- params
--   jaar          INTEGER        calendar year of delivery
--   wet           VARCHAR?       NULL selects all, here and below
--   product       VARCHAR?       wet and categorie, such as jw-45
--   aanbieder     VARCHAR?       AGB code
-- columns
--   code          VARCHAR        0611, 9307, 9308 or 9338
--   omschrijving  VARCHAR?
--   aanbieder     VARCHAR        AGB code
--   naam          VARCHAR        the AGB code where no name is known
--   regels        BIGINT         count of clienten
--   bedrag        DECIMAL(18,2)  money of clienten; a credit is negative
-- unseen
--   clienten      BIGINT         persons
-- grain: code, aanbieder
WITH gevlagd AS (
    SELECT
        g.aanbieder,
        g.client_id,
        g.bedrag,
        unnest(g.vlaggen) AS code
    FROM regel AS g
    WHERE
        len(g.vlaggen) > 0
        AND g.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR g.wet || '-' || g.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR g.aanbieder = $aanbieder::VARCHAR)
)

SELECT
    g.code::VARCHAR AS code,
    any_value(c.omschrijving)::VARCHAR AS omschrijving,
    g.aanbieder::VARCHAR AS aanbieder,
    any_value(coalesce(a.naam, g.aanbieder))::VARCHAR AS naam,
    count(*)::BIGINT AS regels,
    (sum(g.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    count(DISTINCT g.client_id)::BIGINT AS clienten
FROM gevlagd AS g
LEFT JOIN retourcode AS c ON g.code = c.code
LEFT JOIN aanbieder AS a ON g.aanbieder = a.agb_code
WHERE g.code IN ('0611', '9307', '9308', '9338')
GROUP BY g.code, g.aanbieder
ORDER BY bedrag DESC, g.code ASC, g.aanbieder ASC
