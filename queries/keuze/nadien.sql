-- What followed where a toewijzing of a selection ended: no care, care again, a next toewijzing.
-- Who died is not followed.
--
-- params
--   van          DATE       as in keuze/beeindigd.sql, here and below
--   tot          DATE
--   indeling     VARCHAR
--   wet          VARCHAR?
--   product      VARCHAR?
--   aanbieder    VARCHAR?
--   team         VARCHAR?
-- columns
--   groep              VARCHAR
--   wet                VARCHAR
--   toewijzing_nummer  BIGINT
--   client_id          INTEGER
--   dag                DATE      the last day
--   weg                BOOLEAN   no care of any kind in the thirty days after it
--   terug              DATE?     the first day of care of any kind again
--   vervolg            DATE?     the first day of the next toewijzing, whatever it is for
--   lichter            BOOLEAN?  whether that is of an earlier layer; NULL: that is not to be said
-- grain: groep, wet, toewijzing_nummer
WITH eerder AS (
    SELECT b.*
    FROM beeindigd($van, $tot, $indeling, $wet, $product, $aanbieder, $team) AS b
    ANTI JOIN melding AS m
        ON b.client_id = m.client_id AND m.soort = 'stop' AND m.reden_beeindiging = '02'
),

-- Where two begin on one day, the innermost counts.
nieuw AS (
    SELECT
        t.client_id,
        t.ingangsdatum,
        CASE WHEN bool_and(p.laag IS NOT NULL) THEN max(p.laag) END AS laag
    FROM toewijzing AS t
    LEFT JOIN product AS p ON t.wet = p.wet AND t.categorie = p.categorie
    WHERE
        NOT t.verwijderd AND t.ingangsdatum <= $tot::DATE
        AND t.client_id IN (SELECT e.client_id FROM eerder AS e)
    GROUP BY t.client_id, t.ingangsdatum
),

zorg AS (
    SELECT
        z.client_id,
        z.van,
        z.tot
    FROM zorgperiode AS z
    WHERE z.wet = 'totaal' AND z.van <= $tot::DATE AND z.tot > $van::DATE
),

buitenste AS (SELECT min(p.laag) AS laag FROM product AS p)

SELECT
    e.groep::VARCHAR AS groep,
    e.wet::VARCHAR AS wet,
    e.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    e.client_id::INTEGER AS client_id,
    e.dag::DATE AS dag,
    (z.van IS NULL OR z.van - e.dag > 31)::BOOLEAN AS weg,
    CASE WHEN z.van - e.dag > 31 THEN z.van END::DATE AS terug,
    n.ingangsdatum::DATE AS vervolg,
    CASE WHEN e.laag > b.laag THEN n.laag < e.laag END::BOOLEAN AS lichter
FROM eerder AS e
ASOF LEFT JOIN zorg AS z ON e.client_id = z.client_id AND e.dag < z.tot
ASOF LEFT JOIN nieuw AS n ON e.client_id = n.client_id AND e.dag < n.ingangsdatum
CROSS JOIN buitenste AS b
