-- A toewijzing in its newest version; one that never existed (reden 13) stays, marked as removed.
--
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   client_id           INTEGER
--   aanbieder           VARCHAR    AGB code
--   categorie           VARCHAR?
--   productcode         VARCHAR?
--   toewijzingsdatum    DATE
--   ingangsdatum        DATE
--   einddatum           DATE?
--   reden_wijziging     VARCHAR?
--   volume              BIGINT?
--   eenheid             VARCHAR?
--   frequentie          VARCHAR?
--   budget              BIGINT?    eurocents
--   verwijderd          BOOLEAN
--   verwijzer           VARCHAR    from the newest 315 with the same reference, else 'onbekend'
--   toegewezen_op       DATE       when its first version was decided
--   gevraagd_op         DATE?      the first dagtekening of a 315 with the same reference
-- grain: wet, toewijzing_nummer
-- touched: raakt_toewijzing (wet, toewijzing_nummer)
WITH versie AS (
    SELECT
        v.*,
        min(v.toewijzingsdatum) OVER (
            PARTITION BY v.wet, v.toewijzing_nummer
        ) AS toegewezen_op,
        row_number() OVER (
            PARTITION BY v.wet, v.toewijzing_nummer
            ORDER BY
                v.toewijzingsdatum DESC, v.toewijzingstijd DESC, l.dagtekening DESC,
                length(l.identificatie) DESC, l.identificatie DESC, l.sha256 DESC, v.plaats DESC
        ) AS rang
    FROM toewijzing_versie AS v
    SEMI JOIN raakt_toewijzing AS r
        ON v.wet = r.wet AND v.toewijzing_nummer = r.toewijzing_nummer
    INNER JOIN levering AS l ON v.levering_nr = l.levering_nr
),

verzocht AS (
    SELECT
        q.wet,
        q.aanbieder,
        q.referentie,
        arg_max(
            q.verwijzer,
            (l.dagtekening, length(l.identificatie), l.identificatie, l.sha256, q.plaats)
        ) AS verwijzer,
        min(l.dagtekening) AS gevraagd_op
    FROM verzoek AS q
    INNER JOIN levering AS l ON q.levering_nr = l.levering_nr
    SEMI JOIN versie AS v
        ON q.wet = v.wet AND q.aanbieder = v.aanbieder AND q.referentie = v.referentie
    GROUP BY q.wet, q.aanbieder, q.referentie
)

SELECT
    v.wet::VARCHAR AS wet,
    v.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    v.client_id::INTEGER AS client_id,
    v.aanbieder::VARCHAR AS aanbieder,
    v.categorie::VARCHAR AS categorie,
    v.productcode::VARCHAR AS productcode,
    v.toewijzingsdatum::DATE AS toewijzingsdatum,
    v.ingangsdatum::DATE AS ingangsdatum,
    v.einddatum::DATE AS einddatum,
    v.reden_wijziging::VARCHAR AS reden_wijziging,
    v.volume::BIGINT AS volume,
    v.eenheid::VARCHAR AS eenheid,
    v.frequentie::VARCHAR AS frequentie,
    v.budget::BIGINT AS budget,
    coalesce(v.reden_wijziging = '13', FALSE)::BOOLEAN AS verwijderd,
    coalesce(q.verwijzer, 'onbekend')::VARCHAR AS verwijzer,
    v.toegewezen_op::DATE AS toegewezen_op,
    q.gevraagd_op::DATE AS gevraagd_op
FROM versie AS v
LEFT JOIN verzocht AS q
    ON v.wet = q.wet AND v.aanbieder = q.aanbieder AND v.referentie = q.referentie
WHERE v.rang = 1
ORDER BY v.wet, v.toewijzing_nummer
