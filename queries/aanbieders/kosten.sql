-- What an aanbieder asks and delivers beside others of the same products: indirect standardisation,
-- so what is expected is what the others ask, or deliver a client and month, for its own mix.
--
-- params
--   jaar          INTEGER        calendar year of delivery
--   wet           VARCHAR?       NULL selects all, here and below
--   product       VARCHAR?       wet and categorie, such as jw-45
-- columns
--   aanbieder     VARCHAR        AGB code
--   naam          VARCHAR        the AGB code where no name is known
--   clienten      BIGINT         persons
--   ingediend     DECIMAL(18,2)  money of clienten; without what was rejected or is in euro only
--   vergelijkbaar  DOUBLE        money of clienten; part of it on products that others deliver too
--   prijs         DOUBLE?        money of clienten; beside that of the others, 1 is the same
--   intensiteit   DOUBLE?        money of clienten; units a client and month beside the others
-- grain: aanbieder
WITH geleverd AS MATERIALIZED (
    SELECT
        g.aanbieder,
        g.wet,
        g.productcode,
        g.eenheid,
        g.client_id,
        bit_or(1 << month(g.maand)) AS maanden,
        sum(g.bedrag)::DOUBLE AS bedrag,
        sum(CASE WHEN g.bedrag < 0 THEN -g.volume ELSE g.volume END)::DOUBLE AS volume
    FROM regel AS g
    WHERE
        g.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND g.status <> 'afgewezen' AND g.eenheid <> '83'
        AND ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR g.wet = split_part($product::VARCHAR, '-', 1))
        AND ($product::VARCHAR IS NULL OR g.categorie = split_part($product::VARCHAR, '-', 2))
    GROUP BY g.aanbieder, g.wet, g.productcode, g.eenheid, g.client_id
),

eigen AS (
    SELECT
        g.aanbieder,
        g.wet,
        g.productcode,
        g.eenheid,
        sum(g.bedrag) AS bedrag,
        sum(g.volume) AS volume,
        sum(bit_count(g.maanden)) AS maanden
    FROM geleverd AS g
    GROUP BY g.aanbieder, g.wet, g.productcode, g.eenheid
    HAVING sum(g.bedrag) > 0 AND sum(g.volume) > 0
),

naast AS (
    SELECT
        e.*,
        sum(e.bedrag) OVER zelfde - e.bedrag AS ander_bedrag,
        sum(e.volume) OVER zelfde - e.volume AS ander_volume,
        sum(e.maanden) OVER zelfde - e.maanden AS ander_maanden
    FROM eigen AS e
    WINDOW zelfde AS (PARTITION BY e.wet, e.productcode, e.eenheid)
),

per AS (
    SELECT
        n.aanbieder,
        sum(n.bedrag) AS bedrag,
        coalesce(sum(n.bedrag) FILTER (WHERE n.ander_maanden > 0), 0) AS eigen,
        sum(n.volume * n.ander_bedrag / n.ander_volume) FILTER (WHERE n.ander_maanden > 0)
            AS andere_prijs,
        sum(n.maanden * n.ander_bedrag / n.ander_maanden) FILTER (WHERE n.ander_maanden > 0)
            AS ander
    FROM naast AS n
    GROUP BY n.aanbieder
),

mensen AS (
    SELECT
        g.aanbieder,
        count(DISTINCT g.client_id) AS clienten
    FROM geleverd AS g
    GROUP BY g.aanbieder
)

SELECT
    p.aanbieder::VARCHAR AS aanbieder,
    coalesce(a.naam, p.aanbieder)::VARCHAR AS naam,
    m.clienten::BIGINT AS clienten,
    (p.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (p.eigen / p.bedrag)::DOUBLE AS vergelijkbaar,
    (p.eigen / p.andere_prijs)::DOUBLE AS prijs,
    (p.andere_prijs / p.ander)::DOUBLE AS intensiteit
FROM per AS p
INNER JOIN mensen AS m ON p.aanbieder = m.aanbieder
LEFT JOIN aanbieder AS a ON p.aanbieder = a.agb_code
ORDER BY ingediend DESC, p.aanbieder ASC
