-- Every start and stop as it came, also those that were refused or taken back later.
--
-- columns
--   soort               VARCHAR    start or stop
--   levering_nr         INTEGER
--   plaats              INTEGER
--   wet                 VARCHAR
--   aanbieder           VARCHAR
--   client_id           INTEGER
--   toewijzing_nummer   BIGINT?
--   categorie           VARCHAR?
--   productcode         VARCHAR?
--   begindatum          DATE
--   einddatum           DATE?      of a stop
--   reden_beeindiging   VARCHAR?   of a stop
--   status              VARCHAR    1 or 3, which removes
-- grain: soort, levering_nr, plaats
SELECT
    'start'::VARCHAR AS soort,
    s.levering_nr::INTEGER AS levering_nr,
    s.plaats::INTEGER AS plaats,
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.client_id::INTEGER AS client_id,
    s.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    s.categorie::VARCHAR AS categorie,
    s.productcode::VARCHAR AS productcode,
    s.begindatum::DATE AS begindatum,
    NULL::DATE AS einddatum,
    NULL::VARCHAR AS reden_beeindiging,
    s.status::VARCHAR AS status
FROM start AS s
UNION ALL
SELECT
    'stop'::VARCHAR AS soort,
    s.levering_nr::INTEGER AS levering_nr,
    s.plaats::INTEGER AS plaats,
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.client_id::INTEGER AS client_id,
    s.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    s.categorie::VARCHAR AS categorie,
    s.productcode::VARCHAR AS productcode,
    s.begindatum::DATE AS begindatum,
    s.einddatum::DATE AS einddatum,
    s.reden_beeindiging::VARCHAR AS reden_beeindiging,
    s.status::VARCHAR AS status
FROM stop AS s
