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
    SELECT DISTINCT
        u.wet,
        u.taakveld,
        u.categorie,
        u.aanbieder,
        coalesce(c.wijk_code, 'onbekend') AS wijk_code
    FROM uitgave AS u
    LEFT JOIN client AS c ON u.client_id = c.client_id
    WHERE u.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
),

keuze AS (
    SELECT
        1 AS volgorde,
        'wet' AS soort,
        g.wet AS code,
        w.naam
    FROM gebruikt AS g
    INNER JOIN (VALUES ('jw', 'Jeugd'), ('wmo', 'Wmo'), ('pw', 'Participatie')) AS w (wet, naam)
        ON g.wet = w.wet
    UNION
    SELECT
        2 AS volgorde,
        'domein' AS soort,
        g.taakveld AS code,
        coalesce(v.naam, g.taakveld) AS naam
    FROM gebruikt AS g
    LEFT JOIN taakveld AS v ON g.taakveld = v.taakveld
    UNION
    SELECT
        3 AS volgorde,
        'product' AS soort,
        g.wet || '-' || g.categorie AS code,
        coalesce(p.naam, g.categorie) AS naam
    FROM gebruikt AS g
    LEFT JOIN product AS p ON g.wet = p.wet AND g.categorie = p.categorie
    UNION
    SELECT
        4 AS volgorde,
        'aanbieder' AS soort,
        g.aanbieder AS code,
        coalesce(a.naam, g.aanbieder) AS naam
    FROM gebruikt AS g
    LEFT JOIN aanbieder AS a ON g.aanbieder = a.agb_code
    UNION
    SELECT
        5 AS volgorde,
        'wijk' AS soort,
        g.wijk_code AS code,
        coalesce(w.naam, nullif(g.wijk_code, 'onbekend'), 'Wijk onbekend') AS naam
    FROM gebruikt AS g
    LEFT JOIN wijk AS w ON g.wijk_code = w.wijk_code
    UNION
    SELECT
        6 AS volgorde,
        'team' AS soort,
        t.team AS code,
        t.team AS naam
    FROM team AS t
    WHERE
        t.van <= make_date($jaar::INTEGER, 12, 31)
        AND t.tot >= make_date($jaar::INTEGER, 1, 1)
)

SELECT
    k.soort::VARCHAR AS soort,
    k.code::VARCHAR AS code,
    k.naam::VARCHAR AS naam
FROM keuze AS k
ORDER BY k.volgorde, k.naam, k.code
