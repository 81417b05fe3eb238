-- What the care of one person of one product cost in a stretch of months, within a selection. Of a
-- stretch that is not kept whole nobody can ask, so that needs no look here.
--
-- params
--   van          DATE        first day of the first month of delivery
--   tot          DATE        first day of the last one
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
--   volume       BIGINT      a credit is negative
--   bedrag       BIGINT      eurocents, a credit is negative
-- grain: wet, categorie, productcode, eenheid, client_id
SELECT
    r.wet::VARCHAR AS wet,
    r.categorie::VARCHAR AS categorie,
    r.productcode::VARCHAR AS productcode,
    r.eenheid::VARCHAR AS eenheid,
    r.client_id::INTEGER AS client_id,
    sum(CASE WHEN r.bedrag < 0 THEN -r.volume ELSE r.volume END)::BIGINT AS volume,
    sum(r.bedrag)::BIGINT AS bedrag
FROM regel AS r
WHERE
    r.maand BETWEEN $van::DATE AND $tot::DATE
    AND (NOT coalesce($toegekend::BOOLEAN, FALSE) OR r.status = 'toegekend')
    AND ($wet::VARCHAR IS NULL OR r.wet = $wet::VARCHAR)
    AND ($domein::VARCHAR IS NULL OR r.taakveld = $domein::VARCHAR)
    AND ($product::VARCHAR IS NULL OR r.wet = split_part($product::VARCHAR, '-', 1))
    AND ($product::VARCHAR IS NULL OR r.categorie = split_part($product::VARCHAR, '-', 2))
    AND ($aanbieder::VARCHAR IS NULL OR r.aanbieder = $aanbieder::VARCHAR)
    AND ($wijk::VARCHAR IS NULL OR r.wijk_code = $wijk::VARCHAR)
    AND ($team::VARCHAR IS NULL OR r.wijk_code IN (
        SELECT t.wijk_code FROM team AS t
        WHERE t.team = $team::VARCHAR AND r.maand BETWEEN t.van AND t.tot
    ))
GROUP BY r.wet, r.categorie, r.productcode, r.eenheid, r.client_id
