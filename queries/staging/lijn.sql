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
--   beantwoord               BOOLEAN   a 325 answered its declaratie, and can be read about it
--   afgewezen                BOOLEAN
--   aantal                   BIGINT    how often the reference number came
--   nummer_dubbel            BOOLEAN   so did the number of the declaratie
-- grain: wet, aanbieder, referentienummer
WITH aangeleverd AS (
    SELECT
        p.*,
        d.antwoord_nr,
        d.afgewezen AS geheel_afgewezen,
        d.aangeleverd > 1 AS nummer_dubbel
    FROM raakt_prestatie AS p
    INNER JOIN declaratie AS d
        ON
            p.wet = d.wet AND p.aanbieder = d.aanbieder
            AND p.declaratienummer = d.declaratienummer
),

bezwaar AS (
    SELECT DISTINCT
        a.levering_nr,
        a.niveau,
        CASE WHEN a.niveau = 'client' THEN a.client_id END AS client_id,
        CASE WHEN a.niveau = 'prestatie' THEN a.referentienummer END AS referentienummer
    FROM antwoord AS a
    SEMI JOIN aangeleverd AS p ON a.levering_nr = p.antwoord_nr
    WHERE a.wijst_af AND a.niveau IN ('client', 'prestatie')
),

-- What an answer says of a line and cannot be read might reject it: it waits for another answer.
twijfel AS (
    SELECT
        a.levering_nr,
        a.referentienummer
    FROM antwoord AS a
    WHERE a.niveau = 'twijfel'
),

beoordeeld AS (
    SELECT
        p.*,
        p.antwoord_nr IN (SELECT o.levering_nr FROM twijfel AS o WHERE o.referentienummer IS NULL)
        OR (p.antwoord_nr, p.referentienummer) IN (
            SELECT (o.levering_nr, o.referentienummer) FROM twijfel AS o
        ) AS in_twijfel,
        p.geheel_afgewezen OR c.niveau IS NOT NULL OR r.niveau IS NOT NULL AS afgewezen
    FROM aangeleverd AS p
    LEFT JOIN bezwaar AS c ON p.antwoord_nr = c.levering_nr AND p.client_id = c.client_id
    LEFT JOIN bezwaar AS r
        ON p.antwoord_nr = r.levering_nr AND p.referentienummer = r.referentienummer
),

-- Nearly all numbers come once, and there is nothing to choose.
vaker AS (
    SELECT b.sleutel
    FROM beoordeeld AS b
    GROUP BY b.sleutel
    HAVING count(*) > 1
),

-- The reference number is the key: a line that stands goes before a rejected one, then the first.
telt AS (
    SELECT
        b.sleutel,
        b.wet,
        b.aanbieder,
        b.referentienummer,
        arg_min(
            (b.levering_nr, b.plaats),
            (
                b.afgewezen, l.dagtekening, length(l.identificatie), l.identificatie, l.sha256,
                b.plaats
            )
        ) AS eerste,
        count(*) AS aantal
    FROM beoordeeld AS b
    SEMI JOIN vaker AS v ON b.sleutel = v.sleutel
    INNER JOIN levering AS l ON b.levering_nr = l.levering_nr
    GROUP BY b.sleutel, b.wet, b.aanbieder, b.referentienummer
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
    (t.antwoord_nr IS NOT NULL AND (t.afgewezen OR NOT t.in_twijfel))::BOOLEAN AS beantwoord,
    t.afgewezen::BOOLEAN AS afgewezen,
    coalesce(e.aantal, 1)::BIGINT AS aantal,
    t.nummer_dubbel::BOOLEAN AS nummer_dubbel
FROM beoordeeld AS t
LEFT JOIN telt AS e
    ON
        t.sleutel = e.sleutel AND t.wet = e.wet AND t.aanbieder = e.aanbieder
        AND t.referentienummer = e.referentienummer
WHERE e.sleutel IS NULL OR (t.levering_nr, t.plaats) = e.eerste
