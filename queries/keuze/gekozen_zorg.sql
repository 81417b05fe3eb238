-- The lines of two stretches of months, within a selection. Of a stretch that is not kept whole
-- nobody can ask, so that needs no look here.
--
-- params
--   van               DATE      first day of the first month of delivery of the one stretch
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
--   aanbieder         VARCHAR
--   referentienummer  VARCHAR
--   categorie         VARCHAR
--   productcode       VARCHAR
--   eenheid           VARCHAR
--   client_id         INTEGER
--   nu                BOOLEAN   whether it is of the one stretch
--   toen              BOOLEAN   whether it is of the other
--   volume            BIGINT    of the one stretch, or 0; a credit is negative, here and below
--   volume_toen       BIGINT
--   bedrag            BIGINT    eurocents of the one stretch, or 0
--   bedrag_toen       BIGINT
-- grain: wet, aanbieder, referentienummer
WITH gekozen AS (
    SELECT
        r.*,
        r.maand BETWEEN $van::DATE AND $tot::DATE AS nu,
        r.maand BETWEEN $toen_van::DATE AND $toen_tot::DATE AS toen,
        CASE WHEN r.bedrag < 0 THEN -r.volume ELSE r.volume END AS geleverd
    FROM regel AS r
    WHERE
        -- What is between them is read too, and what is before and after is not.
        r.maand BETWEEN least($van::DATE, $toen_van::DATE) AND greatest($tot::DATE, $toen_tot::DATE)
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
)

SELECT
    g.wet::VARCHAR AS wet,
    g.aanbieder::VARCHAR AS aanbieder,
    g.referentienummer::VARCHAR AS referentienummer,
    g.categorie::VARCHAR AS categorie,
    g.productcode::VARCHAR AS productcode,
    g.eenheid::VARCHAR AS eenheid,
    g.client_id::INTEGER AS client_id,
    g.nu::BOOLEAN AS nu,
    g.toen::BOOLEAN AS toen,
    CASE WHEN g.nu THEN g.geleverd ELSE 0 END::BIGINT AS volume,
    CASE WHEN g.toen THEN g.geleverd ELSE 0 END::BIGINT AS volume_toen,
    CASE WHEN g.nu THEN g.bedrag ELSE 0 END::BIGINT AS bedrag,
    CASE WHEN g.toen THEN g.bedrag ELSE 0 END::BIGINT AS bedrag_toen
FROM gekozen AS g
WHERE g.nu OR g.toen
