-- How many bookings, budgets and amounts contradict the taakvelden, the messages or themselves.
--
-- columns
--   soort          VARCHAR          the kind of file, or declaraties
--   omschrijving   VARCHAR          what is wrong
--   jaar           INTEGER
--   taakveld       VARCHAR?         NULL when it is not about one
--   aantal         BIGINT
--   bedrag         DECIMAL(18,2)    money of clienten; euro
-- unseen
--   clienten       BIGINT?          persons; NULL when nobody knows how many
-- grain: soort, omschrijving, jaar, taakveld
WITH jaren AS (
    SELECT
        year(u.maand) AS jaar,
        u.wet,
        sum(u.ingediend) AS ingediend
    FROM uitgave_maand AS u
    GROUP BY year(u.maand), u.wet
),

fout AS (
    SELECT
        f.soort,
        f.omschrijving,
        f.jaar,
        f.taakveld,
        f.bedrag,
        f.clienten
    FROM boekfout AS f
    UNION ALL BY NAME
    SELECT
        'begroting' AS soort,
        'geen begroting voor ' || CASE j.wet WHEN 'jw' THEN 'Jeugd' ELSE 'Wmo' END AS omschrijving,
        j.jaar,
        j.ingediend::DECIMAL(18, 0) * 0.01 AS bedrag
    FROM jaren AS j
    WHERE
        NOT EXISTS (
            SELECT 1 FROM begroting AS b
            WHERE j.jaar = b.jaar AND j.wet = b.wet
        )
    UNION ALL BY NAME
    SELECT
        'declaraties' AS soort,
        'samen negatief' AS omschrijving,
        n.jaar,
        n.taakveld,
        n.ingediend::DECIMAL(18, 0) * 0.01 AS bedrag,
        n.clienten
    FROM creditpost AS n
    UNION ALL BY NAME
    SELECT
        'reserves' AS soort,
        'stand volgt niet uit het jaar ervoor' AS omschrijving,
        r.jaar,
        r.stand - v.stand - r.storting + r.onttrekking AS bedrag,
        0 AS clienten
    FROM reserve AS r
    INNER JOIN reserve AS v ON r.reserve = v.reserve AND r.jaar = v.jaar + 1
    WHERE r.stand <> v.stand + r.storting - r.onttrekking
)

SELECT
    f.soort::VARCHAR AS soort,
    f.omschrijving::VARCHAR AS omschrijving,
    f.jaar::INTEGER AS jaar,
    f.taakveld::VARCHAR AS taakveld,
    count(*)::BIGINT AS aantal,
    sum(f.bedrag)::DECIMAL(18, 2) AS bedrag,
    CASE WHEN count(*) = count(f.clienten) THEN sum(f.clienten) END::BIGINT AS clienten
FROM fout AS f
GROUP BY f.soort, f.omschrijving, f.jaar, f.taakveld
ORDER BY f.jaar DESC, f.soort ASC, f.omschrijving ASC, f.taakveld ASC
