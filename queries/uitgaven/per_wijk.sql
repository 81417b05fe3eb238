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
SELECT
    coalesce(c.wijk_code, 'onbekend')::VARCHAR AS wijk_code,
    coalesce(w.naam, nullif(c.wijk_code, 'onbekend'), 'Wijk onbekend')::VARCHAR AS naam,
    count(DISTINCT u.client_id)::BIGINT AS clienten,
    (sum(u.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (sum(u.toegekend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (sum(u.in_behandeling)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling
FROM uitgave AS u
LEFT JOIN client AS c ON u.client_id = c.client_id
LEFT JOIN wijk AS w ON c.wijk_code = w.wijk_code
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
GROUP BY ALL
ORDER BY wijk_code
