-- A start or stop that stands, linked to its toewijzing where there is one. What its receiver
-- refused, in a 306 or 308 that repeats it or at a level above it, never came to stand.
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
WITH gemeld AS (
    SELECT
        'start' AS soort,
        s.levering_nr,
        s.plaats,
        s.wet,
        s.aanbieder,
        s.client_id,
        s.toewijzing_nummer,
        s.categorie,
        s.productcode,
        s.begindatum,
        NULL::DATE AS einddatum,
        NULL::VARCHAR AS reden_beeindiging,
        s.status
    FROM start AS s
    UNION ALL
    SELECT
        'stop' AS soort,
        s.levering_nr,
        s.plaats,
        s.wet,
        s.aanbieder,
        s.client_id,
        s.toewijzing_nummer,
        s.categorie,
        s.productcode,
        s.begindatum,
        s.einddatum,
        s.reden_beeindiging,
        s.status
    FROM stop AS s
),

geraakt AS (
    SELECT
        g.*,
        l.identificatie,
        l.dagtekening,
        l.sha256
    FROM gemeld AS g
    SEMI JOIN raakt_melding AS r
        ON g.wet = r.wet AND g.aanbieder = r.aanbieder AND g.client_id = r.client_id
    INNER JOIN levering AS l ON g.levering_nr = l.levering_nr
),

aanvaard AS (
    SELECT g.*
    FROM geraakt AS g
    ANTI JOIN retour AS r
        ON
            g.wet = r.wet AND g.aanbieder = r.aanbieder AND r.wijst_af
            AND g.identificatie = r.identificatie AND g.dagtekening = r.dagtekening
            AND r.bericht = CASE g.soort WHEN 'start' THEN '306' ELSE '308' END
            AND (
                r.niveau = 'bericht'
                OR (r.niveau = 'client' AND g.client_id = r.client_id)
                OR (
                    r.niveau = 'product' AND g.client_id = r.client_id
                    AND g.toewijzing_nummer IS NOT DISTINCT FROM r.toewijzing_nummer
                    AND g.categorie IS NOT DISTINCT FROM r.categorie
                    AND g.productcode IS NOT DISTINCT FROM r.productcode
                    AND g.begindatum IS NOT DISTINCT FROM r.begindatum
                    AND g.einddatum IS NOT DISTINCT FROM r.einddatum
                    AND g.status IS NOT DISTINCT FROM r.status
                )
            )
),

nieuwste AS (
    SELECT
        g.*,
        row_number() OVER (
            PARTITION BY
                g.soort, g.wet, g.aanbieder, g.client_id, g.begindatum, g.einddatum,
                g.toewijzing_nummer,
                CASE WHEN g.toewijzing_nummer IS NULL THEN g.categorie END,
                CASE WHEN g.toewijzing_nummer IS NULL THEN g.productcode END
            ORDER BY
                g.dagtekening DESC, length(g.identificatie) DESC, g.identificatie DESC,
                g.sha256 DESC, g.plaats DESC
        ) AS rang
    FROM aanvaard AS g
),

gekoppeld AS (
    SELECT
        n.levering_nr,
        n.plaats,
        n.soort,
        min(t.toewijzing_nummer) AS toewijzing_nummer
    FROM nieuwste AS n
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
FROM nieuwste AS n
LEFT JOIN gekoppeld AS k
    ON n.levering_nr = k.levering_nr AND n.plaats = k.plaats AND n.soort = k.soort
WHERE n.rang = 1 AND n.status = '1'
ORDER BY n.levering_nr, n.plaats
