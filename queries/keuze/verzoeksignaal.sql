-- What is suspicious of a verzoek beside the toewijzingen that ran then, and beside others.
--
-- columns
--   code        VARCHAR    retourcode
--   wet         VARCHAR
--   client_id   INTEGER
--   aantal      BIGINT
-- grain: code, wet, client_id
WITH gesteld AS MATERIALIZED (
    SELECT g.* FROM gevraagd AS g
),

liep AS MATERIALIZED (
    SELECT l.* FROM lopend AS l
),

per_product AS (
    SELECT
        g.wet,
        g.client_id,
        unnest([
            CASE WHEN g.wens = 'ongewijzigd' AND t.vraag_nr IS NULL THEN '9350' END,
            CASE WHEN g.wens = 'te wijzigen' AND t.vraag_nr IS NULL THEN '9351' END,
            CASE WHEN g.ingangsdatum NOT BETWEEN t.ingangsdatum AND t.einddatum THEN '9357' END,
            CASE WHEN g.budget <> t.budget AND g.ingangsdatum <> t.ingangsdatum THEN '9373' END,
            CASE
                WHEN g.volume IS NOT NULL AND t.vraag_nr IS NOT NULL AND t.categorie IS NULL
                    THEN '9375'
            END
        ]) AS code
    FROM gesteld AS g
    LEFT JOIN liep AS t
        ON g.levering_nr = t.vraag_nr AND g.toewijzing_nummer = t.toewijzing_nummer
),

vraag AS (
    SELECT DISTINCT
        g.levering_nr,
        CASE WHEN g.wijziging THEN 0 ELSE g.plaats END AS nummer,
        g.wet,
        g.aanbieder,
        g.client_id,
        g.referentie
    FROM gesteld AS g
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
    FROM gesteld AS v
    INNER JOIN liep AS t ON v.levering_nr = t.vraag_nr AND v.wijziging
    ANTI JOIN gesteld AS g
        ON
            v.levering_nr = g.levering_nr AND v.referentie = g.referentie
            AND t.toewijzing_nummer = g.toewijzing_nummer
    GROUP BY v.levering_nr, v.referentie, v.wet, v.client_id
    UNION ALL
    -- A toewijzing that the same verzoek wants to change may make room.
    SELECT
        '9361' AS code,
        g.wet,
        g.client_id
    FROM gesteld AS g
    SEMI JOIN (
        SELECT t.* FROM liep AS t
        ANTI JOIN gesteld AS w
            ON
                t.vraag_nr = w.levering_nr AND t.toewijzing_nummer = w.toewijzing_nummer
                AND w.wens = 'te wijzigen'
    ) AS t
        ON
            g.levering_nr = t.vraag_nr AND g.wens = 'nieuw' AND g.categorie = t.categorie
            AND g.productcode IS NOT DISTINCT FROM t.productcode
            AND g.ingangsdatum <= coalesce(t.einddatum, DATE '9999-12-31')
            AND coalesce(g.einddatum, DATE '9999-12-31') >= t.ingangsdatum
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
