-- The days on which somebody's care within a selection began, or was over: for everybody, and for
-- each member of a cut. A gap of at most thirty days is bridged, within a member as well.
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
--   lid          VARCHAR     the member, or totaal
--   client_id    INTEGER
--   dag          DATE        the first day with care, or the first one without
--   teken        INTEGER     1 or -1
--   soort        VARCHAR     nieuw, herinstroom or erbij; uitstroom or weg; eerder before the first
-- grain: lid, client_id, dag
WITH stuk AS (
    SELECT s.*
    FROM zorgstuk($van, $tot, $snede, $wet, $product, $aanbieder, $verwijzer, $wijk, $team) AS s
    WHERE s.lid <> 'totaal' OR coalesce($product, $aanbieder, $verwijzer, $team) IS NOT NULL
),

-- Of everybody, zorgperiode has bridged all gaps already.
geheel AS (
    SELECT
        s.lid,
        s.client_id,
        min(s.van) AS van,
        max(s.tot) AS tot,
        max(s.tot - s.van) AS langste
    FROM stuk AS s
    GROUP BY s.lid, s.client_id
    UNION ALL
    SELECT
        'totaal' AS lid,
        z.client_id,
        z.van,
        z.tot,
        z.tot - z.van AS langste
    FROM zorgperiode AS z
    WHERE
        coalesce($product, $aanbieder, $verwijzer, $team) IS NULL
        AND z.wet = coalesce($wet::VARCHAR, 'totaal')
        AND ($wijk::VARCHAR IS NULL OR z.wijk_code = $wijk::VARCHAR)
        AND z.van <= $tot::DATE AND z.tot >= $van::DATE - 1
),

-- Only where there is room for it beside the longest stretch there can be a gap.
vorige AS (
    SELECT
        s.*,
        max(s.tot) OVER (
            PARTITION BY s.lid, s.client_id ORDER BY s.van, s.tot
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS tot_hiervoor
    FROM stuk AS s
    SEMI JOIN geheel AS e
        ON s.lid = e.lid AND s.client_id = e.client_id AND e.tot - e.van - e.langste > 31
),

gebeurd AS (
    SELECT
        e.lid,
        e.client_id,
        unnest([e.van, e.tot + 1]) AS dag,
        unnest([1, -1]) AS teken
    FROM geheel AS e
    UNION ALL
    SELECT
        v.lid,
        v.client_id,
        unnest([v.van, v.tot_hiervoor + 1]) AS dag,
        unnest([1, -1]) AS teken
    FROM vorige AS v
    WHERE v.van - v.tot_hiervoor - 1 > 30
)

-- What is no day of care of any kind came from, or went to, other care.
SELECT
    g.lid::VARCHAR AS lid,
    g.client_id::INTEGER AS client_id,
    g.dag::DATE AS dag,
    g.teken::INTEGER AS teken,
    CASE
        WHEN g.dag < $van::DATE THEN 'eerder'
        ELSE coalesce(z.soort, CASE g.teken WHEN 1 THEN 'erbij' ELSE 'weg' END)
    END::VARCHAR AS soort
FROM gebeurd AS g
LEFT JOIN zorgdag($van, $tot) AS z
    ON g.client_id = z.client_id AND g.dag = z.dag AND g.teken = z.teken
WHERE g.dag <= $tot::DATE
