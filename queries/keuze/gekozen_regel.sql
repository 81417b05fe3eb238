-- The lines within a selection, of one year.
--
-- params
--   jaar            INTEGER     calendar year of delivery
--   wet             VARCHAR?    NULL selects all, here and below
--   domein          VARCHAR?    a taakveld
--   product         VARCHAR?    wet and categorie, such as jw-45
--   aanbieder       VARCHAR?    AGB code
--   wijk            VARCHAR?    where the person lives now
--   team            VARCHAR?    the team of that wijk on the first day of the month
--   maand           DATE?       first day of a month of delivery
--   status          VARCHAR?    in_behandeling, toegekend or afgewezen
--   zoek            VARCHAR?    part of the number of a line or of its declaratie
-- columns
--   levering_nr        INTEGER
--   plaats             INTEGER
--   maand              DATE
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   declaratienummer   VARCHAR
--   referentienummer   VARCHAR
--   categorie          VARCHAR
--   productcode        VARCHAR
--   bedrag             BIGINT     eurocents, a credit is negative
--   status             VARCHAR
--   vlaggen            VARCHAR[]
-- grain: wet, aanbieder, referentienummer
SELECT
    u.levering_nr::INTEGER AS levering_nr,
    u.plaats::INTEGER AS plaats,
    u.maand::DATE AS maand,
    u.wet::VARCHAR AS wet,
    u.aanbieder::VARCHAR AS aanbieder,
    u.declaratienummer::VARCHAR AS declaratienummer,
    u.referentienummer::VARCHAR AS referentienummer,
    u.categorie::VARCHAR AS categorie,
    u.productcode::VARCHAR AS productcode,
    u.bedrag::BIGINT AS bedrag,
    u.status::VARCHAR AS status,
    u.vlaggen::VARCHAR[] AS vlaggen
FROM regel AS u
WHERE
    u.maand >= coalesce($maand::DATE, make_date($jaar::INTEGER, 1, 1))
    AND u.maand <= coalesce($maand::DATE, make_date($jaar::INTEGER, 12, 1))
    AND year(u.maand) = $jaar::INTEGER
    AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
    AND ($domein::VARCHAR IS NULL OR u.taakveld = $domein::VARCHAR)
    AND ($product::VARCHAR IS NULL OR u.wet = split_part($product::VARCHAR, '-', 1))
    AND ($product::VARCHAR IS NULL OR u.categorie = split_part($product::VARCHAR, '-', 2))
    AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
    AND ($wijk::VARCHAR IS NULL OR u.wijk_code = $wijk::VARCHAR)
    AND ($team::VARCHAR IS NULL OR u.wijk_code IN (
        SELECT t.wijk_code FROM team AS t
        WHERE t.team = $team::VARCHAR AND u.maand BETWEEN t.van AND t.tot
    ))
    AND ($status::VARCHAR IS NULL OR u.status = $status::VARCHAR)
    AND (
        $zoek::VARCHAR IS NULL
        OR contains(lower(u.referentienummer), lower($zoek::VARCHAR))
        OR contains(lower(u.declaratienummer), lower($zoek::VARCHAR))
    )
