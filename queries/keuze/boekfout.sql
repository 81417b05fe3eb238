-- One booking, budget or amount that contradicts the taakvelden, the messages or itself, or
-- bookings that are together negative; equal mistakes are as many rows.
--
-- columns
--   soort      VARCHAR          the kind of file, or declaraties
--   omschrijving  VARCHAR          what is wrong
--   jaar       INTEGER
--   taakveld   VARCHAR?         NULL when it is not about one
--   bedrag     DECIMAL(18,2)    euro
--   clienten   BIGINT?          of whom it is; NULL: nobody knows; 0: of nobody
-- grain: soort, omschrijving, jaar, taakveld, bedrag
WITH geboekt AS MATERIALIZED (
    SELECT b.*
    FROM boeking AS b
),

betaald_op AS (
    SELECT
        p.boekstuk,
        p.taakveld,
        p.boekjaar,
        p.bedrag,
        count(g.sleutel) AS regels,
        length(p.declaratienummer) AS lengte,
        bool_or(starts_with(p.taakveld, g.taakveld)) AS op_taakveld,
        bool_or(g.taakveld = 'onbekend') AS onbekend,
        bool_or(year(g.maand) = p.boekjaar) AS in_jaar
    FROM betaling AS p
    LEFT JOIN regel AS g
        ON
            p.wet = g.wet AND p.agb_code = g.aanbieder
            AND p.declaratienummer = g.declaratienummer
    WHERE p.declaratienummer IS NOT NULL
    GROUP BY p.boekstuk, p.taakveld, p.boekjaar, p.bedrag, p.declaratienummer
)

SELECT
    b.soort,
    'taakveld van andere jaren' AS omschrijving,
    b.jaar,
    b.taakveld,
    b.bedrag,
    CASE b.soort WHEN 'betalingen' THEN NULL ELSE 0 END::BIGINT AS clienten
FROM geboekt AS b
ANTI JOIN taakveld_jaar AS v
    ON b.taakveld = v.taakveld AND b.jaar BETWEEN v.vanaf_jaar AND v.tot_jaar
WHERE starts_with(b.taakveld, '6.')
UNION ALL BY NAME
SELECT
    b.soort,
    'taakveld van een andere wet' AS omschrijving,
    b.jaar,
    b.taakveld,
    b.bedrag,
    CASE b.soort WHEN 'betalingen' THEN NULL ELSE 0 END::BIGINT AS clienten
FROM geboekt AS b
INNER JOIN taakveld_wet AS w ON starts_with(b.taakveld, w.begin) AND b.wet <> w.wet
UNION ALL BY NAME
SELECT
    b.soort,
    'samen negatief' AS omschrijving,
    b.jaar,
    b.taakveld,
    sum(b.bedrag) AS bedrag,
    CASE b.soort WHEN 'betalingen' THEN NULL ELSE 0 END::BIGINT AS clienten
FROM geboekt AS b
GROUP BY b.soort, b.jaar, b.taakveld
HAVING sum(b.bedrag) < 0
UNION ALL BY NAME
SELECT
    'betalingen' AS soort,
    CASE
        WHEN p.regels = 0 THEN 'declaratie niet gevonden'
        WHEN NOT p.in_jaar THEN 'declaratie van een ander jaar'
        ELSE 'declaratie hoort op een ander taakveld'
    END AS omschrijving,
    p.boekjaar AS jaar,
    p.taakveld,
    p.bedrag,
    NULL::BIGINT AS clienten
FROM betaald_op AS p
WHERE
    -- A number that was made into a pseudonym has twenty signs, and is found nowhere.
    (p.regels = 0 AND p.lengte < 20)
    OR NOT p.in_jaar
    OR (NOT p.op_taakveld AND NOT p.onbekend)
UNION ALL BY NAME
SELECT
    'begroting' AS soort,
    'taakveld telt dubbel: ook verdeeld begroot' AS omschrijving,
    b.jaar,
    b.taakveld,
    b.lasten AS bedrag,
    0 AS clienten
FROM begroting AS b
WHERE b.lasten > 0 AND EXISTS (
    SELECT 1 FROM begroting AS d
    WHERE d.jaar = b.jaar AND d.lasten > 0 AND d.taakveld LIKE b.taakveld || '_%'
)
