-- The months around the begin of a POH: the practice that got one, and in the same months every
-- practice that has none. A year before and at most a year after, of who is known for the whole
-- year before and at least three months after.
--
-- columns
--   begonnen      VARCHAR  the practice that got a POH
--   praktijk      VARCHAR  that one, or one without a POH
--   soort         VARCHAR  met or zonder
--   sinds         INTEGER  months since the POH began; below zero before it
--   maand         DATE
--   verwijzingen  BIGINT
-- grain: begonnen, praktijk, maand
WITH rand AS (
    SELECT
        min(p.maand) AS van,
        max(p.maand) AS tot
    FROM praktijkmaand AS p
),

venster AS (
    SELECT
        p.praktijk AS begonnen,
        p.maand,
        date_diff('month', p.eerste, p.maand) AS sinds
    FROM praktijkmaand AS p
    CROSS JOIN rand AS r
    WHERE
        p.soort = 'met'
        AND p.eerste - INTERVAL 12 MONTH >= r.van
        AND p.eerste + INTERVAL 2 MONTH <= least(r.tot, p.laatste)
        AND p.maand <= p.laatste
        AND date_diff('month', p.eerste, p.maand) BETWEEN -12 AND 11
)

SELECT
    v.begonnen::VARCHAR AS begonnen,
    p.praktijk::VARCHAR AS praktijk,
    p.soort::VARCHAR AS soort,
    v.sinds::INTEGER AS sinds,
    v.maand::DATE AS maand,
    p.verwijzingen::BIGINT AS verwijzingen
FROM venster AS v
INNER JOIN praktijkmaand AS p
    ON v.maand = p.maand AND (v.begonnen = p.praktijk OR p.soort = 'zonder')
