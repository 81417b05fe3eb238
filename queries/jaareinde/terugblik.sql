-- What would have been said at the end of each month of that year's end, beside what it came to.
--
-- params
--   wet       VARCHAR?        NULL selects all, here and below
--   domein    VARCHAR?        a taakveld
--   gezegd    VARCHAR         what the forecast said at each month-end: see prognose/zeggen.py
-- columns
--   maand     DATE            first day of the month at whose end it would have been said
--   jaar      INTEGER         of which it was said
--   clienten  BIGINT?         persons; with care in that year
--   laag      DECIMAL(18,2)?  money of clienten; P10
--   midden    DECIMAL(18,2)?  money of clienten; P50
--   hoog      DECIMAL(18,2)?  money of clienten; P90
--   naief     DECIMAL(18,2)?  money of clienten; the year so far in proportion
--   uitkomst  DECIMAL(18,2)?  money of clienten; what was granted; NULL when not known yet
-- grain: maand
WITH mensen AS (
    SELECT
        p.jaar,
        count(DISTINCT p.client_id) AS clienten
    FROM per_post($wet, $domein) AS p
    GROUP BY p.jaar
)

SELECT
    g.maand::DATE AS maand,
    g.jaar::INTEGER AS jaar,
    m.clienten::BIGINT AS clienten,
    g.laag::DECIMAL(18, 2) AS laag,
    g.midden::DECIMAL(18, 2) AS midden,
    g.hoog::DECIMAL(18, 2) AS hoog,
    g.naief::DECIMAL(18, 2) AS naief,
    g.uitkomst::DECIMAL(18, 2) AS uitkomst
FROM gezegd($gezegd) AS g
LEFT JOIN mensen AS m ON g.jaar = m.jaar
ORDER BY maand
