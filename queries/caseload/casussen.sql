-- Casussen of the sociale teams at the begin and end of a month, and what changed in between.
--
-- params
--   van        DATE      a day in the first month
--   tot        DATE      a day in the last month
--   team       VARCHAR?  NULL selects all
-- columns
--   maand      DATE      first day of the month
--   begin      BIGINT    persons or households with a casus on the last day of the month before
--   instroom   BIGINT    persons or households that came, the next two together
--   nieuw      BIGINT    persons or households that came and were not known before
--   bekend     BIGINT    persons or households that came and were known before
--   uitstroom  BIGINT    persons or households whose last day was the day before one of this month
--   eind       BIGINT    persons or households with a casus on the last day of the month
-- grain: maand
-- balance: (begin) + instroom - uitstroom = (eind); nieuw + bekend = instroom
WITH maanden AS (
    SELECT unnest(
        generate_series(date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH)
    )::DATE AS maand
),

telling AS (
    SELECT
        m.maand,
        count(*) FILTER (WHERE k.begindatum < m.maand) AS begin,
        count(*) FILTER (WHERE k.begindatum >= m.maand) AS instroom,
        count(*) FILTER (WHERE k.begindatum >= m.maand AND NOT k.eerder_bekend) AS nieuw,
        count(*) FILTER (WHERE k.begindatum >= m.maand AND k.eerder_bekend) AS bekend,
        count(*) FILTER (WHERE k.einddatum < last_day(m.maand)) AS uitstroom,
        count(*) FILTER (WHERE k.einddatum >= last_day(m.maand)) AS eind
    FROM maanden AS m
    INNER JOIN casus AS k ON last_day(m.maand) >= k.begindatum AND m.maand - 1 <= k.einddatum
    WHERE $team::VARCHAR IS NULL OR k.team = $team::VARCHAR
    GROUP BY m.maand
)

SELECT
    m.maand::DATE AS maand,
    coalesce(t.begin, 0)::BIGINT AS begin,
    coalesce(t.instroom, 0)::BIGINT AS instroom,
    coalesce(t.nieuw, 0)::BIGINT AS nieuw,
    coalesce(t.bekend, 0)::BIGINT AS bekend,
    coalesce(t.uitstroom, 0)::BIGINT AS uitstroom,
    coalesce(t.eind, 0)::BIGINT AS eind
FROM maanden AS m
LEFT JOIN telling AS t ON m.maand = t.maand
ORDER BY m.maand
