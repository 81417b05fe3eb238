-- The stretches of care of a selection around some days, of everybody and of each member of a cut.
-- Care that ended more than a month before, or begins more than a month after, bridges nothing.
--
-- params
--   van          DATE        the first day that is asked of
--   tot          DATE        the last one
--   snede        VARCHAR?    wet, product, team, wijk, aanbieder or verwijzer
--   wet          VARCHAR?    NULL selects all, here and below
--   product      VARCHAR?    wet and categorie, such as jw-45
--   aanbieder    VARCHAR?    AGB code
--   verwijzer    VARCHAR?    code, or onbekend
--   wijk         VARCHAR?    where the person lives now
--   team         VARCHAR?    the team of that wijk on the days of care
-- columns
--   lid                VARCHAR   the member, or totaal
--   client_id          INTEGER
--   van                DATE
--   tot                DATE
--   wet                VARCHAR
--   toewijzing_nummer  BIGINT
-- grain: lid, wet, toewijzing_nummer, van
WITH plaats AS (
    SELECT
        t.wijk_code,
        t.team,
        t.van,
        t.tot
    FROM team AS t
    WHERE t.team = $team::VARCHAR OR ($team::VARCHAR IS NULL AND $snede::VARCHAR = 'team')
),

gekozen AS (
    SELECT
        i.wet,
        i.toewijzing_nummer,
        i.client_id,
        CASE $snede::VARCHAR
            WHEN 'wet' THEN i.wet
            WHEN 'product' THEN i.wet || '-' || coalesce(i.categorie, 'onbekend')
            WHEN 'team' THEN coalesce(p.team, 'onbekend')
            WHEN 'wijk' THEN i.wijk_code
            WHEN 'aanbieder' THEN i.aanbieder
            WHEN 'verwijzer' THEN i.verwijzer
        END AS lid,
        i.van,
        i.tot,
        greatest(i.van, p.van) AS van_daar,
        least(i.tot, p.tot) AS tot_daar
    FROM inzet AS i
    LEFT JOIN plaats AS p
        ON i.wijk_code = p.wijk_code AND i.van <= p.tot AND i.tot >= p.van
    WHERE
        i.tot >= $van::DATE - 32 AND i.van <= $tot::DATE + 31
        AND ($wet::VARCHAR IS NULL OR i.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR i.wet = split_part($product::VARCHAR, '-', 1))
        AND ($product::VARCHAR IS NULL OR i.categorie = split_part($product::VARCHAR, '-', 2))
        AND ($aanbieder::VARCHAR IS NULL OR i.aanbieder = $aanbieder::VARCHAR)
        AND ($verwijzer::VARCHAR IS NULL OR i.verwijzer = $verwijzer::VARCHAR)
        AND ($wijk::VARCHAR IS NULL OR i.wijk_code = $wijk::VARCHAR)
        AND ($team::VARCHAR IS NULL OR p.team IS NOT NULL)
)

SELECT
    g.lid::VARCHAR AS lid,
    g.client_id::INTEGER AS client_id,
    g.van_daar::DATE AS van,
    g.tot_daar::DATE AS tot,
    g.wet::VARCHAR AS wet,
    g.toewijzing_nummer::BIGINT AS toewijzing_nummer
FROM gekozen AS g
WHERE g.lid IS NOT NULL
UNION ALL
-- A cut by team cuts nobody's care in two where all teams are taken together.
SELECT
    'totaal'::VARCHAR AS lid,
    g.client_id::INTEGER AS client_id,
    CASE WHEN $team::VARCHAR IS NULL THEN g.van ELSE g.van_daar END::DATE AS van,
    CASE WHEN $team::VARCHAR IS NULL THEN g.tot ELSE g.tot_daar END::DATE AS tot,
    g.wet::VARCHAR AS wet,
    g.toewijzing_nummer::BIGINT AS toewijzing_nummer
FROM gekozen AS g
