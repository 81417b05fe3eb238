-- A reference of an aanbieder: who asked what under it, and what came of that.
--
-- columns
--   wet             VARCHAR
--   aanbieder       VARCHAR
--   referentie      VARCHAR
--   client_id       INTEGER
--   wijziging       BOOLEAN   asked in a 317
--   gevraagd_op     DATE?     dagtekening of the first verzoek; NULL when there is none
--   toegewezen_op   DATE?
--   afgewezen_op    DATE?     dagtekening of the first 319 that turns it down
-- grain: wet, aanbieder, referentie
WITH gezien AS (
    SELECT
        g.wet,
        g.aanbieder,
        g.referentie,
        g.client_id,
        g.wijziging,
        g.dagtekening AS gevraagd_op,
        NULL::DATE AS toegewezen_op
    FROM gevraagd AS g
    UNION ALL
    SELECT
        v.wet,
        v.aanbieder,
        v.referentie,
        v.client_id,
        FALSE AS wijziging,
        NULL::DATE AS gevraagd_op,
        v.toewijzingsdatum AS toegewezen_op
    FROM toewijzing_versie AS v
    WHERE v.referentie IS NOT NULL
),

afgewezen AS (
    SELECT
        a.wet,
        a.aanbieder,
        a.referentie,
        min(l.dagtekening) AS dag
    FROM verzoek_antwoord AS a
    INNER JOIN levering AS l ON a.levering_nr = l.levering_nr
    WHERE a.antwoord = '1'
    GROUP BY a.wet, a.aanbieder, a.referentie
)

SELECT
    g.wet::VARCHAR AS wet,
    g.aanbieder::VARCHAR AS aanbieder,
    g.referentie::VARCHAR AS referentie,
    min(g.client_id)::INTEGER AS client_id,
    bool_or(g.wijziging)::BOOLEAN AS wijziging,
    min(g.gevraagd_op)::DATE AS gevraagd_op,
    min(g.toegewezen_op)::DATE AS toegewezen_op,
    min(a.dag)::DATE AS afgewezen_op
FROM gezien AS g
LEFT JOIN afgewezen AS a
    ON g.wet = a.wet AND g.aanbieder = a.aanbieder AND g.referentie = a.referentie
GROUP BY g.wet, g.aanbieder, g.referentie
