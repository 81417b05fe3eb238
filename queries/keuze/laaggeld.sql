-- What was declared in a year for the products of a layer of help, or else was budgeted for it.
--
-- columns
--   jaar      INTEGER
--   laag      INTEGER        number of the layer, from 1 outside
--   clienten  BIGINT         persons of the product with most of them; none behind a budget
--   bedrag    DECIMAL(18,2)  euro
-- grain: jaar, laag
WITH per_product AS (
    SELECT
        u.jaar,
        u.wet,
        u.categorie,
        count(*) FILTER (WHERE u.eerste & 8 > 0) AS clienten,
        sum(u.ingediend) AS bedrag
    FROM uitgave_jaar AS u
    GROUP BY u.jaar, u.wet, u.categorie
),

gedeclareerd AS (
    SELECT
        u.jaar,
        p.laag,
        max(u.clienten) AS clienten,
        (sum(u.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag
    FROM per_product AS u
    INNER JOIN product AS p ON u.wet = p.wet AND u.categorie = p.categorie
    WHERE p.laag IS NOT NULL
    GROUP BY u.jaar, p.laag
),

begroot AS (
    SELECT
        b.jaar,
        l.volgnr AS laag,
        sum(b.lasten)::DECIMAL(18, 2) AS bedrag
    FROM laag AS l
    INNER JOIN begroting AS b ON list_contains(l.taakvelden, b.taakveld)
    GROUP BY b.jaar, l.volgnr
)

SELECT
    g.jaar::INTEGER AS jaar,
    g.laag::INTEGER AS laag,
    g.clienten::BIGINT AS clienten,
    g.bedrag::DECIMAL(18, 2) AS bedrag
FROM gedeclareerd AS g
UNION ALL
SELECT
    b.jaar::INTEGER AS jaar,
    b.laag::INTEGER AS laag,
    0::BIGINT AS clienten,
    b.bedrag::DECIMAL(18, 2) AS bedrag
FROM begroot AS b
ANTI JOIN gedeclareerd AS g ON b.jaar = g.jaar AND b.laag = g.laag
