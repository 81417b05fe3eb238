-- How long one waited as files of the gemeente tell it: from aanmelding to intake and from there
-- to the start of care; from a melding (Wmo) to the end of its onderzoek and from there to the
-- besluit. What is only known to be over by the next of these days counts until that day.
--
-- params
--   soort        VARCHAR    which of these: aanmelding, intake, melding or onderzoek
--   van          DATE       first day on which it began
--   tot          DATE       last such day, and what is known of this day
-- columns
--   wet          VARCHAR
--   categorie    VARCHAR?
--   aanbieder    VARCHAR    AGB code, or the team of the onderzoek
--   client_id    INTEGER
--   volgnr       BIGINT     1 is the first time
--   hoe          VARCHAR    gemeten; onbekend: it is over, and the file does not say when
--   dagen        INTEGER    until it was over, or as far as it is known
--   gebeurd      BOOLEAN    whether it is over; if not, it takes longer than these days
--   loopt        BOOLEAN    whether one still waits
-- grain: wet, categorie, aanbieder, client_id, volgnr
WITH genoemd AS (
    SELECT
        w.wet,
        w.categorie,
        w.aanbieder,
        w.client_id,
        CASE $soort::VARCHAR WHEN 'aanmelding' THEN w.aanmelding ELSE w.intake END AS vanaf,
        CASE $soort::VARCHAR WHEN 'aanmelding' THEN coalesce(w.intake, w.start) ELSE w.start END
            AS totdat,
        FALSE AS is_over
    FROM wachttijd AS w
    WHERE $soort::VARCHAR IN ('aanmelding', 'intake')
    UNION ALL
    SELECT
        'wmo' AS wet,
        NULL AS categorie,
        coalesce(m.team, 'Team onbekend') AS aanbieder,
        m.client_id,
        CASE $soort::VARCHAR WHEN 'melding' THEN m.melding ELSE m.onderzoek_afgerond END AS vanaf,
        CASE $soort::VARCHAR
            WHEN 'melding' THEN coalesce(m.onderzoek_afgerond, m.besluit)
            ELSE m.besluit
        END AS totdat,
        m.uitkomst IS NOT NULL AS is_over
    FROM wmo_melding AS m
    WHERE
        $soort::VARCHAR = 'melding'
        -- Without an aanvraag there is nothing to decide.
        OR ($soort::VARCHAR = 'onderzoek' AND (
            m.besluit IS NOT NULL OR coalesce(m.uitkomst, 'maatwerk') = 'maatwerk'
        ))
),

gewacht AS (
    SELECT
        g.*,
        coalesce(g.totdat <= $tot::DATE, FALSE) AS is_klaar,
        least(g.totdat, $tot::DATE) AS grens
    FROM genoemd AS g
    WHERE g.vanaf BETWEEN $van::DATE AND $tot::DATE
)

SELECT
    g.wet::VARCHAR AS wet,
    g.categorie::VARCHAR AS categorie,
    g.aanbieder::VARCHAR AS aanbieder,
    g.client_id::INTEGER AS client_id,
    (row_number() OVER (
        PARTITION BY g.wet, g.categorie, g.aanbieder, g.client_id ORDER BY g.vanaf, g.grens
    ))::BIGINT AS volgnr,
    (CASE WHEN g.totdat IS NULL AND g.is_over THEN 'onbekend' ELSE 'gemeten' END)::VARCHAR AS hoe,
    (g.grens - g.vanaf)::INTEGER AS dagen,
    g.is_klaar::BOOLEAN AS gebeurd,
    (NOT g.is_klaar AND NOT (g.totdat IS NULL AND g.is_over))::BOOLEAN AS loopt
FROM gewacht AS g
