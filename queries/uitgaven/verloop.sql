-- Spending of one wet on the care of one month, within a selection.
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
--   maand           DATE           first day of the month
--   wet             VARCHAR
--   clienten        BIGINT         persons
--   ingediend       DECIMAL(18,2)  money of clienten
--   toegekend       DECIMAL(18,2)  money of clienten
--   in_behandeling  DECIMAL(18,2)  money of clienten
-- grain: maand, wet
WITH besteed AS (
    SELECT
        u.maand,
        u.wet,
        sum(u.ingediend) AS ingediend,
        sum(u.toegekend) AS toegekend,
        sum(u.in_behandeling) AS in_behandeling
    FROM gekozen_maand($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    WHERE year(u.maand) = $jaar::INTEGER
    GROUP BY u.maand, u.wet
),

-- The months of people as bits. Within a wet or a wijk rows count that hold a month as the first of
-- their person; any other selection cuts through the care of a person, and looks at each of them.
patroon AS (
    SELECT
        u.wet,
        CASE
            WHEN coalesce($domein, $product, $aanbieder, $team) IS NOT NULL THEN bit_or(u.maanden)
            ELSE any_value(u.maanden_wet)
        END AS maanden,
        CASE
            WHEN coalesce($domein, $product, $aanbieder, $team) IS NOT NULL THEN 1 ELSE count(*)
        END AS clienten
    FROM gekozen_jaar($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY
        u.wet,
        CASE
            WHEN coalesce($domein, $product, $aanbieder, $team) IS NOT NULL THEN u.client_id
            ELSE u.maanden_wet
        END
),

geteld AS (
    SELECT
        p.wet,
        n.nummer,
        sum(p.clienten) AS clienten
    FROM patroon AS p
    INNER JOIN range(1, 13) AS n (nummer) ON p.maanden & (1 << (n.nummer - 1)) > 0
    GROUP BY p.wet, n.nummer
)

SELECT
    b.maand::DATE AS maand,
    b.wet::VARCHAR AS wet,
    g.clienten::BIGINT AS clienten,
    (b.ingediend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (b.toegekend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (b.in_behandeling::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling
FROM besteed AS b
INNER JOIN geteld AS g ON b.wet = g.wet AND month(b.maand) = g.nummer
ORDER BY b.maand, b.wet
