-- The months of a selection, this year's and the year before's, and the last month that is reached.
--
-- params
--   jaar            INTEGER     calendar year of delivery
--   wet             VARCHAR?    NULL selects all, here and below
--   domein          VARCHAR?    a taakveld
--   product         VARCHAR?    wet and categorie, such as jw-45
--   aanbieder       VARCHAR?    AGB code
--   wijk            VARCHAR?    where the person lives now
--   team            VARCHAR?    the team of that wijk on the first day of the month
--   genoeg          DOUBLE?     reached: this part of the lines of the busiest month; NULL: any
-- columns
--   maand           DATE
--   dit_jaar        BOOLEAN
--   ingediend       HUGEINT     eurocents
--   toegekend       HUGEINT     eurocents
--   in_behandeling  HUGEINT     eurocents
--   laatste         DATE?       the same in all rows
-- grain: maand
WITH maanden AS (
    SELECT
        u.maand,
        sum(u.ingediend) AS ingediend,
        sum(u.toegekend) AS toegekend,
        sum(u.in_behandeling) AS in_behandeling,
        sum(u.regels) AS regels
    FROM gekozen_maand($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    GROUP BY u.maand
),

druk AS (
    SELECT
        m.*,
        year(m.maand) = $jaar::INTEGER AS dit_jaar,
        max(m.regels) FILTER (WHERE year(m.maand) = $jaar::INTEGER) OVER () AS meeste
    FROM maanden AS m
)

SELECT
    d.maand::DATE AS maand,
    d.dit_jaar::BOOLEAN AS dit_jaar,
    d.ingediend::HUGEINT AS ingediend,
    d.toegekend::HUGEINT AS toegekend,
    d.in_behandeling::HUGEINT AS in_behandeling,
    max(d.maand) FILTER (
        WHERE d.dit_jaar AND d.regels >= coalesce($genoeg::DOUBLE, 0) * d.meeste
    ) OVER ()::DATE AS laatste
FROM druk AS d
