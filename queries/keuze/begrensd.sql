-- A toewijzing with how long its volume or budget is meant for: that without an end is for a year.
--
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   aanbieder           VARCHAR   AGB code
--   productcode         VARCHAR?
--   eenheid             VARCHAR?
--   frequentie          VARCHAR?
--   einddatum           DATE?
--   volume              BIGINT?
--   budget              BIGINT?   eurocents
--   ineens              BOOLEAN   whether its volume or budget is for all its days together
--   laatste_dag         DATE      of these days
--   alle_dagen          BIGINT    how many these are
-- grain: wet, toewijzing_nummer
SELECT
    t.wet::VARCHAR AS wet,
    t.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    t.aanbieder::VARCHAR AS aanbieder,
    t.productcode::VARCHAR AS productcode,
    t.eenheid::VARCHAR AS eenheid,
    t.frequentie::VARCHAR AS frequentie,
    t.einddatum::DATE AS einddatum,
    t.volume::BIGINT AS volume,
    t.budget::BIGINT AS budget,
    (t.volume IS NULL OR t.frequentie = '6')::BOOLEAN AS ineens,
    coalesce(t.einddatum, t.ingangsdatum + 364)::DATE AS laatste_dag,
    (coalesce(t.einddatum, t.ingangsdatum + 364) - t.ingangsdatum + 1)::BIGINT AS alle_dagen
FROM toewijzing AS t
