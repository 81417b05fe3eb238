-- What is suspicious of a verzoek beside the toewijzingen that ran then, and beside others.
--
-- columns
--   code        VARCHAR    retourcode
--   wet         VARCHAR
--   client_id   INTEGER
--   aantal      BIGINT
-- grain: code, wet, client_id
WITH per_product AS (
    SELECT
        g.wet,
        g.client_id,
        unnest([
            CASE WHEN g.wens = 'ongewijzigd' AND t.vraag_nr IS NULL THEN '9350' END,
            CASE WHEN g.wens = 'te wijzigen' AND t.vraag_nr IS NULL THEN '9351' END,
            CASE
                WHEN g.ingangsdatum < t.ingangsdatum OR g.ingangsdatum > t.einddatum THEN '9357'
            END,
            CASE WHEN g.budget <> t.budget AND g.ingangsdatum <> t.ingangsdatum THEN '9373' END,
            CASE
                WHEN g.volume IS NOT NULL AND t.vraag_nr IS NOT NULL AND t.categorie IS NULL
                    THEN '9375'
            END
        ]) AS code
    FROM gevraagd AS g
    LEFT JOIN lopend AS t
        ON g.levering_nr = t.vraag_nr AND g.toewijzing_nummer = t.toewijzing_nummer
),

vraag AS (
    SELECT
        g.wijziging,
        g.levering_nr,
        CASE WHEN g.wijziging THEN 0 ELSE g.plaats END AS nummer,
        g.wet,
        g.aanbieder,
        g.client_id,
        g.referentie,
        g.dagtekening,
        list(g.toewijzing_nummer) AS genoemd
    FROM gevraagd AS g
    GROUP BY ALL
),

samen AS (
    SELECT
        '9347' AS code,
        v.wet,
        v.client_id
    FROM vraag AS v
    QUALIFY count(*) OVER (PARTITION BY v.wet, v.aanbieder, v.referentie) > 1
    UNION ALL
    SELECT
        '9349' AS code,
        v.wet,
        v.client_id
    FROM vraag AS v
    SEMI JOIN lopend AS t
        ON v.levering_nr = t.vraag_nr AND NOT list_contains(v.genoemd, t.toewijzing_nummer)
    WHERE v.wijziging
    UNION ALL
    -- A toewijzing that the same verzoek wants to change may make room.
    SELECT
        '9361' AS code,
        g.wet,
        g.client_id
    FROM gevraagd AS g
    SEMI JOIN (
        SELECT t.*
        FROM lopend AS t
        ANTI JOIN gevraagd AS w
            ON
                t.vraag_nr = w.levering_nr AND t.toewijzing_nummer = w.toewijzing_nummer
                AND w.wens = 'te wijzigen'
    ) AS t
        ON
            g.levering_nr = t.vraag_nr AND g.wens = 'nieuw' AND g.categorie = t.categorie
            AND g.productcode IS NOT DISTINCT FROM t.productcode
            AND g.ingangsdatum <= coalesce(t.einddatum, g.ingangsdatum)
            AND coalesce(g.einddatum, t.ingangsdatum) >= t.ingangsdatum
    UNION ALL
    SELECT
        p.code,
        p.wet,
        p.client_id
    FROM per_product AS p
    WHERE p.code IS NOT NULL
)

SELECT
    s.code::VARCHAR AS code,
    s.wet::VARCHAR AS wet,
    s.client_id::INTEGER AS client_id,
    count(*)::BIGINT AS aantal
FROM samen AS s
GROUP BY s.code, s.wet, s.client_id
