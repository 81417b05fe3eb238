-- The states of a line of `betwist` at the ends of months, by the rules of staging/lijn.
--
-- columns
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   referentienummer   VARCHAR
--   categorie          VARCHAR
--   productcode        VARCHAR
--   maand              DATE       of delivery
--   bedrag             BIGINT     eurocents, a credit is negative
--   volume             BIGINT     a credit is negative
--   status             VARCHAR    in_behandeling, toegekend or afgewezen
--   ontvangen          DATE       so at the end of that month
--   tot                DATE?      and no longer at the end of that one
-- grain: wet, aanbieder, referentienummer, ontvangen
WITH peil AS (
    SELECT
        p.wet,
        p.aanbieder,
        p.referentienummer,
        p.ontvangen
    FROM betwist AS p
    UNION
    SELECT
        p.wet,
        p.aanbieder,
        p.referentienummer,
        a.ontvangen
    FROM betwist AS p
    INNER JOIN antwoordmaand AS a
        ON
            p.wet = a.wet AND p.aanbieder = a.aanbieder
            AND p.declaratienummer = a.declaratienummer
),

bekend AS (
    SELECT
        m.ontvangen AS peil,
        p.*,
        a.levering_nr AS antwoord_nr,
        a.geheel
    FROM peil AS m
    INNER JOIN betwist AS p
        ON
            m.wet = p.wet AND m.aanbieder = p.aanbieder
            AND m.referentienummer = p.referentienummer AND m.ontvangen >= p.ontvangen
    LEFT JOIN antwoordmaand AS a
        ON
            p.wet = a.wet AND p.aanbieder = a.aanbieder
            AND p.declaratienummer = a.declaratienummer AND m.ontvangen >= a.ontvangen
    QUALIFY
        row_number() OVER (
            PARTITION BY m.ontvangen, p.levering_nr, p.plaats ORDER BY a.rang DESC NULLS LAST
        ) = 1
),

beoordeeld AS (
    SELECT
        b.*,
        coalesce(bool_or(b.geheel OR (a.wijst_af AND a.niveau <> 'twijfel')), FALSE) AS afgewezen,
        coalesce(bool_or(a.niveau = 'twijfel'), FALSE) AS in_twijfel
    FROM bekend AS b
    LEFT JOIN antwoord AS a
        ON
            b.antwoord_nr = a.levering_nr
            AND CASE a.niveau
                WHEN 'client' THEN b.client_id = a.client_id
                WHEN 'prestatie' THEN b.referentienummer = a.referentienummer
                WHEN 'twijfel' THEN coalesce(a.referentienummer, '') IN ('', b.referentienummer)
            END
    GROUP BY ALL
),

telt AS (
    SELECT b.*
    FROM beoordeeld AS b
    QUALIFY
        row_number() OVER (
            PARTITION BY b.wet, b.aanbieder, b.referentienummer, b.peil
            ORDER BY b.afgewezen, b.rang, b.plaats
        ) = 1
)

SELECT
    t.wet::VARCHAR AS wet,
    t.aanbieder::VARCHAR AS aanbieder,
    t.referentienummer::VARCHAR AS referentienummer,
    t.categorie::VARCHAR AS categorie,
    t.productcode::VARCHAR AS productcode,
    t.maand::DATE AS maand,
    t.bedrag::BIGINT AS bedrag,
    t.volume::BIGINT AS volume,
    CASE
        WHEN t.afgewezen THEN 'afgewezen'
        WHEN t.antwoord_nr IS NULL OR t.in_twijfel THEN 'in_behandeling'
        ELSE 'toegekend'
    END::VARCHAR AS status,
    t.peil::DATE AS ontvangen,
    lead(t.peil) OVER (PARTITION BY t.wet, t.aanbieder, t.referentienummer ORDER BY t.peil) AS tot
FROM telt AS t
