-- A version of a toewijzing with the months at whose ends it was the newest that was known, and the
-- stop that ended its care, of deliveries that were not retracted since.
--
-- params
--   van                DATE      versions that ended before it are left out
-- columns
--   wet                VARCHAR
--   categorie          VARCHAR?
--   productcode        VARCHAR?
--   aanbieder          VARCHAR   AGB code
--   toewijzing_nummer  BIGINT
--   ingangsdatum       DATE
--   einddatum          DATE?
--   volume             BIGINT?
--   eenheid            VARCHAR?
--   frequentie         VARCHAR?
--   budget             BIGINT?   eurocents
--   verwijderd         BOOLEAN
--   ontvangen          DATE      first day of the month of receipt
--   tot                DATE?     first day of the month in which a newer one came
--   gestopt            DATE?     last day of care by a stop that stands, when no start follows
--   gestopt_bekend     DATE?     first day of the month in which that stop came
-- grain: wet, toewijzing_nummer, ontvangen
-- policy: exact
WITH versie AS (
    SELECT
        v.*,
        o.ontvangen,
        row_number() OVER (
            PARTITION BY v.wet, v.toewijzing_nummer
            ORDER BY
                v.toewijzingsdatum, v.toewijzingstijd, l.dagtekening, length(l.identificatie),
                l.identificatie, l.sha256, v.plaats
        ) AS nieuwheid
    FROM toewijzing_versie AS v
    INNER JOIN levering AS l ON v.levering_nr = l.levering_nr
    INNER JOIN ontvangmaand AS o ON v.levering_nr = o.levering_nr
),

-- The newest of all that had come by the end of each month in which one came.
bekend AS (
    SELECT
        v.*,
        lead(v.ontvangen) OVER (
            PARTITION BY v.wet, v.toewijzing_nummer ORDER BY v.ontvangen
        ) AS tot
    FROM (
        SELECT b.*
        FROM versie AS b
        QUALIFY
            b.nieuwheid = max(b.nieuwheid) OVER (
                PARTITION BY b.wet, b.toewijzing_nummer ORDER BY b.ontvangen
            )
    ) AS v
),

gestopt AS (
    SELECT
        s.wet,
        s.toewijzing_nummer,
        min(s.einddatum) AS einddatum,
        min(o.ontvangen) AS ontvangen
    FROM melding AS s
    INNER JOIN ontvangmaand AS o ON s.levering_nr = o.levering_nr
    ANTI JOIN melding AS m
        ON
            s.wet = m.wet AND s.toewijzing_nummer = m.toewijzing_nummer
            AND m.soort = 'start' AND s.einddatum < m.begindatum
    WHERE s.soort = 'stop' AND s.reden_beeindiging <> '20'
    GROUP BY s.wet, s.toewijzing_nummer
)

SELECT
    b.wet::VARCHAR AS wet,
    b.categorie::VARCHAR AS categorie,
    b.productcode::VARCHAR AS productcode,
    b.aanbieder::VARCHAR AS aanbieder,
    b.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    b.ingangsdatum::DATE AS ingangsdatum,
    b.einddatum::DATE AS einddatum,
    b.volume::BIGINT AS volume,
    b.eenheid::VARCHAR AS eenheid,
    b.frequentie::VARCHAR AS frequentie,
    b.budget::BIGINT AS budget,
    (b.reden_wijziging IS NOT DISTINCT FROM '13')::BOOLEAN AS verwijderd,
    b.ontvangen::DATE AS ontvangen,
    b.tot::DATE AS tot,
    s.einddatum::DATE AS gestopt,
    s.ontvangen::DATE AS gestopt_bekend
FROM bekend AS b
LEFT JOIN gestopt AS s ON b.wet = s.wet AND b.toewijzing_nummer = s.toewijzing_nummer
WHERE b.einddatum IS NULL OR b.einddatum >= $van::DATE OR b.ontvangen >= $van::DATE
ORDER BY b.wet, b.toewijzing_nummer, b.ontvangen
