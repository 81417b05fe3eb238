-- Who came back into care, by the product that ended last before and how long ago that was. Who
-- came back more than once counts with the last time; who had two products counts with both, and
-- `totaal` counts everybody once.
--
-- params
--   van          DATE        the first day
--   tot          DATE        the last one
--   wet          VARCHAR?    of the care that began again, as below; NULL selects all
--   product      VARCHAR?    wet and categorie, such as jw-45
--   aanbieder    VARCHAR?    AGB code
--   verwijzer    VARCHAR?    code, or onbekend
--   wijk         VARCHAR?    where the person lives now
--   team         VARCHAR?    the team of that wijk on the days of care
-- columns
--   product      VARCHAR     wet and categorie of what ended, or totaal
--   naam         VARCHAR
--   tot_drie     BIGINT      persons who came back within three months
--   tot_zes      BIGINT      persons who came back later, within six months
--   tot_twaalf   BIGINT      persons who came back later, within twelve months
--   tot_twee     BIGINT      persons who came back later, within two years
--   later        BIGINT      persons who came back after more than two years
--   terug        BIGINT      persons who came back
-- grain: product
-- balance: tot_drie + tot_zes + tot_twaalf + tot_twee + later = terug
WITH gekomen AS (
    SELECT
        b.client_id,
        max(b.dag) AS dag
    FROM beweging($van, $tot, NULL, $wet, $product, $aanbieder, $verwijzer, $wijk, $team) AS b
    WHERE b.soort = 'herinstroom'
    GROUP BY b.client_id
),

-- Their last care of any kind before.
ervoor AS (
    SELECT
        g.client_id,
        g.dag,
        max(z.tot) AS geeindigd
    FROM gekomen AS g
    INNER JOIN zorgperiode AS z
        ON g.client_id = z.client_id AND z.wet = 'totaal' AND g.dag > z.tot
    GROUP BY g.client_id, g.dag
),

geteld AS (
    SELECT DISTINCT
        unnest(['totaal', i.wet || '-' || coalesce(i.categorie, 'onbekend')]) AS product,
        e.client_id,
        CASE
            WHEN e.dag <= e.geeindigd + INTERVAL 3 MONTH THEN 3
            WHEN e.dag <= e.geeindigd + INTERVAL 6 MONTH THEN 6
            WHEN e.dag <= e.geeindigd + INTERVAL 12 MONTH THEN 12
            WHEN e.dag <= e.geeindigd + INTERVAL 24 MONTH THEN 24
        END AS binnen
    FROM ervoor AS e
    INNER JOIN inzet AS i ON e.client_id = i.client_id AND e.geeindigd = i.tot
)

SELECT
    g.product::VARCHAR AS product,
    coalesce(
        any_value(n.naam),
        CASE g.product WHEN 'totaal' THEN 'Iedereen, één keer geteld' ELSE 'Onbekend' END
    )::VARCHAR AS naam,
    count(*) FILTER (WHERE g.binnen = 3)::BIGINT AS tot_drie,
    count(*) FILTER (WHERE g.binnen = 6)::BIGINT AS tot_zes,
    count(*) FILTER (WHERE g.binnen = 12)::BIGINT AS tot_twaalf,
    count(*) FILTER (WHERE g.binnen = 24)::BIGINT AS tot_twee,
    count(*) FILTER (WHERE g.binnen IS NULL)::BIGINT AS later,
    count(*)::BIGINT AS terug
FROM geteld AS g
LEFT JOIN naam AS n ON g.product = n.code AND n.soort = 'product'
GROUP BY g.product
ORDER BY (g.product <> 'totaal') ASC, terug DESC, g.product ASC
