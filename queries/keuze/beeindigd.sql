-- How each toewijzing of a selection ended, by group, as its last stop (307) says: not one that
-- only interrupts (reden 20), nor one after which care began again.
--
-- params
--   van          DATE       first day on which it ended
--   tot          DATE       last such day, and what is known of this day
--   indeling     VARCHAR    by product, team or aanbieder; else all in one group
--   wet          VARCHAR?   NULL selects all, here and below
--   product      VARCHAR?   wet and categorie, such as jw-45
--   aanbieder    VARCHAR?   AGB code
--   team         VARCHAR?   the team of where the person lives now, on the day of the end
-- columns
--   groep              VARCHAR   wet and categorie, AGB code, team, or totaal
--   wet                VARCHAR
--   toewijzing_nummer  BIGINT
--   client_id          INTEGER
--   laag               INTEGER?  number of its layer of the regenboog, from 1 outside
--   dag                DATE      the last day
--   uitkomst           VARCHAR   plan, voortijdig or anders, by the reason of the stop
-- grain: groep, wet, toewijzing_nummer
WITH gestopt AS (
    SELECT
        m.wet,
        m.toewijzing_nummer,
        max(m.einddatum) AS dag,
        arg_max(m.reden_beeindiging, (m.einddatum, m.levering_nr, m.plaats)) AS reden
    FROM melding AS m
    WHERE
        m.soort = 'stop' AND m.reden_beeindiging <> '20'
        AND m.einddatum BETWEEN $van::DATE AND $tot::DATE
    GROUP BY m.wet, m.toewijzing_nummer
),

gekozen AS MATERIALIZED (
    SELECT
        t.wet,
        t.toewijzing_nummer,
        t.client_id,
        t.categorie,
        t.aanbieder,
        least(t.einddatum, $tot::DATE) AS einddatum,
        g.dag,
        g.reden
    FROM gestopt AS g
    INNER JOIN toewijzing AS t ON g.wet = t.wet AND g.toewijzing_nummer = t.toewijzing_nummer
    WHERE
        NOT t.verwijderd
        AND ($wet::VARCHAR IS NULL OR t.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR t.wet = split_part($product::VARCHAR, '-', 1))
        AND ($product::VARCHAR IS NULL OR t.categorie = split_part($product::VARCHAR, '-', 2))
        AND ($aanbieder::VARCHAR IS NULL OR t.aanbieder = $aanbieder::VARCHAR)
),

hervat AS (
    SELECT DISTINCT
        g.wet,
        g.toewijzing_nummer
    FROM gekozen AS g
    INNER JOIN melding AS m
        ON
            g.wet = m.wet AND g.toewijzing_nummer = m.toewijzing_nummer AND m.soort = 'start'
            AND g.dag < m.begindatum AND g.einddatum >= m.begindatum
    WHERE m.begindatum > $van::DATE
),

geeindigd AS (
    SELECT
        g.*,
        CASE
            WHEN g.wet = 'jw' AND g.reden = '31' THEN 'plan'
            WHEN g.wet = 'wmo' AND g.reden = '19' THEN 'plan'
            WHEN g.wet = 'jw' AND g.reden IN ('32', '33', '34', '35') THEN 'voortijdig'
            WHEN g.wet = 'wmo' AND g.reden IN ('21', '22', '23') THEN 'voortijdig'
            ELSE 'anders'
        END AS uitkomst
    FROM gekozen AS g
    ANTI JOIN hervat AS h ON g.wet = h.wet AND g.toewijzing_nummer = h.toewijzing_nummer
)

SELECT DISTINCT
    CASE $indeling::VARCHAR
        WHEN 'product' THEN g.wet || '-' || coalesce(g.categorie, 'onbekend')
        WHEN 'aanbieder' THEN g.aanbieder
        WHEN 'team' THEN coalesce(p.team, 'onbekend')
        ELSE 'totaal'
    END::VARCHAR AS groep,
    g.wet::VARCHAR AS wet,
    g.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    g.client_id::INTEGER AS client_id,
    l.laag::INTEGER AS laag,
    g.dag::DATE AS dag,
    g.uitkomst::VARCHAR AS uitkomst
FROM geeindigd AS g
LEFT JOIN client AS c ON g.client_id = c.client_id
LEFT JOIN team AS p
    ON
        c.wijk_code = p.wijk_code AND g.dag BETWEEN p.van AND p.tot
        AND ($team::VARCHAR IS NOT NULL OR $indeling::VARCHAR = 'team')
LEFT JOIN product AS l ON g.wet = l.wet AND g.categorie = l.categorie
WHERE $team::VARCHAR IS NULL OR p.team = $team::VARCHAR
