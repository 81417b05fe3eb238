-- How long one waited for care: until its first start (305), from the day on which its first
-- toewijzing was decided, began or was asked for. Care that was reopened waits for nothing new.
--
-- params
--   soort        VARCHAR    from when: toewijzing, ingang or verzoek
--   van          DATE       first such day
--   tot          DATE       last such day, and what is known of this day
-- columns
--   wet          VARCHAR
--   categorie    VARCHAR?
--   aanbieder    VARCHAR    AGB code
--   client_id    INTEGER
--   volgnr       INTEGER    1 is the first time, more is a return
--   hoe          VARCHAR    gemeten; achteraf: over before that day; onbekend: declared, no start
--   dagen        INTEGER    until the start, or as far as it is known
--   gebeurd      BOOLEAN    whether it started; if not, it takes longer than these days
--   loopt        BOOLEAN    whether one still waits
-- grain: wet, categorie, aanbieder, client_id, volgnr
WITH gekozen AS (
    SELECT
        z.*,
        CASE $soort::VARCHAR
            WHEN 'toewijzing' THEN z.toegewezen_op
            WHEN 'ingang' THEN z.van
            WHEN 'verzoek' THEN z.gevraagd_op
        END AS vanaf,
        coalesce(z.begonnen <= $tot::DATE, FALSE) AS is_begonnen
    FROM zorgtraject AS z
    WHERE z.toegewezen_op IS NOT NULL
),

gewacht AS (
    SELECT
        g.*,
        CASE WHEN g.is_begonnen THEN g.begonnen ELSE least(g.tot, $tot::DATE) END AS totdat
    FROM gekozen AS g
    WHERE g.vanaf BETWEEN $van::DATE AND $tot::DATE
),

-- Without a start there may be lines: then care began, and nobody says when.
gedeclareerd AS (
    SELECT DISTINCT
        u.wet,
        u.toewijzing_nummer
    FROM uitgave_jaar AS u
    SEMI JOIN gewacht AS g
        ON u.wet = g.wet AND u.toewijzing_nummer = g.toewijzing_nummer AND NOT g.is_begonnen
    WHERE u.jaar <= year($tot::DATE)
)

SELECT
    g.wet::VARCHAR AS wet,
    g.categorie::VARCHAR AS categorie,
    g.aanbieder::VARCHAR AS aanbieder,
    g.client_id::INTEGER AS client_id,
    g.volgnr::INTEGER AS volgnr,
    CASE
        WHEN g.totdat < g.vanaf THEN 'achteraf'
        WHEN NOT g.is_begonnen AND d.wet IS NOT NULL THEN 'onbekend'
        ELSE 'gemeten'
    END::VARCHAR AS hoe,
    (g.totdat - g.vanaf)::INTEGER AS dagen,
    g.is_begonnen::BOOLEAN AS gebeurd,
    (NOT g.is_begonnen AND d.wet IS NULL AND g.tot >= $tot::DATE)::BOOLEAN AS loopt
FROM gewacht AS g
LEFT JOIN gedeclareerd AS d ON g.wet = d.wet AND g.toewijzing_nummer = d.toewijzing_nummer
