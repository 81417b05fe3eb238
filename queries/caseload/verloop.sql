-- People with care at the begin and end of a month, and who came, came back and left in between.
--
-- params
--   van          DATE      a day in the first month
--   tot          DATE      a day in the last month
--   wet          VARCHAR?  NULL selects care under any wet; the others select all
--   team         VARCHAR?  the team of the wijk on the first day of the month
--   wijk         VARCHAR?  where the person lives now
-- columns
--   maand        DATE      first day of the month
--   begin        BIGINT    persons with care on the last day of the month before
--   instroom     BIGINT    persons who came, the next two together
--   nieuw        BIGINT    persons whose first care ever began
--   herinstroom  BIGINT    persons who came back after more than thirty days
--   uitstroom    BIGINT    persons whose last day of care was the day before one of this month
--   eind         BIGINT    persons with care on the last day of the month
-- grain: maand
-- balance: (begin) + instroom - uitstroom = (eind); nieuw + herinstroom = instroom
WITH maanden AS (
    SELECT
        d.dag::DATE AS maand,
        year(d.dag) * 12 + month(d.dag) AS maandnr
    FROM generate_series(
        date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH
    ) AS d (dag)
),

-- Who comes in a month, and who is gone from a day of it on; by wijk where teams differ by month.
gebeurd AS (
    SELECT
        year(z.van) * 12 + month(z.van) AS maandnr,
        CASE WHEN $team IS NOT NULL THEN z.wijk_code END AS wijk_code,
        count(*) AS instroom,
        count(*) FILTER (WHERE z.volgnr = 1) AS nieuw,
        0 AS uitstroom
    FROM zorgperiode AS z
    WHERE
        z.wet = coalesce($wet::VARCHAR, 'totaal')
        AND ($wijk::VARCHAR IS NULL OR z.wijk_code = $wijk::VARCHAR)
    GROUP BY ALL
    UNION ALL
    SELECT
        year(z.tot + 1) * 12 + month(z.tot + 1) AS maandnr,
        CASE WHEN $team IS NOT NULL THEN z.wijk_code END AS wijk_code,
        0 AS instroom,
        0 AS nieuw,
        count(*) AS uitstroom
    FROM zorgperiode AS z
    WHERE
        z.wet = coalesce($wet::VARCHAR, 'totaal')
        AND ($wijk::VARCHAR IS NULL OR z.wijk_code = $wijk::VARCHAR)
    GROUP BY ALL
),

telling AS (
    SELECT
        m.maand,
        sum(g.instroom - g.uitstroom) FILTER (WHERE g.maandnr < m.maandnr) AS begin,
        sum(g.instroom) FILTER (WHERE g.maandnr = m.maandnr) AS instroom,
        sum(g.nieuw) FILTER (WHERE g.maandnr = m.maandnr) AS nieuw,
        sum(g.uitstroom) FILTER (WHERE g.maandnr = m.maandnr) AS uitstroom,
        sum(g.instroom - g.uitstroom) AS eind
    FROM maanden AS m
    INNER JOIN gebeurd AS g ON m.maandnr >= g.maandnr
    WHERE
        $team::VARCHAR IS NULL
        OR g.wijk_code IN (
            SELECT t.wijk_code FROM team AS t
            WHERE t.team = $team::VARCHAR AND m.maand BETWEEN t.van AND t.tot
        )
    GROUP BY m.maand
)

SELECT
    m.maand::DATE AS maand,
    coalesce(t.begin, 0)::BIGINT AS begin,
    coalesce(t.instroom, 0)::BIGINT AS instroom,
    coalesce(t.nieuw, 0)::BIGINT AS nieuw,
    coalesce(t.instroom - t.nieuw, 0)::BIGINT AS herinstroom,
    coalesce(t.uitstroom, 0)::BIGINT AS uitstroom,
    coalesce(t.eind, 0)::BIGINT AS eind
FROM maanden AS m
LEFT JOIN telling AS t ON m.maand = t.maand
ORDER BY m.maand
