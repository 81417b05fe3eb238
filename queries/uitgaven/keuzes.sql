-- One value that a filter on the spending of a year can take.
--
-- params
--   jaar   INTEGER  calendar year of delivery
-- columns
--   soort  VARCHAR  wet, domein, product, aanbieder, wijk or team
--   code   VARCHAR
--   naam   VARCHAR
-- grain: soort, code
WITH gebruikt AS (
    SELECT
        u.wet,
        u.taakveld,
        u.categorie,
        u.aanbieder,
        u.wijk_code
    FROM uitgave_maand AS u
    WHERE u.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    GROUP BY GROUPING SETS (
        (u.wet), (u.taakveld), (u.wet, u.categorie), (u.aanbieder), (u.wijk_code)
    )
),

keuze AS (
    SELECT
        CASE
            WHEN g.categorie IS NOT NULL THEN 'product'
            WHEN g.wet IS NOT NULL THEN 'wet'
            WHEN g.taakveld IS NOT NULL THEN 'domein'
            WHEN g.aanbieder IS NOT NULL THEN 'aanbieder'
            ELSE 'wijk'
        END AS soort,
        CASE
            WHEN g.categorie IS NOT NULL THEN g.wet || '-' || g.categorie
            ELSE coalesce(g.wet, g.taakveld, g.aanbieder, g.wijk_code)
        END AS code
    FROM gebruikt AS g
    UNION
    SELECT
        'team' AS soort,
        t.team AS code
    FROM team AS t
    WHERE
        t.van <= make_date($jaar::INTEGER, 12, 31) AND t.tot >= make_date($jaar::INTEGER, 1, 1)
),

genoemd AS (
    SELECT
        k.soort,
        k.code,
        coalesce(
            n.naam, CASE k.soort WHEN 'product' THEN split_part(k.code, '-', 2) ELSE k.code END
        ) AS naam
    FROM keuze AS k
    LEFT JOIN naam AS n ON k.soort = n.soort AND k.code = n.code
)

SELECT
    g.soort::VARCHAR AS soort,
    g.code::VARCHAR AS code,
    g.naam::VARCHAR AS naam
FROM genoemd AS g
ORDER BY
    list_position(['wet', 'domein', 'product', 'aanbieder', 'wijk', 'team'], g.soort),
    g.naam,
    g.code
