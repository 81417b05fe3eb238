-- The figures of a year on top of the page, within a selection.
--
-- params
--   jaar            INTEGER        calendar year of delivery
--   wet             VARCHAR?       NULL selects all, here and below
--   domein          VARCHAR?       a taakveld
--   product         VARCHAR?       wet and categorie, such as jw-45
--   aanbieder       VARCHAR?       AGB code
--   wijk            VARCHAR?       where the person lives now
--   team            VARCHAR?       the team of that wijk on the first day of the month
--   genoeg          DOUBLE?        reached: this part of the busiest month; NULL is any line at all
-- columns
--   clienten              BIGINT          persons
--   ingediend             DECIMAL(18,2)   money of clienten
--   toegekend             DECIMAL(18,2)   money of clienten
--   in_behandeling        DECIMAL(18,2)   money of clienten
--   begroot               DECIMAL(18,2)?  of the wetten with lines; only for whole taakvelden
--   begroot_fictief       BOOLEAN?        whether part of that budget is made up
--   laatste_maand         DATE?           the last month that is reached: a few early lines do not
--   ingediend_tot         DECIMAL(18,2)?  money of clienten_tot; up to and with that month
--   ingediend_vorig_jaar  DECIMAL(18,2)?  money of clienten_vorig_jaar; up to the same month
-- unseen
--   clienten_tot          BIGINT          persons
--   clienten_vorig_jaar   BIGINT          persons
-- grain: one row
WITH gekozen AS (
    SELECT
        u.maand,
        u.client_id,
        u.ingediend,
        u.toegekend,
        u.in_behandeling,
        u.maand >= make_date($jaar::INTEGER, 1, 1) AS dit_jaar
    FROM uitgave AS u
    LEFT JOIN client AS c ON u.client_id = c.client_id
    WHERE
        u.maand BETWEEN make_date($jaar::INTEGER - 1, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
        AND ($domein::VARCHAR IS NULL OR u.taakveld = $domein::VARCHAR)
        AND ($product::VARCHAR IS NULL OR u.wet || '-' || u.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
        AND ($wijk::VARCHAR IS NULL OR coalesce(c.wijk_code, 'onbekend') = $wijk::VARCHAR)
        AND ($team::VARCHAR IS NULL OR c.wijk_code IN (
            SELECT t.wijk_code FROM team AS t
            WHERE t.team = $team::VARCHAR AND u.maand BETWEEN t.van AND t.tot
        ))
),

bereikt AS (
    SELECT maand FROM gekozen
    WHERE dit_jaar
    GROUP BY maand
    QUALIFY
        count(DISTINCT client_id)
        >= coalesce($genoeg::DOUBLE, 0) * max(count(DISTINCT client_id)) OVER ()
    ORDER BY maand DESC LIMIT 1
),

telling AS (
    SELECT
        count(DISTINCT g.client_id) FILTER (WHERE g.dit_jaar) AS clienten,
        sum(g.ingediend) FILTER (WHERE g.dit_jaar) AS ingediend,
        sum(g.toegekend) FILTER (WHERE g.dit_jaar) AS toegekend,
        sum(g.in_behandeling) FILTER (WHERE g.dit_jaar) AS in_behandeling,
        sum(g.ingediend) FILTER (WHERE g.dit_jaar AND g.maand <= b.maand) AS tot,
        sum(g.ingediend) FILTER (WHERE g.maand <= b.maand - INTERVAL 1 YEAR) AS vorig,
        count(DISTINCT g.client_id) FILTER (WHERE g.dit_jaar AND g.maand <= b.maand) AS er_tot,
        count(DISTINCT g.client_id) FILTER (WHERE g.maand <= b.maand - INTERVAL 1 YEAR) AS er_vorig,
        any_value(b.maand) AS laatste_maand
    FROM gekozen AS g
    LEFT JOIN bereikt AS b ON TRUE
),

begroot AS (
    SELECT
        sum(b.lasten) AS lasten,
        bool_or(b.fictief) AS fictief
    FROM begroting AS b
    WHERE
        b.jaar = $jaar::INTEGER
        AND b.wet IN (SELECT DISTINCT met_regels.wet FROM uitgave AS met_regels)
        AND ($wet::VARCHAR IS NULL OR b.wet = $wet::VARCHAR)
        AND ($domein::VARCHAR IS NULL OR starts_with(b.taakveld, $domein::VARCHAR))
        AND coalesce($product::VARCHAR, $aanbieder::VARCHAR, $wijk::VARCHAR, $team::VARCHAR) IS NULL
)

SELECT
    t.clienten::BIGINT AS clienten,
    (coalesce(t.ingediend, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (coalesce(t.toegekend, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (coalesce(t.in_behandeling, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling,
    b.lasten::DECIMAL(18, 2) AS begroot,
    b.fictief::BOOLEAN AS begroot_fictief,
    t.laatste_maand::DATE AS laatste_maand,
    (t.tot::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend_tot,
    (t.vorig::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend_vorig_jaar,
    t.er_tot::BIGINT AS clienten_tot,
    t.er_vorig::BIGINT AS clienten_vorig_jaar
FROM telling AS t CROSS JOIN begroot AS b
ORDER BY clienten
