-- Of whom nothing followed when a toewijzing of a selection ended, who had no new care within six
-- and within twelve months, by group: nobody counts of whom less time has passed. Who has two
-- products counts at both; who died counts nowhere.
--
-- params
--   van               DATE       first day on which one ended
--   peildatum         DATE       last such day, and what is known of this day
--   indeling          VARCHAR    by product, team or aanbieder; else all in one group
--   aantal            INTEGER    so many groups, the largest
--   wet               VARCHAR?   NULL selects all, here and below
--   product           VARCHAR?   wet and categorie, such as jw-45
--   aanbieder         VARCHAR?   AGB code
--   team              VARCHAR?   the team of where the person lives now, on the day of the end
-- columns
--   groep             VARCHAR    wet and categorie, AGB code, team, or totaal
--   naam              VARCHAR
--   zes               BIGINT     persons; who had no care left, six months ago or longer
--   zonder_zes        BIGINT     persons; of them, without new care within six months
--   terug_zes         BIGINT     persons; of them, with new care within six months
--   aandeel_zes       DOUBLE?    share of zonder_zes in zes
--   twaalf            BIGINT     persons; who had no care left, twelve months ago or longer
--   zonder_twaalf     BIGINT     persons; of them, without new care within twelve months
--   terug_twaalf      BIGINT     persons; of them, with new care within twelve months
--   aandeel_twaalf    DOUBLE?    share of zonder_twaalf in twaalf
-- grain: groep
-- balance: zonder_zes + terug_zes = zes; zonder_twaalf + terug_twaalf = twaalf
WITH einde AS (
    SELECT b.*
    FROM beeindigd($van, $peildatum, $indeling, $wet, $product, $aanbieder, $team) AS b
    ANTI JOIN melding AS m
        ON b.client_id = m.client_id AND m.soort = 'stop' AND m.reden_beeindiging = '02'
    WHERE b.dag + INTERVAL 6 MONTH <= $peildatum::DATE
),

zorg AS (
    SELECT
        z.client_id,
        z.van,
        z.tot
    FROM zorgperiode AS z
    WHERE z.wet = 'totaal' AND z.van <= $peildatum::DATE AND z.tot > $van::DATE
),

-- What begins in the thirty days after it is the same care, as with instroom.
gevolgd AS (
    SELECT
        e.groep,
        e.client_id,
        e.dag + INTERVAL 12 MONTH <= $peildatum::DATE AS is_twaalf,
        coalesce(z.van <= e.dag + INTERVAL 6 MONTH, FALSE) AS terug_zes,
        coalesce(z.van <= e.dag + INTERVAL 12 MONTH, FALSE) AS terug_twaalf
    FROM einde AS e
    ASOF LEFT JOIN zorg AS z ON e.client_id = z.client_id AND e.dag < z.tot
    WHERE z.van IS NULL OR z.van - e.dag > 31
),

persoon AS (
    SELECT
        g.groep,
        bool_or(g.terug_zes) AS terug_zes,
        bool_or(g.is_twaalf) AS is_twaalf,
        bool_or(g.is_twaalf AND g.terug_twaalf) AS terug_twaalf
    FROM gevolgd AS g
    GROUP BY g.groep, g.client_id
),

geteld AS (
    SELECT
        p.groep,
        count(*) AS zes,
        count(*) FILTER (WHERE p.terug_zes) AS terug_zes,
        count(*) FILTER (WHERE p.is_twaalf) AS twaalf,
        count(*) FILTER (WHERE p.terug_twaalf) AS terug_twaalf
    FROM persoon AS p
    GROUP BY p.groep
)

SELECT
    g.groep::VARCHAR AS groep,
    coalesce(
        n.naam,
        CASE
            WHEN g.groep = 'totaal' THEN 'Alles samen'
            WHEN ends_with(g.groep, 'onbekend') THEN 'Onbekend'
        END,
        g.groep
    )::VARCHAR AS naam,
    g.zes::BIGINT AS zes,
    (g.zes - g.terug_zes)::BIGINT AS zonder_zes,
    g.terug_zes::BIGINT AS terug_zes,
    ((g.zes - g.terug_zes) / nullif(g.zes, 0))::DOUBLE AS aandeel_zes,
    g.twaalf::BIGINT AS twaalf,
    (g.twaalf - g.terug_twaalf)::BIGINT AS zonder_twaalf,
    g.terug_twaalf::BIGINT AS terug_twaalf,
    ((g.twaalf - g.terug_twaalf) / nullif(g.twaalf, 0))::DOUBLE AS aandeel_twaalf
FROM geteld AS g
LEFT JOIN naam AS n ON n.soort = $indeling::VARCHAR AND g.groep = n.code
ORDER BY zes DESC, groep ASC
LIMIT $aantal::INTEGER
