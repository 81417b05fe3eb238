-- The products in one eenheid, within a selection and in two stretches of months; and the people of
-- each categorie, of each wet and of all. Products are compared when both stretches have people and
-- units of them; the others are new, or ended, or the rest: without units, such as euros.
--
-- params
--   van            DATE       first day of the first month of the one stretch
--   tot            DATE       first day of its last month
--   toen_van       DATE       the same of the other, with which it is compared
--   toen_tot       DATE
--   wet            VARCHAR?   NULL selects all, here and below
--   domein         VARCHAR?   a taakveld
--   product        VARCHAR?   wet and categorie, such as jw-45
--   aanbieder      VARCHAR?   AGB code
--   wijk           VARCHAR?   where the person lives now
--   team           VARCHAR?   the team of that wijk on the first day of the month
--   toegekend      BOOLEAN?   only what the gemeente granted; NULL: all that was declared
-- columns
--   wet            VARCHAR?   NULL in the row of all people
--   categorie      VARCHAR?   NULL in the row of the people of a wet
--   productcode    VARCHAR?   NULL in a row of people
--   eenheid        VARCHAR?
--   soort          VARCHAR    gelijk, nieuw, vervallen or rest; mensen in a row of people
--   clienten       BIGINT
--   clienten_toen  BIGINT
--   volume         HUGEINT
--   volume_toen    HUGEINT
--   bedrag         HUGEINT    eurocents
--   bedrag_toen    HUGEINT
-- grain: wet, categorie, productcode, eenheid
WITH persoon AS MATERIALIZED (
    SELECT v.*
    FROM vergeleken(
        $van, $tot, $toen_van, $toen_tot, $wet, $domein, $product, $aanbieder, $wijk, $team,
        $toegekend
    ) AS v
),

-- A person once in each categorie, once in each wet and once in all.
mens AS (
    SELECT
        p.wet,
        p.categorie,
        bool_or(p.nu) AS nu,
        bool_or(p.toen) AS toen
    FROM persoon AS p
    GROUP BY p.client_id, rollup (p.wet, p.categorie)
),

mensen AS (
    SELECT
        m.wet,
        m.categorie,
        count(*) FILTER (WHERE m.nu) AS clienten,
        count(*) FILTER (WHERE m.toen) AS clienten_toen
    FROM mens AS m
    GROUP BY m.wet, m.categorie
),

geteld AS (
    SELECT
        p.wet,
        p.categorie,
        p.productcode,
        p.eenheid,
        count(*) FILTER (WHERE p.nu) AS clienten,
        count(*) FILTER (WHERE p.toen) AS clienten_toen,
        sum(p.volume) AS volume,
        sum(p.volume_toen) AS volume_toen,
        sum(p.bedrag) AS bedrag,
        sum(p.bedrag_toen) AS bedrag_toen
    FROM persoon AS p
    GROUP BY rollup (p.wet, p.categorie, (p.productcode, p.eenheid))
)

SELECT
    g.wet::VARCHAR AS wet,
    g.categorie::VARCHAR AS categorie,
    g.productcode::VARCHAR AS productcode,
    g.eenheid::VARCHAR AS eenheid,
    CASE
        WHEN g.productcode IS NULL THEN 'mensen'
        WHEN g.clienten_toen = 0 THEN 'nieuw'
        WHEN g.clienten = 0 THEN 'vervallen'
        WHEN g.eenheid = '83' OR least(g.volume, g.volume_toen) <= 0 THEN 'rest'
        ELSE 'gelijk'
    END::VARCHAR AS soort,
    coalesce(m.clienten, g.clienten)::BIGINT AS clienten,
    coalesce(m.clienten_toen, g.clienten_toen)::BIGINT AS clienten_toen,
    g.volume::HUGEINT AS volume,
    g.volume_toen::HUGEINT AS volume_toen,
    g.bedrag::HUGEINT AS bedrag,
    g.bedrag_toen::HUGEINT AS bedrag_toen
FROM geteld AS g
LEFT JOIN mensen AS m
    ON
        g.productcode IS NULL AND g.wet IS NOT DISTINCT FROM m.wet
        AND g.categorie IS NOT DISTINCT FROM m.categorie
WHERE g.clienten + g.clienten_toen > 0
