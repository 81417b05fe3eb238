-- The months of a year on the way to its end, within a selection.
--
-- params
--   jaar        INTEGER         calendar year of delivery
--   wet         VARCHAR?        NULL selects all, here and below
--   domein      VARCHAR?        a taakveld
--   gezegd      VARCHAR         what the forecast says of each month: see prognose/zeggen.py
-- columns
--   maand       DATE            first day of the month of delivery
--   clienten    BIGINT?         persons; with lines in this month
--   binnen      DECIMAL(18,2)?  money of clienten; what is in and not refused; NULL when to come
--   verwacht    DECIMAL(18,2)?  money of verwachten; what the month comes to
--   laag        DECIMAL(18,2)?  money of opgeteld; P10 of all months up to and with this one
--   midden      DECIMAL(18,2)?  money of opgeteld; P50 of these; NULL where all is known
--   hoog        DECIMAL(18,2)?  money of opgeteld; P90 of these
-- unseen
--   verwachten  BIGINT?         persons; of a mature month its own, else those of the year
--   opgeteld    BIGINT?         persons; with lines up to and with this month
-- grain: maand
WITH patroon AS (
    SELECT
        p.jaar,
        p.client_id,
        bit_or(p.maanden) AS maanden
    FROM per_post($wet, $domein) AS p
    WHERE p.jaar BETWEEN $jaar::INTEGER - 1 AND $jaar::INTEGER
    GROUP BY p.jaar, p.client_id
),

geteld AS (
    SELECT
        p.jaar,
        p.maanden,
        count(*) AS clienten
    FROM patroon AS p
    GROUP BY p.jaar, p.maanden
),

-- The year before speaks for a year in which nobody has care yet.
jaren AS (
    SELECT
        sum(t.clienten) FILTER (WHERE t.jaar = $jaar::INTEGER) AS nu,
        sum(t.clienten) AS ooit
    FROM geteld AS t
),

mensen AS (
    SELECT
        g.maand,
        sum(t.clienten) FILTER (WHERE t.maanden & (1 << (month(g.maand) - 1)) > 0) AS eigen,
        sum(t.clienten) FILTER (WHERE t.maanden & ((1 << month(g.maand)) - 1) > 0) AS opgeteld
    FROM gezegd($gezegd) AS g
    LEFT JOIN geteld AS t ON t.jaar = $jaar::INTEGER
    GROUP BY g.maand
)

SELECT
    g.maand::DATE AS maand,
    m.eigen::BIGINT AS clienten,
    CASE WHEN m.eigen > 0 THEN g.binnen END::DECIMAL(18, 2) AS binnen,
    g.verwacht::DECIMAL(18, 2) AS verwacht,
    g.laag::DECIMAL(18, 2) AS laag,
    g.midden::DECIMAL(18, 2) AS midden,
    g.hoog::DECIMAL(18, 2) AS hoog,
    CASE WHEN g.rijp THEN m.eigen ELSE coalesce(j.nu, j.ooit) END::BIGINT AS verwachten,
    coalesce(m.opgeteld, j.ooit)::BIGINT AS opgeteld
FROM gezegd($gezegd) AS g
INNER JOIN mensen AS m ON g.maand = m.maand
CROSS JOIN jaren AS j
ORDER BY maand
