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
SELECT
    u.maand::DATE AS maand,
    u.wet::VARCHAR AS wet,
    count(DISTINCT u.client_id)::BIGINT AS clienten,
    (sum(u.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (sum(u.toegekend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (sum(u.in_behandeling)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling
FROM uitgave AS u
LEFT JOIN client AS c ON u.client_id = c.client_id
WHERE
    u.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
    AND ($domein::VARCHAR IS NULL OR u.taakveld = $domein::VARCHAR)
    AND ($product::VARCHAR IS NULL OR u.wet || '-' || u.categorie = $product::VARCHAR)
    AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
    AND ($wijk::VARCHAR IS NULL OR coalesce(c.wijk_code, 'onbekend') = $wijk::VARCHAR)
    AND ($team::VARCHAR IS NULL OR c.wijk_code IN (
        SELECT t.wijk_code FROM team AS t
        WHERE t.team = $team::VARCHAR AND u.maand BETWEEN t.van AND t.tot
    ))
GROUP BY u.maand, u.wet
ORDER BY u.maand, u.wet
