-- A touched line once a reference number, as the deliveries of it and the answers to it make it.
--
-- columns
--   sleutel                  UBIGINT
--   vorige_sleutel           UBIGINT?  of the line that a credit points at
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
--   beantwoord               BOOLEAN   a 325 answered its declaratie
--   afgewezen                BOOLEAN
--   aantal                   BIGINT    how often the reference number came
--   nummer_dubbel            BOOLEAN   so did the number of the declaratie
-- grain: wet, aanbieder, referentienummer
WITH aangeleverd AS (
    SELECT
        p.*,
        d.antwoord_nr,
        d.aangeleverd > 1 AS nummer_dubbel,
        d.afgewezen OR EXISTS (
            SELECT 1
            FROM antwoord AS a
            WHERE
                a.levering_nr = d.antwoord_nr
                AND a.wijst_af
                AND (
                    (a.niveau = 'client' AND a.client_id = p.client_id)
                    OR (a.niveau = 'prestatie' AND a.referentienummer = p.referentienummer)
                )
        ) AS afgewezen,
        (l.dagtekening, length(l.identificatie), l.identificatie, l.sha256, p.plaats) AS volgorde
    FROM prestatie AS p
    SEMI JOIN raakt_regel AS r ON p.sleutel = r.sleutel
    INNER JOIN levering AS l ON p.levering_nr = l.levering_nr
    INNER JOIN declaratie AS d
        ON
            p.wet = d.wet AND p.aanbieder = d.aanbieder
            AND p.declaratienummer = d.declaratienummer
),

-- The reference number is the key: a line that stands goes before a rejected one, then the first.
telt AS (
    SELECT
        a.*,
        row_number() OVER (
            PARTITION BY a.wet, a.aanbieder, a.referentienummer
            ORDER BY a.afgewezen, a.volgorde
        ) AS rang,
        count(*) OVER (PARTITION BY a.wet, a.aanbieder, a.referentienummer) AS aantal
    FROM aangeleverd AS a
)

SELECT
    t.sleutel::UBIGINT AS sleutel,
    t.vorige_sleutel::UBIGINT AS vorige_sleutel,
    t.levering_nr::INTEGER AS levering_nr,
    t.plaats::INTEGER AS plaats,
    t.wet::VARCHAR AS wet,
    t.aanbieder::VARCHAR AS aanbieder,
    t.declaratienummer::VARCHAR AS declaratienummer,
    t.referentienummer::VARCHAR AS referentienummer,
    t.vorig_referentienummer::VARCHAR AS vorig_referentienummer,
    t.client_id::INTEGER AS client_id,
    t.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    t.categorie::VARCHAR AS categorie,
    t.productcode::VARCHAR AS productcode,
    t.begin::DATE AS begin,
    t.eind::DATE AS eind,
    t.volume::BIGINT AS volume,
    t.eenheid::VARCHAR AS eenheid,
    t.tarief::BIGINT AS tarief,
    t.bedrag::BIGINT AS bedrag,
    t.debet_credit::VARCHAR AS debet_credit,
    (t.antwoord_nr IS NOT NULL)::BOOLEAN AS beantwoord,
    t.afgewezen::BOOLEAN AS afgewezen,
    t.aantal::BIGINT AS aantal,
    t.nummer_dubbel::BOOLEAN AS nummer_dubbel
FROM telt AS t
WHERE t.rang = 1
ORDER BY t.wet, t.aanbieder, t.referentienummer
