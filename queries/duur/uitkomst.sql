-- What meldings under the Wmo came to, of those made in a period.
--
-- params
--   van          DATE       first day of a melding
--   peildatum    DATE       last such day
-- columns
--   uitkomst     VARCHAR    as in the file, or nog bezig
--   maatwerk     BOOLEAN?   whether it ended with maatwerk; NULL: not over yet
--   clienten     BIGINT     persons; whose meldings these are
--   meldingen    BIGINT     count of clienten
--   aandeel      DOUBLE?    share of clienten in alle; of those that are over
-- unseen
--   alle         BIGINT     persons; whose meldings are over
-- grain: uitkomst
WITH gedaan AS (
    SELECT
        m.client_id,
        m.uitkomst
    FROM wmo_melding AS m
    WHERE m.melding BETWEEN $van::DATE AND $peildatum::DATE
),

over AS (
    SELECT count(DISTINCT g.client_id) AS alle
    FROM gedaan AS g
    WHERE g.uitkomst IS NOT NULL
)

SELECT
    coalesce(g.uitkomst, 'nog bezig')::VARCHAR AS uitkomst,
    (g.uitkomst = 'maatwerk')::BOOLEAN AS maatwerk,
    count(DISTINCT g.client_id)::BIGINT AS clienten,
    count(*)::BIGINT AS meldingen,
    (CASE WHEN g.uitkomst IS NOT NULL THEN count(DISTINCT g.client_id) / o.alle END)::DOUBLE
        AS aandeel,
    o.alle::BIGINT AS alle
FROM gedaan AS g
CROSS JOIN over AS o
GROUP BY g.uitkomst, o.alle
ORDER BY meldingen DESC, uitkomst ASC
