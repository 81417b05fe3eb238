-- Spending of a year on the people who now live in one wijk, within a selection.
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
--   wijk_code       VARCHAR        onbekend where the wijk of the person is not known
--   naam            VARCHAR        the code where no name is known
--   clienten        BIGINT         persons
--   ingediend       DECIMAL(18,2)  money of clienten
--   toegekend       DECIMAL(18,2)  money of clienten
--   in_behandeling  DECIMAL(18,2)  money of clienten
-- grain: wijk_code
WITH besteed AS (
    SELECT
        u.wijk_code,
        -- A person lives in one wijk, so who is first at all is first there.
        CASE
            WHEN coalesce($domein, $product, $aanbieder, $team) IS NOT NULL
                THEN count(DISTINCT u.client_id)
            WHEN $wet IS NULL THEN count(*) FILTER (WHERE u.eerste & 1 > 0)
            ELSE count(*) FILTER (WHERE u.eerste & 2 > 0)
        END AS clienten,
        sum(u.ingediend) AS ingediend,
        sum(u.toegekend) AS toegekend,
        sum(u.in_behandeling) AS in_behandeling
    FROM gekozen_jaar($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wijk_code
)

SELECT
    b.wijk_code::VARCHAR AS wijk_code,
    coalesce(w.naam, nullif(b.wijk_code, 'onbekend'), 'Wijk onbekend')::VARCHAR AS naam,
    b.clienten::BIGINT AS clienten,
    (b.ingediend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (b.toegekend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (b.in_behandeling::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling
FROM besteed AS b
LEFT JOIN wijk AS w ON b.wijk_code = w.wijk_code
ORDER BY b.wijk_code
