-- One declaration line as it counts now, without the person, with where it came from.
--
-- params
--   wet               VARCHAR
--   aanbieder         VARCHAR   AGB code
--   referentienummer  VARCHAR
-- columns
--   wet                     VARCHAR
--   aanbieder               VARCHAR         AGB code
--   naam                    VARCHAR         the AGB code where no name is known
--   declaratienummer        VARCHAR
--   referentienummer        VARCHAR
--   vorig_referentienummer  VARCHAR?        of the line that a credit takes back
--   toewijzing_nummer       BIGINT
--   taakveld                VARCHAR         onbekend where no official row books the product
--   product                 VARCHAR         the name of its categorie, or its code
--   productcode             VARCHAR
--   maand                   DATE            first day of the month of delivery
--   begin                   DATE
--   eind                    DATE
--   volume                  BIGINT
--   eenheid                 VARCHAR         WJ756
--   tarief                  DECIMAL(18,2)?
--   bedrag                  DECIMAL(18,2)   a credit is negative
--   status                  VARCHAR         in_behandeling, toegekend or afgewezen
--   vlaggen                 VARCHAR[]       what other deliveries contradict, code and words
--   bestand                 VARCHAR         the file that brought it
--   plaats                  INTEGER         the line in that file
--   levering_nr             INTEGER
--   nummer                  VARCHAR?        of the message in that file
--   dagtekening             DATE?           of that message
--   ontvangen_op            TIMESTAMP       UTC
-- grain: wet, aanbieder, referentienummer
-- policy: exact
WITH deze AS (
    SELECT d.*
    FROM deze_regel($wet, $aanbieder, $referentienummer) AS d
),

-- By its number, which an index finds.
gelezen AS (
    SELECT
        p.levering_nr,
        p.plaats,
        p.vorig_referentienummer
    FROM prestatie AS p
    WHERE
        p.sleutel = md5_number_lower(
            concat_ws(' ', $wet::VARCHAR, $aanbieder::VARCHAR, $referentienummer::VARCHAR)
        )
),

gevlagd AS (
    SELECT list(concat_ws(' ', v.code, lower(c.omschrijving)) ORDER BY v.code) AS vlaggen
    FROM (SELECT unnest(d.vlaggen) AS code FROM deze AS d) AS v
    LEFT JOIN retourcode AS c ON v.code = c.code
)

SELECT
    g.wet::VARCHAR AS wet,
    g.aanbieder::VARCHAR AS aanbieder,
    coalesce(a.naam, g.aanbieder)::VARCHAR AS naam,
    g.declaratienummer::VARCHAR AS declaratienummer,
    g.referentienummer::VARCHAR AS referentienummer,
    p.vorig_referentienummer::VARCHAR AS vorig_referentienummer,
    g.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    coalesce(t.naam, g.taakveld)::VARCHAR AS taakveld,
    coalesce(s.naam, g.categorie)::VARCHAR AS product,
    g.productcode::VARCHAR AS productcode,
    g.maand::DATE AS maand,
    g.begin::DATE AS begin,
    g.eind::DATE AS eind,
    g.volume::BIGINT AS volume,
    g.eenheid::VARCHAR AS eenheid,
    (g.tarief::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS tarief,
    (g.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    g.status::VARCHAR AS status,
    coalesce(v.vlaggen, [])::VARCHAR[] AS vlaggen,
    l.bestand::VARCHAR AS bestand,
    g.plaats::INTEGER AS plaats,
    g.levering_nr::INTEGER AS levering_nr,
    l.identificatie::VARCHAR AS nummer,
    l.dagtekening::DATE AS dagtekening,
    l.ontvangen_op::TIMESTAMP AS ontvangen_op
FROM deze AS g
CROSS JOIN gevlagd AS v
INNER JOIN levering AS l ON g.levering_nr = l.levering_nr
LEFT JOIN gelezen AS p ON g.levering_nr = p.levering_nr AND g.plaats = p.plaats
LEFT JOIN aanbieder AS a ON g.aanbieder = a.agb_code
LEFT JOIN taakveld AS t ON g.taakveld = t.taakveld
LEFT JOIN product AS s ON g.wet = s.wet AND g.categorie = s.categorie
