-- The rows of uitgave_jaar within a selection, of that year and the year before.
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
--   jaar            INTEGER
--   wet             VARCHAR
--   taakveld        VARCHAR
--   categorie       VARCHAR
--   productcode     VARCHAR
--   aanbieder       VARCHAR
--   wijk_code       VARCHAR
--   client_id       INTEGER
--   maanden         INTEGER
--   maanden_wet     INTEGER    see mart/uitgave_jaar.sql, as eerste below
--   eerste          INTEGER
--   ingediend       BIGINT
--   toegekend       BIGINT
--   in_behandeling  BIGINT
--   regels          BIGINT
-- grain: jaar, wet, taakveld, categorie, productcode, aanbieder, wijk_code, client_id
SELECT
    u.jaar::INTEGER AS jaar,
    u.wet::VARCHAR AS wet,
    u.taakveld::VARCHAR AS taakveld,
    u.categorie::VARCHAR AS categorie,
    u.productcode::VARCHAR AS productcode,
    u.aanbieder::VARCHAR AS aanbieder,
    u.wijk_code::VARCHAR AS wijk_code,
    u.client_id::INTEGER AS client_id,
    u.maanden::INTEGER AS maanden,
    u.maanden_wet::INTEGER AS maanden_wet,
    u.eerste::INTEGER AS eerste,
    u.ingediend::BIGINT AS ingediend,
    u.toegekend::BIGINT AS toegekend,
    u.in_behandeling::BIGINT AS in_behandeling,
    u.regels::BIGINT AS regels
FROM uitgave_jaar AS u
WHERE
    u.jaar BETWEEN $jaar::INTEGER - 1 AND $jaar::INTEGER
    AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
    AND ($domein::VARCHAR IS NULL OR u.taakveld = $domein::VARCHAR)
    AND ($product::VARCHAR IS NULL OR u.wet = split_part($product::VARCHAR, '-', 1))
    AND ($product::VARCHAR IS NULL OR u.categorie = split_part($product::VARCHAR, '-', 2))
    AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
    AND ($wijk::VARCHAR IS NULL OR u.wijk_code = $wijk::VARCHAR)
    AND ($team::VARCHAR IS NULL OR list_contains(u.teams, $team::VARCHAR))
