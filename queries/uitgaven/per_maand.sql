-- Spending of one wet on the care of one month.
--
-- params
--   jaar            INTEGER        calendar year of delivery
-- columns
--   maand           DATE           first day of the month
--   wet             VARCHAR
--   ingediend       DECIMAL(18,2)  money of clienten
--   toegekend       DECIMAL(18,2)  money of clienten
--   in_behandeling  DECIMAL(18,2)  money of clienten
-- unseen
--   clienten        BIGINT         persons
-- grain: maand, wet
WITH besteed AS (
    SELECT
        u.maand,
        u.wet,
        sum(u.ingediend) AS ingediend,
        sum(u.toegekend) AS toegekend,
        sum(u.in_behandeling) AS in_behandeling
    FROM uitgave_maand AS u
    WHERE u.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    GROUP BY u.maand, u.wet
),

-- The months that a row holds as the first of its person, as bits.
patroon AS (
    SELECT
        u.wet,
        u.maanden_wet AS maanden,
        count(*) AS clienten
    FROM uitgave_jaar AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wet, u.maanden_wet
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
    (b.ingediend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (b.toegekend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (b.in_behandeling::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling,
    g.clienten::BIGINT AS clienten
FROM besteed AS b
INNER JOIN geteld AS g ON b.wet = g.wet AND month(b.maand) = g.nummer
ORDER BY b.maand, b.wet
