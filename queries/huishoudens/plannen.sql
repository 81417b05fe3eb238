-- The households with two or three wetten on a day, by whether they have one plan and one
-- regisseur; none, as long as no file of plannen came.
--
-- params
--   peildatum     DATE
-- columns
--   volgnr        INTEGER  1 is best
--   stand         VARCHAR
--   huishoudens   BIGINT   persons, as households
--   samen         BIGINT   persons, as households, with two or three wetten
--   aandeel       DOUBLE?  share of huishoudens in samen
-- grain: volgnr
WITH huishouden_met AS (
    SELECT z.huishouden_id
    FROM huishoudzorg($peildatum, $peildatum) AS z
    GROUP BY z.huishouden_id
    HAVING min(z.wet) < max(z.wet)
),

gepland AS (
    SELECT
        md5_number_lower(p.huishouden) AS huishouden_id,
        count(DISTINCT p.plan_van) AS plannen,
        count(DISTINCT p.regisseur) AS regisseurs
    FROM plan AS p
    WHERE $peildatum::DATE BETWEEN p.plan_van AND coalesce(p.tot, DATE '9999-12-31')
    GROUP BY p.huishouden
),

geoordeeld AS (
    SELECT
        CASE
            WHEN g.plannen IS NULL THEN 5
            WHEN g.plannen > 1 THEN 4
            WHEN g.regisseurs > 1 THEN 3
            WHEN g.regisseurs = 0 THEN 2
            ELSE 1
        END AS volgnr
    FROM huishouden_met AS h
    LEFT JOIN gepland AS g ON h.huishouden_id = g.huishouden_id
    WHERE (SELECT count(*) FROM plan_regel) > 0
)

SELECT
    o.volgnr::INTEGER AS volgnr,
    (
        CASE o.volgnr
            WHEN 1 THEN 'één plan, één regisseur'
            WHEN 2 THEN 'één plan, geen regisseur'
            WHEN 3 THEN 'één plan, meer regisseurs'
            WHEN 4 THEN 'meer dan één plan'
            ELSE 'geen plan'
        END
    )::VARCHAR AS stand,
    count(*)::BIGINT AS huishoudens,
    sum(count(*)) OVER ()::BIGINT AS samen,
    (count(*) / sum(count(*)) OVER ())::DOUBLE AS aandeel
FROM geoordeeld AS o
GROUP BY o.volgnr
ORDER BY o.volgnr
