-- The starts and stops of touched persons that were not refused, in the order of their messages.
-- What its receiver refused, in a 306 or 308 that repeats it or at a level above it, never came to
-- stand.
--
-- columns
--   soort               VARCHAR    start or stop
--   levering_nr         INTEGER
--   plaats              INTEGER
--   wet                 VARCHAR
--   aanbieder           VARCHAR
--   client_id           INTEGER
--   toewijzing_nummer   BIGINT?
--   categorie           VARCHAR?
--   productcode         VARCHAR?
--   begindatum          DATE
--   einddatum           DATE?      of a stop
--   reden_beeindiging   VARCHAR?   of a stop
--   status              VARCHAR    1 or 3, which removes
--   dagtekening         DATE       of the message
--   rang                BIGINT     1 for the newest with the same key
--   vorige_status       VARCHAR?   of the one before it with the same key
-- grain: soort, levering_nr, plaats
WITH geraakt AS (
    SELECT
        g.*,
        l.dagtekening,
        l.identificatie,
        (l.dagtekening, length(l.identificatie), l.identificatie, l.sha256, g.plaats) AS volgorde
    FROM gemeld AS g
    SEMI JOIN raakt_melding AS r
        ON g.wet = r.wet AND g.aanbieder = r.aanbieder AND g.client_id = r.client_id
    INNER JOIN levering AS l ON g.levering_nr = l.levering_nr
),

aanvaard AS (
    SELECT
        g.*,
        -- Without a number it is the product that says which toewijzing is meant.
        coalesce(
            g.toewijzing_nummer::VARCHAR, concat(' ', g.categorie, ' ', g.productcode)
        ) AS waarvan
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
)

SELECT
    a.soort::VARCHAR AS soort,
    a.levering_nr::INTEGER AS levering_nr,
    a.plaats::INTEGER AS plaats,
    a.wet::VARCHAR AS wet,
    a.aanbieder::VARCHAR AS aanbieder,
    a.client_id::INTEGER AS client_id,
    a.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    a.categorie::VARCHAR AS categorie,
    a.productcode::VARCHAR AS productcode,
    a.begindatum::DATE AS begindatum,
    a.einddatum::DATE AS einddatum,
    a.reden_beeindiging::VARCHAR AS reden_beeindiging,
    a.status::VARCHAR AS status,
    a.dagtekening::DATE AS dagtekening,
    row_number() OVER (sleutel ORDER BY a.volgorde DESC)::BIGINT AS rang,
    lag(a.status) OVER (sleutel ORDER BY a.volgorde)::VARCHAR AS vorige_status
FROM aanvaard AS a
WINDOW
    sleutel AS (
        PARTITION BY
            a.soort, a.wet, a.aanbieder, a.client_id, a.begindatum, a.einddatum, a.waarvan
    )
ORDER BY a.levering_nr, a.plaats
