-- Spending and budget of one wet in a year.
--
-- params
--   jaar            INTEGER         calendar year of delivery
-- columns
--   wet             VARCHAR
--   ingediend       DECIMAL(18,2)?  money of clienten; NULL when the wet has no lines in the year
--   toegekend       DECIMAL(18,2)?  money of clienten
--   in_behandeling  DECIMAL(18,2)?  money of clienten
--   begroot         DECIMAL(18,2)?  lasten of the latest budget known; NULL when there is none
-- unseen
--   clienten        BIGINT          persons
-- grain: wet
WITH uitgegeven AS (
    SELECT
        wet,
        count(*) FILTER (WHERE eerste & 2 > 0) AS clienten,
        sum(ingediend) AS ingediend,
        sum(toegekend) AS toegekend,
        sum(in_behandeling) AS in_behandeling
    FROM uitgave_jaar
    WHERE jaar = $jaar::INTEGER
    GROUP BY wet
),

begroot AS (
    SELECT
        wet,
        sum(lasten) AS lasten
    FROM begroting
    WHERE jaar = $jaar::INTEGER
    GROUP BY wet
)

SELECT
    w.wet::VARCHAR AS wet,
    (u.ingediend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (u.toegekend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (u.in_behandeling::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling,
    b.lasten::DECIMAL(18, 2) AS begroot,
    coalesce(u.clienten, 0)::BIGINT AS clienten
FROM (VALUES (1, 'jw'), (2, 'wmo'), (3, 'pw')) AS w (volgorde, wet)
LEFT JOIN uitgegeven AS u ON w.wet = u.wet
LEFT JOIN begroot AS b ON w.wet = b.wet
WHERE
    w.wet != 'pw'
    OR EXISTS (SELECT 1 FROM begroting AS pw WHERE pw.wet = 'pw')
    OR EXISTS (SELECT 1 FROM uitgave_maand AS pw WHERE pw.wet = 'pw')
ORDER BY w.volgorde
