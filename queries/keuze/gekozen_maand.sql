-- The rows of uitgave_maand within a selection, of that year and the year before.
--
-- params
--   jaar            INTEGER     calendar year of delivery
--   wet             VARCHAR?    NULL selects all, here and below
--   domein          VARCHAR?    a taakveld
--   product         VARCHAR?    wet and categorie, such as jw-45
--   aanbieder       VARCHAR?    AGB code
--   wijk            VARCHAR?    where the person lives now
--   team            VARCHAR?    the team of that wijk on the first day of the month
-- columns
--   maand           DATE
--   wet             VARCHAR
--   taakveld        VARCHAR
--   categorie       VARCHAR
--   aanbieder       VARCHAR
--   wijk_code       VARCHAR
--   ingediend       BIGINT
--   toegekend       BIGINT
--   in_behandeling  BIGINT
--   regels          BIGINT
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
WHERE
    u.maand BETWEEN make_date($jaar::INTEGER - 1, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
    AND ($domein::VARCHAR IS NULL OR u.taakveld = $domein::VARCHAR)
    AND ($product::VARCHAR IS NULL OR u.wet = split_part($product::VARCHAR, '-', 1))
    AND ($product::VARCHAR IS NULL OR u.categorie = split_part($product::VARCHAR, '-', 2))
    AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
    AND ($wijk::VARCHAR IS NULL OR u.wijk_code = $wijk::VARCHAR)
    AND ($team::VARCHAR IS NULL OR list_contains(u.teams, $team::VARCHAR))
