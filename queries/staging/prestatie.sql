-- The touched lines as their deliveries brought them, however often each came.
--
-- columns
--   sleutel                  UBIGINT
--   vorige_sleutel           UBIGINT?
--   levering_nr              INTEGER
--   plaats                   INTEGER
--   wet                      VARCHAR
--   aanbieder                VARCHAR
--   declaratienummer         VARCHAR
--   referentienummer         VARCHAR
--   vorig_referentienummer   VARCHAR?
--   client_id                INTEGER
--   toewijzing_nummer        BIGINT
--   categorie                VARCHAR
--   productcode              VARCHAR
--   begin                    DATE
--   eind                     DATE
--   volume                   BIGINT
--   eenheid                  VARCHAR
--   tarief                   BIGINT?
--   bedrag                   BIGINT
--   debet_credit             VARCHAR
-- grain: levering_nr, plaats
SELECT
    p.sleutel::UBIGINT AS sleutel,
    p.vorige_sleutel::UBIGINT AS vorige_sleutel,
    p.levering_nr::INTEGER AS levering_nr,
    p.plaats::INTEGER AS plaats,
    p.wet::VARCHAR AS wet,
    p.aanbieder::VARCHAR AS aanbieder,
    p.declaratienummer::VARCHAR AS declaratienummer,
    p.referentienummer::VARCHAR AS referentienummer,
    p.vorig_referentienummer::VARCHAR AS vorig_referentienummer,
    p.client_id::INTEGER AS client_id,
    p.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    p.categorie::VARCHAR AS categorie,
    p.productcode::VARCHAR AS productcode,
    p.begin::DATE AS begin,
    p.eind::DATE AS eind,
    p.volume::BIGINT AS volume,
    p.eenheid::VARCHAR AS eenheid,
    p.tarief::BIGINT AS tarief,
    p.bedrag::BIGINT AS bedrag,
    p.debet_credit::VARCHAR AS debet_credit
FROM prestatie AS p
SEMI JOIN raakt_regel AS r ON p.sleutel = r.sleutel
