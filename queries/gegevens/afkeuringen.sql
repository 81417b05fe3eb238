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
WITH nieuwste AS (
    SELECT DISTINCT
        a.levering_nr,
        a.plaats,
        a.code,
        a.reden
    FROM afkeuring AS a
    ORDER BY a.levering_nr DESC, a.plaats ASC, a.code ASC, a.reden ASC
    LIMIT $aantal::INTEGER
)

SELECT
    l.ontvangen_op::TIMESTAMP AS ontvangen_op,
    l.bestand::VARCHAR AS bestand,
    l.soort::VARCHAR AS soort,
    n.plaats::VARCHAR AS plaats,
    n.code::VARCHAR AS code,
    n.reden::VARCHAR AS reden,
    n.levering_nr::INTEGER AS levering_nr
FROM nieuwste AS n
INNER JOIN levering AS l ON n.levering_nr = l.levering_nr
ORDER BY n.levering_nr DESC, n.plaats ASC, n.code ASC, n.reden ASC
