-- What the care of one person cost in two stretches of months, by product and eenheid.
--
-- params
--   van               DATE      first day of the first month of the one stretch
--   tot               DATE      first day of its last month
--   toen_van          DATE      the same of the other, with which it is compared
--   toen_tot          DATE
--   wet               VARCHAR?  NULL selects all, here and below
--   domein            VARCHAR?  a taakveld
--   product           VARCHAR?  wet and categorie, such as jw-45
--   aanbieder         VARCHAR?  AGB code
--   wijk              VARCHAR?  where the person lives now
--   team              VARCHAR?  the team of that wijk on the first day of the month
--   toegekend         BOOLEAN?  only what the gemeente granted; NULL: all that was declared
-- columns
--   wet               VARCHAR
--   categorie         VARCHAR
--   productcode       VARCHAR
--   eenheid           VARCHAR
--   client_id         INTEGER
--   nu                BOOLEAN   whether there is care in the one stretch
--   toen              BOOLEAN   whether there is in the other
--   volume            BIGINT
--   volume_toen       BIGINT
--   bedrag            BIGINT    eurocents
--   bedrag_toen       BIGINT
-- grain: wet, categorie, productcode, eenheid, client_id
SELECT
    z.wet::VARCHAR AS wet,
    z.categorie::VARCHAR AS categorie,
    z.productcode::VARCHAR AS productcode,
    z.eenheid::VARCHAR AS eenheid,
    z.client_id::INTEGER AS client_id,
    bool_or(z.nu)::BOOLEAN AS nu,
    bool_or(z.toen)::BOOLEAN AS toen,
    sum(z.volume)::BIGINT AS volume,
    sum(z.volume_toen)::BIGINT AS volume_toen,
    sum(z.bedrag)::BIGINT AS bedrag,
    sum(z.bedrag_toen)::BIGINT AS bedrag_toen
FROM
    gekozen_zorg(
        $van, $tot, $toen_van, $toen_tot, $wet, $domein, $product, $aanbieder, $wijk, $team,
        $toegekend
    ) AS z
GROUP BY z.wet, z.categorie, z.productcode, z.eenheid, z.client_id
