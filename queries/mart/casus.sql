-- A casus of a sociaal team.
--
-- columns
--   casus_id        VARCHAR    pseudonym
--   team            VARCHAR
--   wijk_code       VARCHAR
--   begindatum      DATE
--   einddatum       DATE       9999-12-31 when open
--   eerder_bekend   BOOLEAN
--   taak            VARCHAR?
-- grain: casus_id
SELECT
    c.casusnummer::VARCHAR AS casus_id,
    c.team::VARCHAR AS team,
    c.wijk_code::VARCHAR AS wijk_code,
    c.begindatum::DATE AS begindatum,
    coalesce(c.einddatum, DATE '9999-12-31')::DATE AS einddatum,
    c.eerder_bekend::BOOLEAN AS eerder_bekend,
    c.taak::VARCHAR AS taak
FROM casus_regel AS c
INNER JOIN levering AS l ON c.levering_nr = l.levering_nr
QUALIFY
    row_number() OVER (
        PARTITION BY c.casusnummer
        ORDER BY l.ontvangen_op DESC, c.levering_nr DESC, c.plaats DESC
    ) = 1
ORDER BY c.casusnummer
