-- Casussen of the sociale teams at the begin and end of a month, and what changed in between.
--
-- params
--   van        DATE      a day in the first month
--   tot        DATE      a day in the last month
--   team       VARCHAR?  NULL selects all
-- columns
--   maand      DATE      first day of the month
--   begin      BIGINT    persons or households with a casus on the last day of the month before
--   nieuw      BIGINT    persons or households that came and were not known before
--   bekend     BIGINT    persons or households that came and were known before
--   uitstroom  BIGINT    persons or households whose last day was the day before one of this month
--   eind       BIGINT    persons or households with a casus on the last day of the month
-- grain: maand
-- balance: begin + nieuw + bekend - uitstroom = eind
WITH maanden AS (
    SELECT unnest(
        generate_series(date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH)
    )::DATE AS maand
),

periode AS (
    SELECT
        m.maand,
        k.eerder_bekend,
        k.begindatum < m.maand AS was_er,
        k.einddatum >= last_day(m.maand) AS blijft
    FROM maanden AS m
    INNER JOIN casus AS k ON last_day(m.maand) >= k.begindatum AND m.maand - 1 <= k.einddatum
    WHERE $team::VARCHAR IS NULL OR k.team = $team::VARCHAR
)

SELECT
    m.maand::DATE AS maand,
    (count(p.maand) FILTER (WHERE p.was_er))::BIGINT AS begin,
    (count(p.maand) FILTER (WHERE NOT p.was_er AND NOT p.eerder_bekend))::BIGINT AS nieuw,
    (count(p.maand) FILTER (WHERE NOT p.was_er AND p.eerder_bekend))::BIGINT AS bekend,
    (count(p.maand) FILTER (WHERE NOT p.blijft))::BIGINT AS uitstroom,
    (count(p.maand) FILTER (WHERE p.blijft))::BIGINT AS eind
FROM maanden AS m
LEFT JOIN periode AS p ON m.maand = p.maand
GROUP BY m.maand
ORDER BY m.maand
