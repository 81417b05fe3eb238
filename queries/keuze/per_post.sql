-- Who has care in each year by wet and taakveld, also in older years as the rules of now book it:
-- the posten of the forecast.
--
-- params
--   wet        VARCHAR?  NULL selects all, here and below
--   domein     VARCHAR?  a taakveld
-- columns
--   jaar       INTEGER
--   wet        VARCHAR
--   taakveld   VARCHAR
--   client_id  INTEGER
--   maanden    INTEGER   the months with lines: bit 0 is January
-- grain: jaar, wet, taakveld, client_id, maanden
WITH nu AS (
    SELECT r.*
    FROM taakveld_regel AS r
    WHERE r.vanaf_jaar = (SELECT max(n.vanaf_jaar) FROM taakveld_regel AS n)
),

geboekt AS (
    SELECT
        u.jaar,
        u.wet,
        coalesce(code.taakveld, soort.taakveld, 'onbekend') AS taakveld,
        u.client_id,
        u.maanden
    FROM uitgave_jaar AS u
    LEFT JOIN nu AS code
        ON u.wet = code.wet AND u.categorie = code.categorie AND u.productcode = code.productcode
    LEFT JOIN nu AS soort
        ON u.wet = soort.wet AND u.categorie = soort.categorie AND soort.productcode IS NULL
    WHERE $wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR
)

SELECT DISTINCT
    g.jaar::INTEGER AS jaar,
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    g.client_id::INTEGER AS client_id,
    g.maanden::INTEGER AS maanden
FROM geboekt AS g
WHERE $domein::VARCHAR IS NULL OR g.taakveld = $domein::VARCHAR
