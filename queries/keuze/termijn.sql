-- The stretches of days of one kind that began in a period, of a selection: care, or waiting.
--
-- params
--   soort        VARCHAR    zorg, or waiting: a word of sdash.queries.duur.Soort
--   van          DATE       first day on which it began
--   tot          DATE       last such day, and what is known of this day
--   wet          VARCHAR?   NULL selects all, here and below
--   product      VARCHAR?   wet and categorie, such as jw-45
--   aanbieder    VARCHAR?   AGB code
--   indeling     VARCHAR    by product or aanbieder; any other word: all in one group
-- columns
--   groep        VARCHAR    wet and categorie, AGB code, or totaal
--   wet          VARCHAR
--   categorie    VARCHAR?
--   aanbieder    VARCHAR    AGB code
--   client_id    INTEGER
--   volgnr       BIGINT     1 is the first time, more is a return
--   hoe          VARCHAR    gemeten; achteraf: over before that day; onbekend: nobody says when
--   dagen        INTEGER    until it ended, or as far as it is known
--   gebeurd      BOOLEAN    whether it ended; if not, it lasts longer than these days
--   loopt        BOOLEAN    whether it still goes on
-- grain: wet, categorie, aanbieder, client_id, volgnr
WITH alles AS (
    SELECT z.*
    FROM zorgduur($van, $tot) AS z
    WHERE $soort::VARCHAR = 'zorg'
    UNION ALL
    SELECT s.*
    FROM startwacht($soort, $van, $tot) AS s
    WHERE $soort::VARCHAR IN ('toewijzing', 'ingang', 'verzoek')
    UNION ALL
    SELECT b.*
    FROM bestandwacht($soort, $van, $tot) AS b
    WHERE $soort::VARCHAR IN ('aanmelding', 'intake', 'melding', 'onderzoek')
)

SELECT
    CASE $indeling::VARCHAR
        WHEN 'product' THEN a.wet || '-' || coalesce(a.categorie, '')
        WHEN 'aanbieder' THEN a.aanbieder
        ELSE 'totaal'
    END::VARCHAR AS groep,
    a.wet::VARCHAR AS wet,
    a.categorie::VARCHAR AS categorie,
    a.aanbieder::VARCHAR AS aanbieder,
    a.client_id::INTEGER AS client_id,
    a.volgnr::BIGINT AS volgnr,
    a.hoe::VARCHAR AS hoe,
    a.dagen::INTEGER AS dagen,
    a.gebeurd::BOOLEAN AS gebeurd,
    a.loopt::BOOLEAN AS loopt
FROM alles AS a
WHERE
    ($wet::VARCHAR IS NULL OR a.wet = $wet::VARCHAR)
    AND ($product::VARCHAR IS NULL OR a.wet || '-' || a.categorie = $product::VARCHAR)
    AND ($aanbieder::VARCHAR IS NULL OR a.aanbieder = $aanbieder::VARCHAR)
