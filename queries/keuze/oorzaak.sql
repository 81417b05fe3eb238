-- Why a product cost more or less than before, in parts that add up to the cent: rounding gives the
-- cents that are left to the largest remainders.
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
--   wet            VARCHAR?       as in keuze/ontleed.sql, down to basis
--   categorie      VARCHAR?
--   productcode    VARCHAR?
--   eenheid        VARCHAR?
--   soort          VARCHAR
--   clienten       BIGINT
--   clienten_toen  BIGINT
--   bedrag         DECIMAL(18,2)
--   bedrag_toen    DECIMAL(18,2)
--   oorzaak        INTEGER
--   deel           DOUBLE?
--   basis          DOUBLE?
--   door           DECIMAL(18,2)  what of the difference came by this oorzaak; of people: all of it
-- grain: wet, categorie, productcode, eenheid, oorzaak
SELECT
    o.wet::VARCHAR AS wet,
    o.categorie::VARCHAR AS categorie,
    o.productcode::VARCHAR AS productcode,
    o.eenheid::VARCHAR AS eenheid,
    o.soort::VARCHAR AS soort,
    o.clienten::BIGINT AS clienten,
    o.clienten_toen::BIGINT AS clienten_toen,
    (o.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    (o.bedrag_toen::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag_toen,
    o.oorzaak::INTEGER AS oorzaak,
    o.deel::DOUBLE AS deel,
    o.basis::DOUBLE AS basis,
    (
        CASE
            WHEN o.oorzaak = 0 THEN o.bedrag - o.bedrag_toen
            ELSE floor(o.deel)::HUGEINT + (
                row_number() OVER (cel ORDER BY o.deel - floor(o.deel) DESC, o.oorzaak)
                <= o.bedrag - o.bedrag_toen - sum(floor(o.deel)) OVER cel
            )::INTEGER
        END::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS door
FROM
    ontleed(
        $van, $tot, $toen_van, $toen_tot, $wet, $domein, $product, $aanbieder, $wijk, $team,
        $toegekend
    ) AS o
WINDOW cel AS (PARTITION BY o.wet, o.categorie, o.productcode, o.eenheid)
