-- One record that was refused, and why; the newest first.
--
-- params
--   aantal        INTEGER    at most so many
-- columns
--   ontvangen_op  TIMESTAMP  UTC
--   bestand       VARCHAR
--   soort         VARCHAR?   NULL when the file could not be read
--   plaats        VARCHAR    line, or element path
--   code          VARCHAR
--   reden         VARCHAR
-- unseen
--   levering_nr   INTEGER
-- grain: levering_nr, plaats, code, reden
SELECT DISTINCT
    l.ontvangen_op::TIMESTAMP AS ontvangen_op,
    l.bestand::VARCHAR AS bestand,
    l.soort::VARCHAR AS soort,
    a.plaats::VARCHAR AS plaats,
    a.code::VARCHAR AS code,
    a.reden::VARCHAR AS reden,
    a.levering_nr::INTEGER AS levering_nr
FROM afkeuring AS a
INNER JOIN levering AS l ON a.levering_nr = l.levering_nr
ORDER BY levering_nr DESC, plaats ASC, code ASC, reden ASC
LIMIT $aantal::INTEGER
