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
WITH persoon AS MATERIALIZED (
    SELECT
        z.wet,
        z.categorie,
        z.client_id,
        bool_or(z.nu) AS nu,
        bool_or(z.toen) AS toen,
        sum(z.bedrag)::BIGINT AS bedrag,
        sum(z.bedrag_toen)::BIGINT AS bedrag_toen
    FROM
        gekozen_zorg(
            $van, $tot, $toen_van, $toen_tot, $wet, $domein, $product, $aanbieder, $wijk, $team,
            $toegekend
        ) AS z
    GROUP BY z.wet, z.categorie, z.client_id
),

wie AS (
    SELECT
        p.wet,
        p.client_id,
        bool_or(p.nu) AS nu,
        bool_or(p.toen) AS toen
    FROM persoon AS p
    GROUP BY p.wet, p.client_id
),

-- Who has care under a wet in both stretches is neither in nor out, whatever the products.
gegaan AS (
    SELECT
        p.*,
        CASE
            WHEN NOT w.toen THEN 'instroom'
            WHEN NOT w.nu THEN 'uitstroom'
            WHEN p.nu AND p.toen THEN 'gebleven'
            ELSE 'doorstroom'
        END AS stroom
    FROM persoon AS p
    INNER JOIN wie AS w ON p.wet = w.wet AND p.client_id = w.client_id
),

-- A person once in each of the sums.
mens AS (
    SELECT
        g.wet,
        g.stroom,
        bool_or(g.nu) AS nu,
        bool_or(g.toen) AS toen,
        sum(g.bedrag) AS bedrag,
        sum(g.bedrag_toen) AS bedrag_toen
    FROM gegaan AS g
    GROUP BY g.client_id, cube (g.wet, g.stroom)
)

SELECT
    coalesce(m.wet, 'totaal')::VARCHAR AS wet,
    coalesce(m.stroom, 'totaal')::VARCHAR AS stroom,
    (count(*) FILTER (WHERE m.nu))::BIGINT AS clienten,
    (count(*) FILTER (WHERE m.toen))::BIGINT AS clienten_toen,
    (sum(m.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    (sum(m.bedrag_toen)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag_toen,
    (sum(m.bedrag - m.bedrag_toen)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS verschil,
    least(
        nullif(count(*) FILTER (WHERE m.nu), 0), nullif(count(*) FILTER (WHERE m.toen), 0)
    )::BIGINT AS clienten_geld
FROM mens AS m
GROUP BY m.wet, m.stroom
ORDER BY wet, stroom
