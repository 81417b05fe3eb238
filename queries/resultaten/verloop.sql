-- How toewijzingen of a selection ended, quarter by quarter: volgens plan (Jw 31, Wmo 19), early,
-- or otherwise, as their stops (307) say.
--
-- params
--   van                   DATE       first day on which one ended
--   peildatum             DATE       last such day, and what is known of this day
--   wet                   VARCHAR?   NULL selects all, here and below
--   product               VARCHAR?   wet and categorie, such as jw-45
--   aanbieder             VARCHAR?   AGB code
--   team                  VARCHAR?   the team of where the person lives now, on the day of the end
-- columns
--   kwartaal              DATE       its first day
--   clienten              BIGINT     persons; whose toewijzing ended
--   toewijzingen          BIGINT     count of clienten; that ended
--   volgens_plan          BIGINT     count of rond_plan; that ended volgens plan
--   aandeel_plan          DOUBLE     money of rond_plan; of all that ended, in whole percents
--   voortijdig            BIGINT     count of rond_voortijdig; that ended early
--   aandeel_voortijdig    DOUBLE     money of rond_voortijdig; in whole percents
--   voorlopig             BOOLEAN    whether thirty days have not passed since its last day
-- unseen
--   rond_plan             BIGINT     persons; of those volgens plan and of the others: the fewest
--   rond_voortijdig       BIGINT     persons; of volgens plan, early and otherwise: the fewest
-- grain: kwartaal
WITH geeindigd AS (
    SELECT
        b.client_id,
        b.uitkomst,
        date_trunc('quarter', b.dag)::DATE AS kwartaal
    FROM beeindigd($van, $peildatum, '', $wet, $product, $aanbieder, $team) AS b
),

geteld AS (
    SELECT
        g.kwartaal,
        count(DISTINCT g.client_id) AS clienten,
        count(*) AS toewijzingen,
        count(*) FILTER (WHERE g.uitkomst = 'plan') AS volgens_plan,
        count(*) FILTER (WHERE g.uitkomst = 'voortijdig') AS voortijdig,
        count(DISTINCT g.client_id) FILTER (WHERE g.uitkomst = 'plan') AS met_plan,
        count(DISTINCT g.client_id) FILTER (WHERE g.uitkomst <> 'plan') AS zonder_plan,
        count(DISTINCT g.client_id) FILTER (WHERE g.uitkomst = 'voortijdig') AS te_vroeg,
        count(DISTINCT g.client_id) FILTER (WHERE g.uitkomst = 'anders') AS anders
    FROM geeindigd AS g
    GROUP BY g.kwartaal
)

SELECT
    g.kwartaal::DATE AS kwartaal,
    g.clienten::BIGINT AS clienten,
    g.toewijzingen::BIGINT AS toewijzingen,
    g.volgens_plan::BIGINT AS volgens_plan,
    round(g.volgens_plan / g.toewijzingen, 2)::DOUBLE AS aandeel_plan,
    g.voortijdig::BIGINT AS voortijdig,
    round(g.voortijdig / g.toewijzingen, 2)::DOUBLE AS aandeel_voortijdig,
    ((g.kwartaal + INTERVAL 3 MONTH)::DATE + 29 > $peildatum::DATE)::BOOLEAN AS voorlopig,
    coalesce(least(nullif(g.met_plan, 0), nullif(g.zonder_plan, 0)), 0)::BIGINT AS rond_plan,
    coalesce(least(nullif(g.met_plan, 0), nullif(g.te_vroeg, 0), nullif(g.anders, 0)), 0)::BIGINT
        AS rond_voortijdig
FROM geteld AS g
ORDER BY kwartaal ASC
