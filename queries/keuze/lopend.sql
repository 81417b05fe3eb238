-- The toewijzingen of a person at an aanbieder that ran on the day of each 315 or 317, as they had
-- been decided by then.
--
-- columns
--   vraag_nr            INTEGER    delivery of the 315 or 317
--   toewijzing_nummer   BIGINT
--   categorie           VARCHAR?
--   productcode         VARCHAR?
--   ingangsdatum        DATE
--   einddatum           DATE?
--   budget              BIGINT?    eurocents
-- grain: vraag_nr, toewijzing_nummer
WITH vraag AS (
    SELECT DISTINCT
        g.levering_nr,
        g.dagtekening,
        g.wet,
        g.aanbieder,
        g.client_id
    FROM gevraagd AS g
),

versie AS (
    SELECT
        q.levering_nr AS vraag_nr,
        q.dagtekening AS gevraagd_op,
        v.toewijzing_nummer,
        v.categorie,
        v.productcode,
        v.ingangsdatum,
        v.einddatum,
        v.budget,
        v.reden_wijziging,
        row_number() OVER (
            PARTITION BY q.levering_nr, v.toewijzing_nummer
            ORDER BY
                v.toewijzingsdatum DESC, v.toewijzingstijd DESC, l.dagtekening DESC,
                length(l.identificatie) DESC, l.identificatie DESC, l.sha256 DESC, v.plaats DESC
        ) AS rang
    FROM vraag AS q
    INNER JOIN toewijzing_versie AS v
        ON
            q.wet = v.wet AND q.aanbieder = v.aanbieder AND q.client_id = v.client_id
            AND q.dagtekening >= v.toewijzingsdatum
    INNER JOIN levering AS l ON v.levering_nr = l.levering_nr
)

SELECT
    v.vraag_nr::INTEGER AS vraag_nr,
    v.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    v.categorie::VARCHAR AS categorie,
    v.productcode::VARCHAR AS productcode,
    v.ingangsdatum::DATE AS ingangsdatum,
    v.einddatum::DATE AS einddatum,
    v.budget::BIGINT AS budget
FROM versie AS v
WHERE
    v.rang = 1 AND v.reden_wijziging IS DISTINCT FROM '13'
    AND (v.einddatum IS NULL OR v.einddatum >= v.gevraagd_op)
