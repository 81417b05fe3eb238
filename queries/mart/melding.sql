-- A start or stop that stands, linked to its toewijzing where there is one.
--
-- columns
--   wet                 VARCHAR
--   aanbieder           VARCHAR
--   client_id           INTEGER
--   soort               VARCHAR    start or stop
--   toewijzing_nummer   BIGINT?    of the linked toewijzing, if there is a single one
--   begindatum          DATE
--   einddatum           DATE?      of a stop
--   reden_beeindiging   VARCHAR?   of a stop
--   levering_nr         INTEGER
--   plaats              INTEGER
-- grain: levering_nr, plaats
-- touched: raakt_melding (wet, aanbieder, client_id)
WITH gekoppeld AS (
    SELECT
        n.levering_nr,
        n.plaats,
        n.soort,
        min(t.toewijzing_nummer) AS toewijzing_nummer
    FROM raakt_gemeld AS n
    INNER JOIN toewijzing AS t
        ON
            n.wet = t.wet AND n.aanbieder = t.aanbieder AND n.client_id = t.client_id
            AND (
                n.toewijzing_nummer = t.toewijzing_nummer
                OR (
                    n.toewijzing_nummer IS NULL
                    AND NOT t.verwijderd
                    AND n.categorie = t.categorie
                    AND (n.productcode IS NULL OR n.productcode = t.productcode)
                    AND n.begindatum >= t.ingangsdatum
                    AND (t.einddatum IS NULL OR n.begindatum <= t.einddatum)
                )
            )
    GROUP BY n.levering_nr, n.plaats, n.soort
    HAVING count(*) = 1
)

SELECT
    n.wet::VARCHAR AS wet,
    n.aanbieder::VARCHAR AS aanbieder,
    n.client_id::INTEGER AS client_id,
    n.soort::VARCHAR AS soort,
    k.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    n.begindatum::DATE AS begindatum,
    n.einddatum::DATE AS einddatum,
    n.reden_beeindiging::VARCHAR AS reden_beeindiging,
    n.levering_nr::INTEGER AS levering_nr,
    n.plaats::INTEGER AS plaats
FROM raakt_gemeld AS n
LEFT JOIN gekoppeld AS k
    ON n.levering_nr = k.levering_nr AND n.plaats = k.plaats AND n.soort = k.soort
WHERE n.rang = 1 AND n.status = '1'
ORDER BY n.levering_nr, n.plaats
