-- Spending of a year on one productcategorie, within a selection.
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
--   wet             VARCHAR
--   categorie       VARCHAR
--   naam            VARCHAR
--   clienten        BIGINT         persons
--   ingediend       DECIMAL(18,2)  money of clienten
--   toegekend       DECIMAL(18,2)  money of clienten
--   in_behandeling  DECIMAL(18,2)  money of clienten
-- grain: wet, categorie
WITH besteed AS (
    SELECT
        u.wet,
        u.categorie,
        -- Who is first of a categorie is so within a wijk too.
        CASE
            WHEN coalesce($domein, $aanbieder, $team) IS NOT NULL
                THEN count(DISTINCT u.client_id)
            ELSE count(*) FILTER (WHERE u.eerste & 8 > 0)
        END AS clienten,
        sum(u.ingediend) AS ingediend,
        sum(u.toegekend) AS toegekend,
        sum(u.in_behandeling) AS in_behandeling
    FROM gekozen_jaar($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wet, u.categorie
)

SELECT
    b.wet::VARCHAR AS wet,
    b.categorie::VARCHAR AS categorie,
    coalesce(p.naam, b.categorie)::VARCHAR AS naam,
    b.clienten::BIGINT AS clienten,
    (b.ingediend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (b.toegekend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (b.in_behandeling::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling
FROM besteed AS b
LEFT JOIN product AS p ON b.wet = p.wet AND b.categorie = p.categorie
ORDER BY ingediend DESC, b.wet ASC, b.categorie ASC
