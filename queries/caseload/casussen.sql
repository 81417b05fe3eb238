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
    SELECT
        d.dag::DATE AS maand,
        year(d.dag) * 12 + month(d.dag) AS maandnr
    FROM generate_series(
        date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH
    ) AS d (dag)
),

-- Casussen that come in a month, and that are gone from a day of it on.
gebeurd AS (
    SELECT
        year(k.begindatum) * 12 + month(k.begindatum) AS maandnr,
        count(*) AS instroom,
        count(*) FILTER (WHERE k.eerder_bekend) AS bekend,
        0 AS uitstroom
    FROM casus AS k
    WHERE $team::VARCHAR IS NULL OR k.team = $team::VARCHAR
    GROUP BY ALL
    UNION ALL
    SELECT
        year(k.einddatum + 1) * 12 + month(k.einddatum + 1) AS maandnr,
        0 AS instroom,
        0 AS bekend,
        count(*) AS uitstroom
    FROM casus AS k
    WHERE $team::VARCHAR IS NULL OR k.team = $team::VARCHAR
    GROUP BY ALL
),

telling AS (
    SELECT
        m.maand,
        sum(g.instroom - g.uitstroom) FILTER (WHERE g.maandnr < m.maandnr) AS begin,
        sum(g.instroom) FILTER (WHERE g.maandnr = m.maandnr) AS instroom,
        sum(g.bekend) FILTER (WHERE g.maandnr = m.maandnr) AS bekend,
        sum(g.uitstroom) FILTER (WHERE g.maandnr = m.maandnr) AS uitstroom,
        sum(g.instroom - g.uitstroom) AS eind
    FROM maanden AS m
    INNER JOIN gebeurd AS g ON m.maandnr >= g.maandnr
    GROUP BY m.maand
)

SELECT
    m.maand::DATE AS maand,
    coalesce(t.begin, 0)::BIGINT AS begin,
    coalesce(t.instroom, 0)::BIGINT AS instroom,
    coalesce(t.instroom - t.bekend, 0)::BIGINT AS nieuw,
    coalesce(t.bekend, 0)::BIGINT AS bekend,
    coalesce(t.uitstroom, 0)::BIGINT AS uitstroom,
    coalesce(t.eind, 0)::BIGINT AS eind
FROM maanden AS m
LEFT JOIN telling AS t ON m.maand = t.maand
ORDER BY m.maand
