-- Where a year ends, within a selection, beside the budget of the same taakvelden.
--
-- params
--   jaar             INTEGER        calendar year of delivery
--   wet              VARCHAR?       NULL selects all, here and below
--   domein           VARCHAR?       a taakveld
--   gezegd           VARCHAR        what the forecast says of it: see prognose/zeggen.py
-- columns
--   maand            DATE?          first day of the month at whose end it is said
--   clienten         BIGINT?        persons; of the year before while nobody has care in this one
--   toegekend        DECIMAL(18,2)? money of clienten; of this year by then
--   laag             DECIMAL(18,2)? money of clienten; P10
--   midden           DECIMAL(18,2)? money of clienten; P50
--   hoog             DECIMAL(18,2)? money of clienten; P90
--   naief            DECIMAL(18,2)? money of clienten; the year so far in proportion
--   komt             DECIMAL(18,2)? money of clienten; still to be declared of months that were
--   komt_fout        DECIMAL(18,2)? money of clienten; the standard error of that
--   begroot          DECIMAL(18,2)? of the taakvelden of which lines are forecast
--   begroot_fictief  BOOLEAN?       whether part of that budget is made up
--   afwijking        DECIMAL(18,2)? money of clienten; midden less begroot
--   kans             DOUBLE?        money of clienten; chance that the year ends above begroot
--   reden            VARCHAR?       in Dutch, why there is no midden or no band
-- grain: one row
WITH mensen AS (
    SELECT
        count(DISTINCT p.client_id) FILTER (WHERE p.jaar = $jaar::INTEGER) AS nu,
        count(DISTINCT p.client_id) AS ooit
    FROM per_post($wet, $domein) AS p
    WHERE p.jaar BETWEEN $jaar::INTEGER - 1 AND $jaar::INTEGER
),

begroot AS (
    SELECT
        sum(b.lasten) AS lasten,
        bool_or(b.fictief) AS fictief
    FROM begroting AS b
    INNER JOIN gezegd($gezegd) AS g ON list_contains(g.velden, b.boekveld)
    WHERE
        b.jaar = $jaar::INTEGER
        AND ($wet::VARCHAR IS NULL OR b.wet = $wet::VARCHAR)
),

kans AS (
    SELECT avg((d.waarde > b.lasten)::INTEGER) AS deel
    FROM (SELECT unnest(g.percentielen) AS waarde FROM gezegd($gezegd) AS g) AS d
    CROSS JOIN begroot AS b
)

SELECT
    g.maand::DATE AS maand,
    nullif(CASE m.nu WHEN 0 THEN m.ooit ELSE m.nu END, 0)::BIGINT AS clienten,
    g.toegekend::DECIMAL(18, 2) AS toegekend,
    g.laag::DECIMAL(18, 2) AS laag,
    g.midden::DECIMAL(18, 2) AS midden,
    g.hoog::DECIMAL(18, 2) AS hoog,
    g.naief::DECIMAL(18, 2) AS naief,
    g.komt::DECIMAL(18, 2) AS komt,
    g.komt_fout::DECIMAL(18, 2) AS komt_fout,
    b.lasten::DECIMAL(18, 2) AS begroot,
    b.fictief::BOOLEAN AS begroot_fictief,
    (g.midden::DECIMAL(18, 2) - b.lasten)::DECIMAL(18, 2) AS afwijking,
    k.deel::DOUBLE AS kans,
    g.reden::VARCHAR AS reden
FROM mensen AS m
CROSS JOIN begroot AS b
CROSS JOIN kans AS k
LEFT JOIN gezegd($gezegd) AS g ON TRUE
ORDER BY maand
