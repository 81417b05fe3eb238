-- Spending and budget of a year on one taakveld, within a selection.
--
-- params
--   jaar            INTEGER        calendar year of delivery
--   wet             VARCHAR?       NULL selects all, here and below
--   domein          VARCHAR?       a taakveld
--   product         VARCHAR?       wet and categorie, such as jw-45
--   aanbieder       VARCHAR?       AGB code
--   wijk            VARCHAR?       where the person lives now
--   team            VARCHAR?       the team of that wijk on the first day of the month
-- columns
--   wet             VARCHAR?        NULL for a taakveld that belongs to no single wet
--   taakveld        VARCHAR         onbekend where no official row books the product
--   naam            VARCHAR
--   clienten        BIGINT          persons
--   ingediend       DECIMAL(18,2)?  money of clienten; NULL when there are no lines
--   begroot         DECIMAL(18,2)?  only for whole taakvelden
-- grain: wet, taakveld
WITH uitgegeven AS (
    SELECT
        u.wet,
        u.taakveld,
        -- Who is first of a taakveld is first within a wijk too.
        CASE
            WHEN coalesce($product, $aanbieder, $team) IS NOT NULL
                THEN count(DISTINCT u.client_id)
            ELSE count(*) FILTER (WHERE u.eerste & 4 > 0)
        END AS clienten,
        sum(u.ingediend) AS ingediend
    FROM gekozen_jaar($jaar, $wet, NULL, $product, $aanbieder, $wijk, $team) AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wet, u.taakveld
),

begroot AS (
    SELECT
        b.wet,
        b.boekveld AS taakveld,
        sum(b.lasten) AS lasten
    FROM begroting AS b
    WHERE
        b.jaar = $jaar::INTEGER
        AND ($wet::VARCHAR IS NULL OR b.wet = $wet::VARCHAR)
        AND coalesce($product::VARCHAR, $aanbieder::VARCHAR, $wijk::VARCHAR, $team::VARCHAR) IS NULL
    GROUP BY b.wet, b.boekveld
)

SELECT
    coalesce(u.wet, b.wet)::VARCHAR AS wet,
    coalesce(u.taakveld, b.taakveld)::VARCHAR AS taakveld,
    coalesce(v.naam, u.taakveld, b.taakveld)::VARCHAR AS naam,
    coalesce(u.clienten, 0)::BIGINT AS clienten,
    (u.ingediend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    b.lasten::DECIMAL(18, 2) AS begroot
FROM uitgegeven AS u
FULL JOIN begroot AS b ON u.wet = b.wet AND u.taakveld = b.taakveld
LEFT JOIN taakveld AS v ON coalesce(u.taakveld, b.taakveld) = v.taakveld
WHERE $domein::VARCHAR IS NULL OR coalesce(u.taakveld, b.taakveld) = $domein::VARCHAR
ORDER BY taakveld, wet
