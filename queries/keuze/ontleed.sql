-- Why a product cost more or less than before. Of the persons n, the units of a person u and the
-- price of a unit p, what each of them changed is its Shapley value; that of n is divided further
-- into what came of all persons of the wet, and of the shift between its products (Bennet).
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
--   wet            VARCHAR?   this and the next columns are those of keuze/cel.sql
--   categorie      VARCHAR?
--   productcode    VARCHAR?
--   eenheid        VARCHAR?
--   soort          VARCHAR
--   clienten       BIGINT
--   clienten_toen  BIGINT
--   bedrag         HUGEINT    eurocents
--   bedrag_toen    HUGEINT
--   oorzaak        INTEGER    1 clienten, 2 mix, 3 intensiteit, 4 prijs; of another soort: 0
--   deel           DOUBLE?    eurocents that 1 to 4 changed
--   basis          DOUBLE?    eurocents: u (3) and p (4) as they were, at the worth of a change
-- grain: wet, categorie, productcode, eenheid, oorzaak
WITH cellen AS MATERIALIZED (
    SELECT c.*
    FROM cel(
        $van, $tot, $toen_van, $toen_tot, $wet, $domein, $product, $aanbieder, $wijk, $team,
        $toegekend
    ) AS c
),

verhouding AS (
    SELECT
        c.*,
        (w.clienten - w.clienten_toen)
        * (c.clienten / w.clienten + c.clienten_toen / w.clienten_toen) / 2 AS mee,
        c.volume / c.clienten AS u,
        c.volume_toen / c.clienten_toen AS u_toen,
        c.bedrag / c.volume AS p,
        c.bedrag_toen / c.volume_toen AS p_toen
    FROM cellen AS c
    INNER JOIN cellen AS w ON c.wet = w.wet AND w.soort = 'mensen' AND w.categorie IS NULL
    WHERE c.soort = 'gelijk'
),

-- What one more of n, of u and of p is worth: the mean over all orders in which they can change.
waarde AS (
    SELECT
        v.*,
        (2 * v.u * v.p + 2 * v.u_toen * v.p_toen + v.u * v.p_toen + v.u_toen * v.p) / 6 AS van_n,
        (
            2 * v.clienten * v.p + 2 * v.clienten_toen * v.p_toen
            + v.clienten * v.p_toen + v.clienten_toen * v.p
        ) / 6 AS van_u,
        (
            2 * v.volume + 2 * v.volume_toen + v.clienten * v.u_toen + v.clienten_toen * v.u
        ) / 6 AS van_p
    FROM verhouding AS v
)

SELECT
    c.wet::VARCHAR AS wet,
    c.categorie::VARCHAR AS categorie,
    c.productcode::VARCHAR AS productcode,
    c.eenheid::VARCHAR AS eenheid,
    c.soort::VARCHAR AS soort,
    c.clienten::BIGINT AS clienten,
    c.clienten_toen::BIGINT AS clienten_toen,
    c.bedrag::HUGEINT AS bedrag,
    c.bedrag_toen::HUGEINT AS bedrag_toen,
    unnest(CASE WHEN c.soort = 'gelijk' THEN [1, 2, 3, 4] ELSE [0] END)::INTEGER AS oorzaak,
    unnest(CASE WHEN c.soort = 'gelijk' THEN [
        w.mee * w.van_n,
        (w.clienten - w.clienten_toen - w.mee) * w.van_n,
        (w.u - w.u_toen) * w.van_u,
        (w.p - w.p_toen) * w.van_p
    ] ELSE [NULL] END)::DOUBLE AS deel,
    unnest(CASE
        WHEN c.soort = 'gelijk' THEN [NULL, NULL, w.u_toen * w.van_u, w.p_toen * w.van_p]
        ELSE [NULL]
    END)::DOUBLE AS basis
FROM cellen AS c
LEFT JOIN waarde AS w
    ON
        c.wet = w.wet AND c.categorie = w.categorie AND c.productcode = w.productcode
        AND c.eenheid = w.eenheid
