-- Spending of a year at one aanbieder, within a selection.
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
--   aanbieder       VARCHAR        AGB code
--   naam            VARCHAR        the AGB code where no name is known
--   clienten        BIGINT         persons
--   ingediend       DECIMAL(18,2)  money of clienten
--   toegekend       DECIMAL(18,2)  money of clienten
--   in_behandeling  DECIMAL(18,2)  money of clienten
-- grain: aanbieder
WITH besteed AS (
    SELECT
        u.aanbieder,
        -- Who is first of the aanbieder, or of it under a wet, is so within a wijk too.
        CASE
            WHEN coalesce($domein, $product, $team) IS NOT NULL
                THEN count(DISTINCT u.client_id)
            WHEN $wet IS NULL THEN count(*) FILTER (WHERE u.eerste & 16 > 0)
            ELSE count(*) FILTER (WHERE u.eerste & 32 > 0)
        END AS clienten,
        sum(u.ingediend) AS ingediend,
        sum(u.toegekend) AS toegekend,
        sum(u.in_behandeling) AS in_behandeling
    FROM gekozen_jaar($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.aanbieder
)

SELECT
    b.aanbieder::VARCHAR AS aanbieder,
    coalesce(a.naam, b.aanbieder)::VARCHAR AS naam,
    b.clienten::BIGINT AS clienten,
    (b.ingediend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (b.toegekend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (b.in_behandeling::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling
FROM besteed AS b
LEFT JOIN aanbieder AS a ON b.aanbieder = a.agb_code
ORDER BY ingediend DESC, b.aanbieder ASC
