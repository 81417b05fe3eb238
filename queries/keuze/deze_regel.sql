-- One declaration line as it counts now, by its key.
--
-- params
--   wet                VARCHAR
--   aanbieder          VARCHAR    AGB code
--   referentienummer   VARCHAR
-- columns
--   sleutel            UBIGINT
--   levering_nr        INTEGER
--   plaats             INTEGER
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   declaratienummer   VARCHAR
--   referentienummer   VARCHAR
--   client_id          INTEGER
--   toewijzing_nummer  BIGINT
--   taakveld           VARCHAR
--   categorie          VARCHAR
--   productcode        VARCHAR
--   maand              DATE
--   begin              DATE
--   eind               DATE
--   volume             BIGINT
--   eenheid            VARCHAR
--   tarief             BIGINT?    eurocents
--   bedrag             BIGINT     eurocents, a credit is negative
--   status             VARCHAR
--   vlaggen            VARCHAR[]
-- grain: wet, aanbieder, referentienummer
SELECT
    r.sleutel::UBIGINT AS sleutel,
    r.levering_nr::INTEGER AS levering_nr,
    r.plaats::INTEGER AS plaats,
    r.wet::VARCHAR AS wet,
    r.aanbieder::VARCHAR AS aanbieder,
    r.declaratienummer::VARCHAR AS declaratienummer,
    r.referentienummer::VARCHAR AS referentienummer,
    r.client_id::INTEGER AS client_id,
    r.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    r.taakveld::VARCHAR AS taakveld,
    r.categorie::VARCHAR AS categorie,
    r.productcode::VARCHAR AS productcode,
    r.maand::DATE AS maand,
    r.begin::DATE AS begin,
    r.eind::DATE AS eind,
    r.volume::BIGINT AS volume,
    r.eenheid::VARCHAR AS eenheid,
    r.tarief::BIGINT AS tarief,
    r.bedrag::BIGINT AS bedrag,
    r.status::VARCHAR AS status,
    r.vlaggen::VARCHAR[] AS vlaggen
FROM regel AS r
WHERE
    r.sleutel = md5_number_lower(
        concat_ws(' ', $wet::VARCHAR, $aanbieder::VARCHAR, $referentienummer::VARCHAR)
    )
    AND r.wet = $wet::VARCHAR
    AND r.aanbieder = $aanbieder::VARCHAR
    AND r.referentienummer = $referentienummer::VARCHAR
