-- One delivery that was retracted, and why; the newest retraction first.
--
-- columns
--   nummer          INTEGER    of the delivery
--   bestand         VARCHAR
--   soort           VARCHAR
--   ontvangen_op    TIMESTAMP  UTC
--   geaccepteerd    BIGINT     records that count no more
--   ingetrokken_op  TIMESTAMP  UTC
--   reden           VARCHAR
-- grain: nummer
SELECT
    l.levering_nr::INTEGER AS nummer,
    l.bestand::VARCHAR AS bestand,
    l.soort::VARCHAR AS soort,
    l.ontvangen_op::TIMESTAMP AS ontvangen_op,
    l.geaccepteerd::BIGINT AS geaccepteerd,
    r.ontvangen_op::TIMESTAMP AS ingetrokken_op,
    i.reden::VARCHAR AS reden
FROM intrekking AS i
INNER JOIN levering AS l ON i.levering = l.levering_nr
INNER JOIN levering AS r ON i.levering_nr = r.levering_nr
ORDER BY i.levering_nr DESC
