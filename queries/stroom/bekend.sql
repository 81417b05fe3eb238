-- Of the casussen that came to the teams in twelve months, how many the team knew already.
--
-- params
--   van                DATE      a day in the last month of the first twelve
--   tot                DATE      the last day of the last twelve
--   team               VARCHAR?  NULL selects all
-- columns
--   maand              DATE      first day of the last of the twelve months
--   casussen_instroom  BIGINT    persons or households that came in these months
--   casussen_bekend    BIGINT    persons or households of those that the team knew already
--   aandeel            DOUBLE?   share of casussen_bekend in casussen_instroom
-- grain: maand
WITH maanden AS (
    SELECT d.dag::DATE AS maand
    FROM generate_series(
        date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH
    ) AS d (dag)
)

SELECT
    m.maand::DATE AS maand,
    count(k.casus_id)::BIGINT AS casussen_instroom,
    (count(*) FILTER (WHERE k.eerder_bekend))::BIGINT AS casussen_bekend,
    (
        count(*) FILTER (WHERE k.eerder_bekend) / nullif(count(k.casus_id), 0)
    )::DOUBLE AS aandeel
FROM maanden AS m
LEFT JOIN casus AS k
    ON
        k.begindatum >= m.maand - INTERVAL 11 MONTH
        AND k.begindatum < m.maand + INTERVAL 1 MONTH
        AND k.begindatum <= $tot::DATE
        AND ($team::VARCHAR IS NULL OR k.team = $team::VARCHAR)
GROUP BY m.maand
ORDER BY m.maand
