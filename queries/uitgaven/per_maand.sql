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
SELECT
    maand::DATE AS maand,
    wet::VARCHAR AS wet,
    (sum(ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (sum(toegekend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (sum(in_behandeling)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling,
    count(DISTINCT client_id)::BIGINT AS clienten
FROM uitgave
WHERE maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
GROUP BY maand, wet
ORDER BY maand, wet
