-- What people who came, left, stayed with a product or went to another one did to the cost of a
-- wet, compared with other months; the rows but totaal add up to totaal, to the cent.
--
-- params
--   van            DATE           first day of the first month of the one stretch
--   tot            DATE           first day of its last month
--   toen_van       DATE           the same of the other, with which it is compared
--   toen_tot       DATE
--   wet            VARCHAR?       NULL selects all, here and below
--   domein         VARCHAR?       a taakveld
--   product        VARCHAR?       wet and categorie, such as jw-45
--   aanbieder      VARCHAR?       AGB code
--   wijk           VARCHAR?       where the person lives now
--   team           VARCHAR?       the team of that wijk on the first day of the month
--   toegekend      BOOLEAN?       only what the gemeente granted; NULL: all that was declared
-- columns
--   wet            VARCHAR        or totaal
--   stroom         VARCHAR        instroom, uitstroom, gebleven, doorstroom or totaal
--   clienten       BIGINT         persons
--   clienten_toen  BIGINT         persons
--   bedrag         DECIMAL(18,2)  money of clienten_geld
--   bedrag_toen    DECIMAL(18,2)  money of clienten_geld
--   verschil       DECIMAL(18,2)  money of clienten_geld
-- unseen
--   clienten_geld  BIGINT         persons; the fewest of both stretches
-- grain: wet, stroom
WITH persoon AS (
    SELECT
        v.wet,
        v.categorie,
        v.client_id,
        bool_or(v.nu) AS nu,
        bool_or(NOT v.nu) AS toen,
        coalesce(sum(v.bedrag) FILTER (WHERE v.nu), 0) AS bedrag,
        coalesce(sum(v.bedrag) FILTER (WHERE NOT v.nu), 0) AS bedrag_toen
    FROM
        vergeleken(
            $van, $tot, $toen_van, $toen_tot, $wet, $domein, $product, $aanbieder, $wijk, $team,
            $toegekend
        ) AS v
    GROUP BY v.wet, v.categorie, v.client_id
),

-- Who has care under a wet in both stretches is neither in nor out, whatever the products.
gegaan AS (
    SELECT
        p.*,
        CASE
            WHEN NOT bool_or(p.toen) OVER wie THEN 'instroom'
            WHEN NOT bool_or(p.nu) OVER wie THEN 'uitstroom'
            WHEN p.nu AND p.toen THEN 'gebleven'
            ELSE 'doorstroom'
        END AS stroom
    FROM persoon AS p
    WINDOW wie AS (PARTITION BY p.wet, p.client_id)
),

som AS (
    SELECT
        g.wet,
        g.stroom,
        count(DISTINCT g.client_id) FILTER (WHERE g.nu) AS clienten,
        count(DISTINCT g.client_id) FILTER (WHERE g.toen) AS clienten_toen,
        sum(g.bedrag) AS bedrag,
        sum(g.bedrag_toen) AS bedrag_toen
    FROM gegaan AS g
    GROUP BY GROUPING SETS ((g.wet, g.stroom), (g.wet), (g.stroom), ())
)

SELECT
    coalesce(s.wet, 'totaal')::VARCHAR AS wet,
    coalesce(s.stroom, 'totaal')::VARCHAR AS stroom,
    s.clienten::BIGINT AS clienten,
    s.clienten_toen::BIGINT AS clienten_toen,
    (s.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    (s.bedrag_toen::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag_toen,
    ((s.bedrag - s.bedrag_toen)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS verschil,
    least(nullif(s.clienten, 0), nullif(s.clienten_toen, 0))::BIGINT AS clienten_geld
FROM som AS s
WHERE s.clienten + s.clienten_toen > 0
ORDER BY wet, stroom
