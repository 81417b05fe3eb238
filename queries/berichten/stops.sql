-- How many of the stops of an aanbieder, of care that ended in a year, came more than five working
-- days after that end.
--
-- params
--   jaar        INTEGER   calendar year of the end
--   wet         VARCHAR?  NULL selects all, here and below
--   aanbieder   VARCHAR?  AGB code
-- columns
--   aanbieder   VARCHAR   AGB code
--   naam        VARCHAR   the AGB code where no name is known
--   stops       BIGINT    count of clienten
--   laat        BIGINT    count of te_laat
-- unseen
--   clienten    BIGINT    persons
--   te_laat     BIGINT    persons; of the late ones
-- grain: aanbieder
SELECT
    g.aanbieder::VARCHAR AS aanbieder,
    any_value(coalesce(a.naam, g.aanbieder))::VARCHAR AS naam,
    count(*)::BIGINT AS stops,
    (count(*) FILTER (WHERE g.laat))::BIGINT AS laat,
    count(DISTINCT g.client_id)::BIGINT AS clienten,
    (count(DISTINCT g.client_id) FILTER (WHERE g.laat))::BIGINT AS te_laat
FROM gestopt AS g
LEFT JOIN aanbieder AS a ON g.aanbieder = a.agb_code
WHERE
    g.einddatum BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    AND ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
    AND ($aanbieder::VARCHAR IS NULL OR g.aanbieder = $aanbieder::VARCHAR)
GROUP BY g.aanbieder
ORDER BY laat DESC, stops DESC, g.aanbieder ASC
