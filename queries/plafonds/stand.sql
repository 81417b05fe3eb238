-- A plafond in a year, and what was declared under it.
--
-- params
--   jaar            INTEGER        calendar year of delivery
--   wet             VARCHAR?       NULL selects all, here and below
--   aanbieder       VARCHAR?       AGB code
-- columns
--   code            VARCHAR        names the plafond through the years
--   wet             VARCHAR
--   aanbieder       VARCHAR        AGB code
--   naam            VARCHAR        the AGB code where no name is known
--   contractnummer  VARCHAR
--   product         VARCHAR        what it is about: a productcode, a categorie by name, or all
--   niveau          VARCHAR        lokaal, regionaal or landelijk
--   van             DATE           first day of it in the year
--   tot             DATE           last day of it in the year
--   plafond         DECIMAL(18,2)
--   clienten        BIGINT         persons
--   ingediend       DECIMAL(18,2)  money of clienten
--   toegekend       DECIMAL(18,2)  money of clienten
--   in_behandeling  DECIMAL(18,2)  money of clienten
--   gebruikt        DECIMAL(18,2)  money of clienten; ingediend without what was rejected
--   aandeel         DOUBLE?        money of clienten; of the plafond; NULL where that is no amount
-- grain: code
WITH gebruik AS (
    SELECT
        u.code,
        count(*) AS clienten,
        sum(u.ingediend) AS ingediend,
        sum(u.toegekend) AS toegekend,
        sum(u.in_behandeling) AS in_behandeling
    FROM plafondgebruik($jaar) AS u
    GROUP BY u.code
)

SELECT
    p.code::VARCHAR AS code,
    p.wet::VARCHAR AS wet,
    p.aanbieder::VARCHAR AS aanbieder,
    coalesce(a.naam, p.aanbieder)::VARCHAR AS naam,
    p.contractnummer::VARCHAR AS contractnummer,
    coalesce(p.productcode, n.naam, p.categorie, 'alle producten')::VARCHAR AS product,
    p.niveau::VARCHAR AS niveau,
    p.van::DATE AS van,
    p.tot::DATE AS tot,
    p.plafond::DECIMAL(18, 2) AS plafond,
    coalesce(g.clienten, 0)::BIGINT AS clienten,
    (coalesce(g.ingediend, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (coalesce(g.toegekend, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (coalesce(g.in_behandeling, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling,
    (
        coalesce(g.toegekend + g.in_behandeling, 0)::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS gebruikt,
    CASE
        WHEN p.plafond > 0
            THEN coalesce(g.toegekend + g.in_behandeling, 0) / (p.plafond * 100)
    END::DOUBLE AS aandeel
FROM plafondjaar($jaar) AS p
LEFT JOIN gebruik AS g ON p.code = g.code
LEFT JOIN aanbieder AS a ON p.aanbieder = a.agb_code
LEFT JOIN product AS n ON p.wet = n.wet AND p.categorie = n.categorie
WHERE
    ($wet::VARCHAR IS NULL OR p.wet = $wet::VARCHAR)
    AND ($aanbieder::VARCHAR IS NULL OR p.aanbieder = $aanbieder::VARCHAR)
ORDER BY aandeel DESC NULLS LAST, p.code ASC
