-- What aanbieders asked for in a 315 or 317 that was not refused, product by product.
--
-- columns
--   wijziging           BOOLEAN    of a 317
--   levering_nr         INTEGER
--   plaats              INTEGER
--   wet                 VARCHAR
--   aanbieder           VARCHAR
--   client_id           INTEGER
--   referentie          VARCHAR
--   wens                VARCHAR    nieuw, ongewijzigd or te wijzigen
--   toewijzing_nummer   BIGINT?
--   categorie           VARCHAR?
--   productcode         VARCHAR?
--   ingangsdatum        DATE?
--   einddatum           DATE?
--   volume              BIGINT?
--   budget              BIGINT?    eurocents
--   dagtekening         DATE
--   identificatie       VARCHAR
-- grain: levering_nr, plaats
WITH gevraagd AS (
    SELECT
        FALSE AS wijziging,
        v.levering_nr,
        v.plaats,
        v.wet,
        v.aanbieder,
        v.client_id,
        v.referentie,
        'nieuw' AS wens,
        NULL AS toewijzing_nummer,
        v.categorie,
        v.productcode,
        v.ingangsdatum,
        v.einddatum,
        v.volume,
        v.budget
    FROM verzoek AS v
    UNION ALL
    SELECT
        TRUE AS wijziging,
        w.levering_nr,
        w.plaats,
        w.wet,
        w.aanbieder,
        w.client_id,
        w.referentie,
        w.wens,
        w.toewijzing_nummer,
        w.categorie,
        w.productcode,
        w.ingangsdatum,
        w.einddatum,
        w.volume,
        w.budget
    FROM wijziging AS w
)

SELECT
    g.wijziging::BOOLEAN AS wijziging,
    g.levering_nr::INTEGER AS levering_nr,
    g.plaats::INTEGER AS plaats,
    g.wet::VARCHAR AS wet,
    g.aanbieder::VARCHAR AS aanbieder,
    g.client_id::INTEGER AS client_id,
    g.referentie::VARCHAR AS referentie,
    g.wens::VARCHAR AS wens,
    g.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    g.categorie::VARCHAR AS categorie,
    g.productcode::VARCHAR AS productcode,
    g.ingangsdatum::DATE AS ingangsdatum,
    g.einddatum::DATE AS einddatum,
    g.volume::BIGINT AS volume,
    g.budget::BIGINT AS budget,
    l.dagtekening::DATE AS dagtekening,
    l.identificatie::VARCHAR AS identificatie
FROM gevraagd AS g
INNER JOIN levering AS l ON g.levering_nr = l.levering_nr
ANTI JOIN retour AS r
    ON
        g.wet = r.wet AND g.aanbieder = r.aanbieder AND r.wijst_af
        AND l.identificatie = r.identificatie AND l.dagtekening = r.dagtekening
        AND r.bericht = CASE WHEN g.wijziging THEN '318' ELSE '316' END
        AND (
            r.niveau = 'bericht' OR g.referentie = r.referentie
            OR (r.niveau = 'client' AND g.client_id = r.client_id)
        )
