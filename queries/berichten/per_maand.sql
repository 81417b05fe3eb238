-- How much of what was declared of a month a 325 rejected.
--
-- params
--   jaar        INTEGER        calendar year of delivery
--   wet         VARCHAR?       NULL selects all, here and below
--   product     VARCHAR?       wet and categorie, such as jw-45
--   aanbieder   VARCHAR?       AGB code
-- columns
--   maand       DATE           first day of the month
--   wet         VARCHAR
--   regels      BIGINT         count of ingediend_van
--   ingediend   DECIMAL(18,2)  money of ingediend_van
--   afgewezen   DECIMAL(18,2)  money of clienten; of these the rejected ones
-- unseen
--   clienten       BIGINT      persons; of the rejected lines
--   ingediend_van  BIGINT      persons; of all lines
-- grain: maand, wet
WITH ingediend AS (
    SELECT
        u.maand,
        u.wet,
        sum(u.regels) AS regels,
        sum(u.ingediend) AS bedrag
    FROM uitgave_maand AS u
    WHERE
        u.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR u.wet || '-' || u.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
    GROUP BY u.maand, u.wet
),

-- The months of a person as bits; few patterns are many people.
persoon AS (
    SELECT
        u.wet,
        u.client_id,
        bit_or(u.maanden) AS maanden
    FROM uitgave_jaar AS u
    WHERE
        u.jaar = $jaar::INTEGER
        AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR u.wet || '-' || u.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
    GROUP BY u.wet, u.client_id
),

patroon AS (
    SELECT
        p.wet,
        p.maanden,
        count(*) AS clienten
    FROM persoon AS p
    GROUP BY p.wet, p.maanden
),

geteld AS (
    SELECT
        p.wet,
        make_date($jaar::INTEGER, n.nummer::INTEGER, 1) AS maand,
        sum(p.clienten) AS clienten
    FROM patroon AS p
    INNER JOIN range(1, 13) AS n (nummer) ON p.maanden & (1 << (n.nummer - 1)) > 0
    GROUP BY p.wet, n.nummer
),

afgewezen AS (
    SELECT
        g.maand,
        g.wet,
        sum(g.bedrag) AS bedrag,
        count(DISTINCT g.client_id) AS clienten
    FROM regel AS g
    WHERE
        g.status = 'afgewezen'
        AND g.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR g.wet || '-' || g.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR g.aanbieder = $aanbieder::VARCHAR)
    GROUP BY g.maand, g.wet
)

SELECT
    i.maand::DATE AS maand,
    i.wet::VARCHAR AS wet,
    i.regels::BIGINT AS regels,
    (i.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (coalesce(a.bedrag, 0)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS afgewezen,
    coalesce(a.clienten, 0)::BIGINT AS clienten,
    t.clienten::BIGINT AS ingediend_van
FROM ingediend AS i
INNER JOIN geteld AS t ON i.maand = t.maand AND i.wet = t.wet
LEFT JOIN afgewezen AS a ON i.maand = a.maand AND i.wet = a.wet
ORDER BY i.maand, i.wet
