-- The stops that stand, and whether each came more than five working days after its care ended.
--
-- columns
--   levering_nr  INTEGER
--   plaats       INTEGER
--   wet          VARCHAR
--   aanbieder    VARCHAR   AGB code
--   client_id    INTEGER
--   einddatum    DATE?
--   laat         BOOLEAN   a day that no calendar here knows is not called late
-- grain: levering_nr, plaats
SELECT
    m.levering_nr::INTEGER AS levering_nr,
    m.plaats::INTEGER AS plaats,
    m.wet::VARCHAR AS wet,
    m.aanbieder::VARCHAR AS aanbieder,
    m.client_id::INTEGER AS client_id,
    m.einddatum::DATE AS einddatum,
    coalesce(v.werkdagen - e.werkdagen > 5, FALSE)::BOOLEAN AS laat
FROM melding AS m
INNER JOIN levering AS l ON m.levering_nr = l.levering_nr
LEFT JOIN werkdag AS e ON m.einddatum = e.dag
LEFT JOIN werkdag AS v ON l.dagtekening = v.dag
WHERE m.soort = 'stop'
