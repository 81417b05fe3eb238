-- How often a return message refused a message or a part of it, by its kind and retourcode.
--
-- columns
--   soort         VARCHAR        of the return message, such as JW306
--   code          VARCHAR
--   omschrijving  VARCHAR?
--   aantal        BIGINT         count of clienten
-- unseen
--   clienten      BIGINT         persons
-- grain: soort, code
WITH geweigerd AS (
    SELECT
        upper(r.wet) || r.bericht AS soort,
        -- What names nobody, such as the header, counts as one person.
        coalesce(r.client_id, -r.levering_nr) AS client_id,
        unnest(string_split(r.codes, ' ')) AS code
    FROM retour AS r
    WHERE r.wijst_af
)

SELECT
    g.soort::VARCHAR AS soort,
    g.code::VARCHAR AS code,
    any_value(c.omschrijving)::VARCHAR AS omschrijving,
    count(*)::BIGINT AS aantal,
    count(DISTINCT g.client_id)::BIGINT AS clienten
FROM geweigerd AS g
LEFT JOIN retourcode AS c ON g.code = c.code
WHERE g.code NOT IN ('0200', '0233', '8001')
GROUP BY g.soort, g.code
ORDER BY g.soort, g.code
