-- Youth care of a year by the level at which it was bought, which decides on which taakveld it is
-- booked (6.751 to 6.763); that level stands on the contract with the aanbieder.
--
-- params
--   jaar         INTEGER         calendar year of delivery
-- columns
--   taakveld     VARCHAR         6.75 or 6.76
--   naam         VARCHAR
--   niveau       VARCHAR         lokaal, regionaal, landelijk; onbekend: no contract says one
--   begroot      DECIMAL(18,2)?  lasten of the latest budget known
--   ingediend    DECIMAL(18,2)?  money of clienten; NULL when there are no lines
-- unseen
--   clienten     BIGINT          persons
-- grain: taakveld, niveau
WITH producten AS (
    SELECT DISTINCT
        u.aanbieder,
        u.categorie,
        u.productcode
    FROM uitgave_jaar AS u
    WHERE u.jaar = $jaar::INTEGER AND u.wet = 'jw' AND u.taakveld IN ('6.75', '6.76')
),

-- What a contract says of a productcode goes before what it says of a categorie, or of all.
ingekocht AS (
    SELECT
        p.aanbieder,
        p.categorie,
        p.productcode,
        c.niveau
    FROM producten AS p
    INNER JOIN inkoopcontract AS c
        ON
            p.aanbieder = c.agb_code AND c.wet = 'jw'
            AND p.categorie = coalesce(c.categorie, p.categorie)
            AND p.productcode = coalesce(c.productcode, p.productcode)
            AND c.van <= make_date($jaar::INTEGER, 12, 31)
            AND coalesce(c.tot, c.van) >= CASE
                WHEN c.tot IS NULL THEN c.van ELSE make_date($jaar::INTEGER, 1, 1)
            END
            AND coalesce(c.jaar, $jaar::INTEGER) = $jaar::INTEGER
    QUALIFY
        rank() OVER (
            PARTITION BY p.aanbieder, p.categorie, p.productcode
            ORDER BY (c.productcode IS NULL)::INTEGER, (c.categorie IS NULL)::INTEGER
        ) = 1
),

een_niveau AS (
    SELECT
        i.aanbieder,
        i.categorie,
        i.productcode,
        min(i.niveau) AS niveau
    FROM ingekocht AS i
    GROUP BY i.aanbieder, i.categorie, i.productcode
    HAVING min(i.niveau) = max(i.niveau)
),

posten AS (
    SELECT
        u.taakveld,
        coalesce(n.niveau, 'onbekend') AS niveau,
        sum(u.ingediend) AS ingediend,
        count(DISTINCT u.client_id) AS clienten
    FROM uitgave_jaar AS u
    LEFT JOIN een_niveau AS n
        ON
            u.aanbieder = n.aanbieder AND u.categorie = n.categorie
            AND u.productcode = n.productcode
    WHERE u.jaar = $jaar::INTEGER AND u.wet = 'jw' AND u.taakveld IN ('6.75', '6.76')
    GROUP BY u.taakveld, coalesce(n.niveau, 'onbekend')
    UNION ALL BY NAME
    SELECT
        b.boekveld AS taakveld,
        ['lokaal', 'regionaal', 'landelijk', 'onbekend'][
            coalesce(nullif(substr(b.taakveld, 5, 1), '')::INTEGER, 4)
        ] AS niveau,
        b.lasten AS begroot
    FROM begroot AS b
    WHERE b.jaar = $jaar::INTEGER AND b.boekveld IN ('6.75', '6.76')
)

SELECT
    p.taakveld::VARCHAR AS taakveld,
    coalesce(any_value(v.naam), p.taakveld)::VARCHAR AS naam,
    p.niveau::VARCHAR AS niveau,
    sum(p.begroot)::DECIMAL(18, 2) AS begroot,
    (sum(p.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    coalesce(sum(p.clienten), 0)::BIGINT AS clienten
FROM posten AS p
LEFT JOIN taakveld AS v ON p.taakveld = v.taakveld
GROUP BY p.taakveld, p.niveau
ORDER BY p.taakveld, array_position(['lokaal', 'regionaal', 'landelijk', 'onbekend'], p.niveau)
