-- The people of a selection whose every toewijzing that runs on the last day has stopped for a
-- while (307 with reden 20), without a start since.
--
-- params
--   tot          DATE        the last day
--   snede        VARCHAR?    wet, product, team, wijk, aanbieder or verwijzer
--   wet          VARCHAR?    NULL selects all, here and below
--   product      VARCHAR?    wet and categorie, such as jw-45
--   aanbieder    VARCHAR?    AGB code
--   verwijzer    VARCHAR?    code, or onbekend
--   wijk         VARCHAR?    where the person lives now
--   team         VARCHAR?    the team of that wijk on the days of care
-- columns
--   lid          VARCHAR     the member, or totaal
--   client_id    INTEGER
-- grain: lid, client_id
WITH gestopt AS (
    SELECT DISTINCT
        m.wet,
        m.toewijzing_nummer,
        m.client_id,
        m.einddatum
    FROM melding AS m
    WHERE m.soort = 'stop' AND m.reden_beeindiging = '20' AND m.einddatum < $tot::DATE
),

stil AS (
    SELECT DISTINCT
        g.wet,
        g.toewijzing_nummer,
        g.client_id
    FROM gestopt AS g
    LEFT JOIN melding AS m
        ON
            g.wet = m.wet AND g.toewijzing_nummer = m.toewijzing_nummer AND m.soort = 'start'
            AND g.einddatum < m.begindatum AND m.begindatum <= $tot::DATE
    WHERE m.wet IS NULL
)

SELECT
    s.lid::VARCHAR AS lid,
    s.client_id::INTEGER AS client_id
FROM zorgstuk($tot, $tot, $snede, $wet, $product, $aanbieder, $verwijzer, $wijk, $team) AS s
LEFT JOIN stil AS o ON s.wet = o.wet AND s.toewijzing_nummer = o.toewijzing_nummer
WHERE
    $tot::DATE BETWEEN s.van AND s.tot
    AND s.client_id IN (SELECT i.client_id FROM stil AS i)
GROUP BY s.lid, s.client_id
HAVING bool_and(o.toewijzing_nummer IS NOT NULL)
