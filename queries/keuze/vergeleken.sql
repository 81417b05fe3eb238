-- What the care of one person cost in two stretches of months, by product and eenheid.
--
-- params
--   van          DATE        first day of the first month of the one stretch
--   tot          DATE        first day of its last month
--   toen_van     DATE        the same of the other, with which it is compared
--   toen_tot     DATE
--   wet          VARCHAR?    NULL selects all, here and below
--   domein       VARCHAR?    a taakveld
--   product      VARCHAR?    wet and categorie, such as jw-45
--   aanbieder    VARCHAR?    AGB code
--   wijk         VARCHAR?    where the person lives now
--   team         VARCHAR?    the team of that wijk on the first day of the month
--   toegekend    BOOLEAN?    only what the gemeente granted; NULL: all that was declared
-- columns
--   wet          VARCHAR
--   categorie    VARCHAR
--   productcode  VARCHAR
--   eenheid      VARCHAR
--   client_id    INTEGER
--   nu           BOOLEAN     of the one stretch, or of the other
--   volume       BIGINT
--   bedrag       BIGINT      eurocents
-- grain: wet, categorie, productcode, eenheid, client_id, nu
SELECT
    n.wet::VARCHAR AS wet,
    n.categorie::VARCHAR AS categorie,
    n.productcode::VARCHAR AS productcode,
    n.eenheid::VARCHAR AS eenheid,
    n.client_id::INTEGER AS client_id,
    TRUE::BOOLEAN AS nu,
    n.volume::BIGINT AS volume,
    n.bedrag::BIGINT AS bedrag
FROM gekozen_zorg($van, $tot, $wet, $domein, $product, $aanbieder, $wijk, $team, $toegekend) AS n
UNION ALL
SELECT
    t.wet::VARCHAR AS wet,
    t.categorie::VARCHAR AS categorie,
    t.productcode::VARCHAR AS productcode,
    t.eenheid::VARCHAR AS eenheid,
    t.client_id::INTEGER AS client_id,
    FALSE::BOOLEAN AS nu,
    t.volume::BIGINT AS volume,
    t.bedrag::BIGINT AS bedrag
FROM gekozen_zorg(
    $toen_van, $toen_tot, $wet, $domein, $product, $aanbieder, $wijk, $team, $toegekend
) AS t
