-- The name of an aanbieder.
--
-- columns
--   agb_code   VARCHAR
--   naam       VARCHAR
-- grain: agb_code
SELECT
    a.agb_code::VARCHAR AS agb_code,
    a.naam::VARCHAR AS naam
FROM aanbieder_regel AS a
INNER JOIN levering AS l ON a.levering_nr = l.levering_nr
QUALIFY
    row_number() OVER (
        PARTITION BY a.agb_code ORDER BY l.ontvangen_op DESC, a.levering_nr DESC, a.plaats DESC
    ) = 1
ORDER BY a.agb_code
