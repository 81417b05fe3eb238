-- Starts that were taken back although a stop of them had come, which still stands.
--
-- columns
--   levering_nr   INTEGER
--   plaats        INTEGER
-- grain: levering_nr, plaats
SELECT
    g.levering_nr::INTEGER AS levering_nr,
    g.plaats::INTEGER AS plaats
FROM raakt_gemeld AS g
SEMI JOIN raakt_gemeld AS e
    ON
        g.wet = e.wet AND g.aanbieder = e.aanbieder AND g.client_id = e.client_id
        AND g.begindatum = e.begindatum AND g.dagtekening >= e.dagtekening
        AND g.toewijzing_nummer IS NOT DISTINCT FROM e.toewijzing_nummer
        AND g.categorie IS NOT DISTINCT FROM e.categorie
        AND g.productcode IS NOT DISTINCT FROM e.productcode
        AND e.soort = 'stop' AND e.rang = 1 AND e.status = '1'
WHERE g.soort = 'start' AND g.rang = 1 AND g.status = '3'
