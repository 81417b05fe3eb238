-- The casussen of one sociaal team at the begin and end of a month, what changed, and its fte.
--
-- params
--   van        DATE      a day in the first month
--   tot        DATE      a day in the last month
--   team       VARCHAR?  NULL selects all
-- columns
--   maand      DATE      first day of the month
--   team       VARCHAR   in months in which it had a wijk or a casus
--   begin      BIGINT    persons or households with a casus on the last day of the month before
--   instroom   BIGINT    persons or households that came
--   uitstroom  BIGINT    persons or households whose last day was the day before one of this month
--   eind       BIGINT    persons or households with a casus on the last day of the month
--   fte        DOUBLE?   of that month
--   per_fte    DOUBLE?   share of eind in fte
-- grain: maand, team
-- balance: (begin) + instroom - uitstroom = (eind)
WITH maanden AS (
    SELECT
        d.dag::DATE AS maand,
        year(d.dag) * 12 + month(d.dag) AS maandnr
    FROM generate_series(
        date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH
    ) AS d (dag)
),

gebeurd AS (
    SELECT
        k.team,
        unnest([
            year(k.begindatum) * 12 + month(k.begindatum),
            year(k.einddatum + 1) * 12 + month(k.einddatum + 1)
        ]) AS maandnr,
        unnest([1, 0]) AS instroom,
        unnest([0, 1]) AS uitstroom
    FROM casus AS k
    WHERE $team::VARCHAR IS NULL OR k.team = $team::VARCHAR
),

geteld AS (
    SELECT
        g.team,
        g.maandnr,
        sum(g.instroom) AS instroom,
        sum(g.uitstroom) AS uitstroom
    FROM gebeurd AS g
    GROUP BY g.team, g.maandnr
),

telling AS (
    SELECT
        m.maand,
        g.team,
        coalesce(sum(g.instroom - g.uitstroom) FILTER (WHERE g.maandnr < m.maandnr), 0) AS begin,
        coalesce(sum(g.instroom) FILTER (WHERE g.maandnr = m.maandnr), 0) AS instroom,
        coalesce(sum(g.uitstroom) FILTER (WHERE g.maandnr = m.maandnr), 0) AS uitstroom
    FROM maanden AS m
    INNER JOIN geteld AS g ON m.maandnr >= g.maandnr
    GROUP BY m.maand, g.team
),

werkend AS (
    SELECT DISTINCT
        m.maand,
        t.team
    FROM maanden AS m
    INNER JOIN team AS t ON t.van <= last_day(m.maand) AND m.maand <= t.tot
    WHERE $team::VARCHAR IS NULL OR t.team = $team::VARCHAR
    UNION
    SELECT
        c.maand,
        c.team
    FROM telling AS c
    WHERE c.begin > 0 OR c.instroom > 0
)

SELECT
    w.maand::DATE AS maand,
    w.team::VARCHAR AS team,
    coalesce(c.begin, 0)::BIGINT AS begin,
    coalesce(c.instroom, 0)::BIGINT AS instroom,
    coalesce(c.uitstroom, 0)::BIGINT AS uitstroom,
    coalesce(c.begin + c.instroom - c.uitstroom, 0)::BIGINT AS eind,
    f.fte::DOUBLE AS fte,
    (coalesce(c.begin + c.instroom - c.uitstroom, 0) / nullif(f.fte, 0))::DOUBLE AS per_fte
FROM werkend AS w
LEFT JOIN telling AS c ON w.maand = c.maand AND w.team = c.team
LEFT JOIN formatiestand AS f ON w.maand = f.maand AND w.team = f.team
ORDER BY w.maand, w.team
