-- All money of a year on a taakveld, in eurocents, with how many people each part is about.
--
-- params
--   jaar                 INTEGER   calendar year of delivery
-- columns
--   wet                  VARCHAR?  NULL for a taakveld that belongs to no single wet
--   taakveld             VARCHAR   on which messages can be booked: 6.75 for 6.751
--   naam                 VARCHAR
--   begroot              BIGINT?   lasten of the latest budget known
--   fictief              BOOLEAN?  whether part of the budget is made up
--   toegekend            BIGINT?   NULL here and below: no such figures
--   in_behandeling       BIGINT?
--   verplicht            BIGINT?
--   buiten               BIGINT?   lasten beside the messages
--   kosten               BIGINT?   toegekend, in_behandeling, buiten and verplicht together
--   zonder_prijs         BIGINT    toewijzingen of which not all months have a price
--   clienten             BIGINT    of the lines
--   clienten_verplicht   BIGINT    with a toewijzing that is still promised
--   clienten_buiten      BIGINT    of whom files tell
-- grain: wet, taakveld
WITH posten AS (
    SELECT
        g.*,
        g.toegekend + g.in_behandeling AS gedeclareerd
    FROM geldpost($jaar) AS g
    UNION ALL BY NAME
    SELECT
        v.wet,
        v.taakveld,
        sum(v.bedrag) AS verplicht,
        count(*) FILTER (WHERE NOT v.geprijsd) AS zonder_prijs,
        count(DISTINCT v.client_id) AS clienten_verplicht
    FROM verplicht($jaar) AS v
    GROUP BY v.wet, v.taakveld
)

SELECT
    p.wet::VARCHAR AS wet,
    p.taakveld::VARCHAR AS taakveld,
    coalesce(any_value(v.naam), p.taakveld)::VARCHAR AS naam,
    sum(p.begroot)::BIGINT AS begroot,
    bool_or(p.fictief)::BOOLEAN AS fictief,
    sum(p.toegekend)::BIGINT AS toegekend,
    sum(p.in_behandeling)::BIGINT AS in_behandeling,
    sum(p.verplicht)::BIGINT AS verplicht,
    sum(p.buiten)::BIGINT AS buiten,
    CASE
        WHEN count(p.gedeclareerd) + count(p.buiten) + count(p.verplicht) > 0
            THEN
                coalesce(sum(p.gedeclareerd), 0) + coalesce(sum(p.buiten), 0)
                + coalesce(sum(p.verplicht), 0)
    END::BIGINT AS kosten,
    coalesce(sum(p.zonder_prijs), 0)::BIGINT AS zonder_prijs,
    coalesce(sum(p.clienten), 0)::BIGINT AS clienten,
    coalesce(sum(p.clienten_verplicht), 0)::BIGINT AS clienten_verplicht,
    coalesce(sum(p.clienten_buiten), 0)::BIGINT AS clienten_buiten
FROM posten AS p
LEFT JOIN taakveld AS v ON p.taakveld = v.taakveld
GROUP BY p.wet, p.taakveld
