-- How toewijzingen of a selection ended in a period, by group: volgens plan (Jw 31, Wmo 19), early,
-- or otherwise, as their stops (307) say. Who has two products counts at both.
--
-- params
--   van                   DATE       first day on which one ended
--   peildatum             DATE       last such day, and what is known of this day
--   indeling              VARCHAR    by product, team or aanbieder; else all in one group
--   aantal                INTEGER    so many groups, the largest
--   wet                   VARCHAR?   NULL selects all, here and below
--   product               VARCHAR?   wet and categorie, such as jw-45
--   aanbieder             VARCHAR?   AGB code
--   team                  VARCHAR?   the team of where the person lives now, on the day of the end
-- columns
--   groep                 VARCHAR    wet and categorie, AGB code, team, or totaal
--   naam                  VARCHAR
--   clienten              BIGINT     persons; whose toewijzing ended
--   toewijzingen          BIGINT     count of clienten; that ended
--   volgens_plan          BIGINT     count of rond_plan; that ended volgens plan
--   aandeel_plan          DOUBLE     money of rond_plan; of all that ended, in whole percents
--   voortijdig            BIGINT     count of rond_voortijdig; that ended early
--   aandeel_voortijdig    DOUBLE     money of rond_voortijdig; in whole percents
--   voorlopig             BIGINT     count of clienten_voorlopig; in the last thirty days
-- unseen
--   rond_plan             BIGINT     persons; of those volgens plan and of the others: the fewest
--   rond_voortijdig       BIGINT     persons; of volgens plan, early and otherwise: the fewest
--   clienten_voorlopig    BIGINT     persons; whose toewijzing ended in the last thirty days
-- grain: groep
WITH geeindigd AS (
    SELECT
        b.groep,
        b.client_id,
        b.uitkomst,
        b.dag > $peildatum::DATE - 30 AS voorlopig
    FROM beeindigd($van, $peildatum, $indeling, $wet, $product, $aanbieder, $team) AS b
),

geteld AS (
    SELECT
        g.groep,
        count(DISTINCT g.client_id) AS clienten,
        count(*) AS toewijzingen,
        count(*) FILTER (WHERE g.uitkomst = 'plan') AS volgens_plan,
        count(*) FILTER (WHERE g.uitkomst = 'voortijdig') AS voortijdig,
        count(*) FILTER (WHERE g.voorlopig) AS voorlopig,
        count(DISTINCT g.client_id) FILTER (WHERE g.uitkomst = 'plan') AS met_plan,
        count(DISTINCT g.client_id) FILTER (WHERE g.uitkomst <> 'plan') AS zonder_plan,
        count(DISTINCT g.client_id) FILTER (WHERE g.uitkomst = 'voortijdig') AS te_vroeg,
        count(DISTINCT g.client_id) FILTER (WHERE g.uitkomst = 'anders') AS anders,
        count(DISTINCT g.client_id) FILTER (WHERE g.voorlopig) AS clienten_voorlopig
    FROM geeindigd AS g
    GROUP BY g.groep
    ORDER BY clienten DESC, g.groep ASC
    LIMIT $aantal::INTEGER
)

-- Exact parts would give rounded counts back, so that parts are in whole percents.
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
    g.clienten::BIGINT AS clienten,
    g.toewijzingen::BIGINT AS toewijzingen,
    g.volgens_plan::BIGINT AS volgens_plan,
    round(g.volgens_plan / g.toewijzingen, 2)::DOUBLE AS aandeel_plan,
    g.voortijdig::BIGINT AS voortijdig,
    round(g.voortijdig / g.toewijzingen, 2)::DOUBLE AS aandeel_voortijdig,
    g.voorlopig::BIGINT AS voorlopig,
    coalesce(least(nullif(g.met_plan, 0), nullif(g.zonder_plan, 0)), 0)::BIGINT AS rond_plan,
    coalesce(least(nullif(g.met_plan, 0), nullif(g.te_vroeg, 0), nullif(g.anders, 0)), 0)::BIGINT
        AS rond_voortijdig,
    g.clienten_voorlopig::BIGINT AS clienten_voorlopig
FROM geteld AS g
LEFT JOIN naam AS n ON n.soort = $indeling::VARCHAR AND g.groep = n.code
ORDER BY clienten DESC, groep ASC
