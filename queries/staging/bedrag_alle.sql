-- All month sums as they stand, for when the teams of the wijken change.
--
-- columns
--   maand            DATE
--   wet              VARCHAR
--   taakveld         VARCHAR
--   categorie        VARCHAR
--   aanbieder        VARCHAR
--   wijk_code        VARCHAR
--   ingediend        BIGINT     eurocents
--   toegekend        BIGINT     eurocents
--   in_behandeling   BIGINT     eurocents
--   regels           BIGINT
-- grain: maand, wet, taakveld, categorie, aanbieder, wijk_code
SELECT
    u.maand::DATE AS maand,
    u.wet::VARCHAR AS wet,
    u.taakveld::VARCHAR AS taakveld,
    u.categorie::VARCHAR AS categorie,
    u.aanbieder::VARCHAR AS aanbieder,
    u.wijk_code::VARCHAR AS wijk_code,
    u.ingediend::BIGINT AS ingediend,
    u.toegekend::BIGINT AS toegekend,
    u.in_behandeling::BIGINT AS in_behandeling,
    u.regels::BIGINT AS regels
FROM uitgave_maand AS u
ORDER BY u.maand, u.wet, u.taakveld, u.categorie, u.aanbieder, u.wijk_code
