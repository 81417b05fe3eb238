-- Of the young people whose jeugdhulp began, how many had jeugdhulp in the five years before, with
-- at least a day without in between: herhaald beroep as CBS counts it, as far back as is known.
--
-- params
--   van          DATE      the first day
--   tot          DATE      the last one
--   wijk         VARCHAR?  where the person lives now; NULL selects all
-- columns
--   instroom     BIGINT    persons whose jeugdhulp began, after at least a day without
--   herhaald     BIGINT    persons of those who had jeugdhulp in the five years before
--   aandeel      DOUBLE?   share of herhaald in instroom
--   vanaf        DATE?     the first message of jeugdhulp that is known
-- grain: one row
WITH hulp AS (
    SELECT
        i.client_id,
        i.van,
        max(i.tot) OVER (
            PARTITION BY i.client_id ORDER BY i.van, i.tot
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS tot_hiervoor
    FROM inzet AS i
    WHERE
        i.wet = 'jw' AND i.van <= $tot::DATE AND i.tot >= $van::DATE - INTERVAL 5 YEAR
        AND ($wijk::VARCHAR IS NULL OR i.wijk_code = $wijk::VARCHAR)
),

begonnen AS (
    SELECT
        h.client_id,
        bool_or(h.tot_hiervoor >= h.van - INTERVAL 5 YEAR) AS herhaald
    FROM hulp AS h
    WHERE
        h.van >= $van::DATE
        AND (h.tot_hiervoor IS NULL OR h.van - h.tot_hiervoor > 1)
    GROUP BY h.client_id
)

SELECT
    count(*)::BIGINT AS instroom,
    (count(*) FILTER (WHERE b.herhaald))::BIGINT AS herhaald,
    (count(*) FILTER (WHERE b.herhaald) / nullif(count(*), 0))::DOUBLE AS aandeel,
    (
        SELECT min(l.dagtekening) FROM levering AS l
        WHERE l.wet = 'jw' AND l.geaccepteerd > 0
    )::DATE AS vanaf
FROM begonnen AS b
