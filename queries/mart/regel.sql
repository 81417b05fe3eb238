-- A declaration line as it counts now: once a reference number, with its status and its flags.
--
-- columns
--   sleutel             UBIGINT    the grain as one number, to find a line by
--   levering_nr         INTEGER
--   plaats              INTEGER
--   wet                 VARCHAR
--   aanbieder           VARCHAR
--   declaratienummer    VARCHAR
--   referentienummer    VARCHAR
--   client_id           INTEGER
--   persoonjaar         BIGINT     client_id and year as one number, to find lines by
--   wijk_code           VARCHAR    where the person lives now, or onbekend
--   toewijzing_nummer   BIGINT
--   categorie           VARCHAR
--   productcode         VARCHAR
--   taakveld            VARCHAR    onbekend where no official row books the code
--   maand               DATE       first day of the month of delivery
--   begin               DATE
--   eind                DATE
--   volume              BIGINT
--   eenheid             VARCHAR
--   tarief              BIGINT?    eurocents
--   bedrag              BIGINT     eurocents, a credit is negative
--   status              VARCHAR    in_behandeling, toegekend or afgewezen
--   vlaggen             VARCHAR[]  retourcodes of what other deliveries contradict
-- grain: wet, aanbieder, referentienummer
-- touched: raakt_regel (sleutel)
-- index: sleutel, persoonjaar, toewijzing_nummer
WITH toegewezen AS (
    SELECT w.*
    FROM toewijzing AS w
    SEMI JOIN raakt_lijn AS t ON w.toewijzing_nummer = t.toewijzing_nummer
),

wonend AS (
    SELECT c.*
    FROM client AS c
    SEMI JOIN raakt_lijn AS t ON c.client_id = t.client_id
)

SELECT
    t.sleutel::UBIGINT AS sleutel,
    t.levering_nr::INTEGER AS levering_nr,
    t.plaats::INTEGER AS plaats,
    t.wet::VARCHAR AS wet,
    t.aanbieder::VARCHAR AS aanbieder,
    t.declaratienummer::VARCHAR AS declaratienummer,
    t.referentienummer::VARCHAR AS referentienummer,
    t.client_id::INTEGER AS client_id,
    (t.client_id::BIGINT * 10000 + year(t.begin))::BIGINT AS persoonjaar,
    coalesce(c.wijk_code, 'onbekend')::VARCHAR AS wijk_code,
    t.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    t.categorie::VARCHAR AS categorie,
    t.productcode::VARCHAR AS productcode,
    coalesce(code.taakveld, soort.taakveld, 'onbekend')::VARCHAR AS taakveld,
    date_trunc('month', t.begin)::DATE AS maand,
    t.begin::DATE AS begin,
    t.eind::DATE AS eind,
    t.volume::BIGINT AS volume,
    t.eenheid::VARCHAR AS eenheid,
    t.tarief::BIGINT AS tarief,
    CASE t.debet_credit WHEN 'C' THEN -t.bedrag ELSE t.bedrag END::BIGINT AS bedrag,
    CASE
        WHEN NOT t.beantwoord THEN 'in_behandeling'
        WHEN t.afgewezen THEN 'afgewezen'
        ELSE 'toegekend'
    END::VARCHAR AS status,
    coalesce(
        string_split(nullif(concat_ws(
            ' ',
            CASE WHEN p.plaats IS NOT NULL THEN '0611' END,
            CASE WHEN k.zonder_debet THEN '8017' END,
            CASE WHEN t.aantal > 1 THEN '8021' END,
            CASE WHEN w.client_id <> t.client_id THEN '8187' END,
            CASE WHEN t.begin < w.ingangsdatum THEN '9307' END,
            CASE WHEN t.eind > w.einddatum THEN '9308' END,
            CASE
                WHEN
                    w.frequentie = '6' AND t.eenheid = w.eenheid AND t.volume > w.volume
                    AND t.debet_credit = 'D'
                    THEN '9321'
            END,
            CASE WHEN o.volume AND t.eenheid = w.eenheid THEN '9322' END,
            CASE WHEN t.nummer_dubbel THEN '9333' END,
            CASE WHEN w.wet IS NULL THEN '9338' END,
            CASE WHEN t.categorie <> w.categorie THEN '9339' END,
            CASE WHEN t.productcode <> w.productcode THEN '9340' END,
            CASE WHEN t.eenheid <> w.eenheid THEN '9341' END,
            CASE WHEN o.budget THEN '9369' END,
            CASE WHEN w.verwijderd THEN '9384' END,
            CASE WHEN day(t.begin) > 1 AND t.begin > w.ingangsdatum THEN '9387' END,
            CASE
                WHEN w.wet = t.wet AND t.eind < least(last_day(t.eind), w.einddatum) THEN '9388'
            END,
            CASE WHEN k.klopt_niet THEN '9389' END,
            CASE WHEN k.vaker_gecrediteerd THEN '9390' END
        ), ''), ' '),
        []
    )::VARCHAR[] AS vlaggen
FROM raakt_lijn AS t
LEFT JOIN wonend AS c ON t.client_id = c.client_id
LEFT JOIN toegewezen AS w
    ON
        t.wet = w.wet AND t.toewijzing_nummer = w.toewijzing_nummer
        AND t.aanbieder = w.aanbieder
LEFT JOIN raakt_overschreden AS o
    ON
        t.wet = o.wet AND t.aanbieder = o.aanbieder
        AND t.toewijzing_nummer = o.toewijzing_nummer
LEFT JOIN raakt_afgesproken AS p ON t.levering_nr = p.levering_nr AND t.plaats = p.plaats
LEFT JOIN raakt_keten AS k ON t.levering_nr = k.levering_nr AND t.plaats = k.plaats
LEFT JOIN taakveld_regel AS code
    ON
        t.wet = code.wet AND t.categorie = code.categorie AND t.productcode = code.productcode
        AND year(t.begin) BETWEEN code.vanaf_jaar AND code.tot_jaar
LEFT JOIN taakveld_regel AS soort
    ON
        t.wet = soort.wet AND t.categorie = soort.categorie AND soort.productcode IS NULL
        AND year(t.begin) BETWEEN soort.vanaf_jaar AND soort.tot_jaar
