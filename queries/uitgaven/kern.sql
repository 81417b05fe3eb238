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
--   genoeg          DOUBLE?        reached: this part of the lines of the busiest month; NULL: any
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
WITH geld AS (
    SELECT
        sum(b.ingediend) FILTER (WHERE b.dit_jaar) AS ingediend,
        sum(b.toegekend) FILTER (WHERE b.dit_jaar) AS toegekend,
        sum(b.in_behandeling) FILTER (WHERE b.dit_jaar) AS in_behandeling,
        sum(b.ingediend) FILTER (WHERE b.dit_jaar AND b.maand <= b.laatste) AS tot,
        sum(b.ingediend) FILTER (WHERE b.maand <= b.laatste - INTERVAL 1 YEAR) AS vorig,
        any_value(b.laatste) AS laatste_maand,
        coalesce((1 << month(any_value(b.laatste))) - 1, 0) AS bits
    FROM maandstand($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team, $genoeg) AS b
),

-- The months of people as bits. Within a wet or a wijk the first row of a person has the earliest
-- month, which is enough; any other selection cuts through care, and looks at each person.
patroon AS (
    SELECT
        u.jaar = $jaar::INTEGER AS dit_jaar,
        bit_or(u.maanden) AS maanden,
        CASE
            WHEN coalesce($domein, $product, $aanbieder, $team) IS NOT NULL THEN 1 ELSE count(*)
        END AS clienten
    FROM gekozen_jaar($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    WHERE
        coalesce($domein, $product, $aanbieder, $team) IS NOT NULL
        OR u.eerste & CASE WHEN $wet IS NULL THEN 1 ELSE 2 END > 0
    GROUP BY
        u.jaar,
        CASE
            WHEN coalesce($domein, $product, $aanbieder, $team) IS NOT NULL THEN u.client_id
            ELSE u.maanden
        END
),

mensen AS (
    SELECT
        sum(p.clienten) FILTER (WHERE p.dit_jaar) AS clienten,
        sum(p.clienten) FILTER (WHERE p.dit_jaar AND p.maanden & g.bits > 0) AS tot,
        sum(p.clienten) FILTER (WHERE NOT p.dit_jaar AND p.maanden & g.bits > 0) AS vorig
    FROM patroon AS p
    CROSS JOIN geld AS g
),

begroot AS (
    SELECT
        sum(b.lasten) AS lasten,
        bool_or(b.fictief) AS fictief
    FROM begroting AS b
    WHERE
        b.jaar = $jaar::INTEGER
        AND b.wet IN (SELECT u.wet FROM uitgave_maand AS u)
        AND ($wet::VARCHAR IS NULL OR b.wet = $wet::VARCHAR)
        AND ($domein::VARCHAR IS NULL OR starts_with(b.taakveld, $domein::VARCHAR))
        AND coalesce($product, $aanbieder, $wijk, $team) IS NULL
)

SELECT
    coalesce(m.clienten, 0)::BIGINT AS clienten,
    (coalesce(g.ingediend, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (coalesce(g.toegekend, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (coalesce(g.in_behandeling, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling,
    b.lasten::DECIMAL(18, 2) AS begroot,
    b.fictief::BOOLEAN AS begroot_fictief,
    g.laatste_maand::DATE AS laatste_maand,
    (g.tot::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend_tot,
    (g.vorig::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend_vorig_jaar,
    coalesce(m.tot, 0)::BIGINT AS clienten_tot,
    coalesce(m.vorig, 0)::BIGINT AS clienten_vorig_jaar
FROM geld AS g
CROSS JOIN mensen AS m
CROSS JOIN begroot AS b
ORDER BY clienten
