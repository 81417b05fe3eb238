-- Which plafond a product that an aanbieder declared in a year counts for: the most narrow one of
-- its first day, and of two as narrow the one that began last. Between the days on which a plafond
-- of the aanbieder begins or ends that is always the same one, so lines need not be looked at.
--
-- params
--   jaar         INTEGER  calendar year of delivery
-- columns
--   code         VARCHAR  see plafond
--   wet          VARCHAR
--   aanbieder    VARCHAR
--   categorie    VARCHAR
--   productcode  VARCHAR
--   van          DATE     first day in the year on which that is so
--   tot          DATE     last day of it
--   heel_jaar    BOOLEAN  whether it is so all year
-- grain: wet, aanbieder, categorie, productcode, van
WITH geldig AS MATERIALIZED (
    SELECT p.*
    FROM plafondjaar($jaar) AS p
),

grens AS (
    SELECT
        g.wet,
        g.aanbieder,
        g.van AS dag
    FROM geldig AS g
    UNION
    SELECT
        g.wet,
        g.aanbieder,
        g.tot + 1 AS dag
    FROM geldig AS g
),

stuk AS (
    SELECT
        g.wet,
        g.aanbieder,
        g.dag AS van,
        min(n.dag) - 1 AS tot,
        dayofyear(g.dag) = 1 AND year(min(n.dag)) > year(g.dag) AS heel_jaar
    FROM grens AS g
    INNER JOIN grens AS n ON g.wet = n.wet AND g.aanbieder = n.aanbieder AND g.dag < n.dag
    GROUP BY g.wet, g.aanbieder, g.dag
),

artikel AS (
    SELECT DISTINCT
        u.wet,
        u.aanbieder,
        u.categorie,
        u.productcode
    FROM uitgave_jaar AS u
    WHERE u.jaar = $jaar::INTEGER
)

SELECT
    arg_max(
        g.code,
        (g.productcode IS NOT NULL, g.categorie IS NOT NULL, g.begin, g.contractnummer)
    )::VARCHAR AS code,
    a.wet::VARCHAR AS wet,
    a.aanbieder::VARCHAR AS aanbieder,
    a.categorie::VARCHAR AS categorie,
    a.productcode::VARCHAR AS productcode,
    s.van::DATE AS van,
    s.tot::DATE AS tot,
    s.heel_jaar::BOOLEAN AS heel_jaar
FROM artikel AS a
INNER JOIN stuk AS s ON a.wet = s.wet AND a.aanbieder = s.aanbieder
INNER JOIN geldig AS g
    ON
        a.wet = g.wet AND a.aanbieder = g.aanbieder AND s.van >= g.van AND s.tot <= g.tot
        AND a.categorie = coalesce(g.categorie, a.categorie)
        AND a.productcode = coalesce(g.productcode, a.productcode)
GROUP BY a.wet, a.aanbieder, a.categorie, a.productcode, s.van, s.tot, s.heel_jaar
