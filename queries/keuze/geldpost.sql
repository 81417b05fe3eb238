-- All money of a year on a taakveld but what is promised, in eurocents, with how many people each
-- part is about.
--
-- params
--   jaar                 INTEGER   calendar year of delivery
-- columns
--   wet                  VARCHAR?  NULL for a taakveld that belongs to no single wet
--   taakveld             VARCHAR   on which messages can be booked: 6.75 for 6.751
--   begroot              BIGINT?   lasten of the latest budget known
--   primitief            BIGINT?   lasten as first decided
--   begroot_baten        BIGINT?   of the latest budget known
--   rekening             BIGINT?   lasten of the accounts
--   fictief              BOOLEAN?  whether part of the budget is made up
--   toegekend            BIGINT?   NULL here and below: no such figures
--   in_behandeling       BIGINT?
--   buiten               BIGINT?   lasten beside the messages
--   baten                BIGINT?   eigen bijdragen
--   betaald              BIGINT?   as the gemeente booked it
--   clienten             BIGINT    of the lines
--   clienten_buiten      BIGINT    of whom files tell
-- grain: wet, taakveld
WITH posten AS (
    SELECT
        u.wet,
        u.taakveld,
        sum(u.toegekend) AS toegekend,
        sum(u.in_behandeling) AS in_behandeling,
        count(*) FILTER (WHERE u.eerste & 4 > 0) AS clienten
    FROM uitgave_jaar AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wet, u.taakveld
    UNION ALL BY NAME
    SELECT
        b.wet,
        b.boekveld AS taakveld,
        b.lasten * 100 AS begroot,
        b.primitief * 100 AS primitief,
        b.baten * 100 AS begroot_baten,
        b.rekening * 100 AS rekening,
        b.fictief
    FROM begroot AS b
    WHERE b.jaar = $jaar::INTEGER
    UNION ALL BY NAME
    SELECT
        x.wet,
        x.boekveld AS taakveld,
        sum(x.lasten * 100) FILTER (WHERE x.soort <> 'eigen_bijdragen') AS buiten,
        sum(x.baten * 100) FILTER (WHERE x.soort = 'eigen_bijdragen') AS baten,
        max(x.clienten) AS clienten_buiten
    FROM buiten AS x
    WHERE x.jaar = $jaar::INTEGER
    GROUP BY x.wet, x.boekveld
    UNION ALL BY NAME
    SELECT
        p.wet,
        p.taakveld,
        p.bedrag * 100 AS betaald
    FROM betaald AS p
    WHERE p.jaar = $jaar::INTEGER
)

SELECT
    p.wet::VARCHAR AS wet,
    p.taakveld::VARCHAR AS taakveld,
    sum(p.begroot)::BIGINT AS begroot,
    sum(p.primitief)::BIGINT AS primitief,
    sum(p.begroot_baten)::BIGINT AS begroot_baten,
    sum(p.rekening)::BIGINT AS rekening,
    bool_or(p.fictief)::BOOLEAN AS fictief,
    sum(p.toegekend)::BIGINT AS toegekend,
    sum(p.in_behandeling)::BIGINT AS in_behandeling,
    sum(p.buiten)::BIGINT AS buiten,
    sum(p.baten)::BIGINT AS baten,
    sum(p.betaald)::BIGINT AS betaald,
    coalesce(sum(p.clienten), 0)::BIGINT AS clienten,
    coalesce(sum(p.clienten_buiten), 0)::BIGINT AS clienten_buiten
FROM posten AS p
GROUP BY p.wet, p.taakveld
