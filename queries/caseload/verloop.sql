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
    SELECT unnest(
        generate_series(date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH)
    )::DATE AS maand
),

zorg AS (
    SELECT
        z.van,
        z.tot,
        z.volgnr = 1 AS eerste,
        c.wijk_code
    FROM zorgperiode AS z
    LEFT JOIN client AS c ON z.client_id = c.client_id
    WHERE
        z.wet = coalesce($wet::VARCHAR, 'totaal')
        AND ($wijk::VARCHAR IS NULL OR coalesce(c.wijk_code, 'onbekend') = $wijk::VARCHAR)
),

telling AS (
    SELECT
        m.maand,
        count(*) FILTER (WHERE z.van < m.maand) AS begin,
        count(*) FILTER (WHERE z.van >= m.maand) AS instroom,
        count(*) FILTER (WHERE z.van >= m.maand AND z.eerste) AS nieuw,
        count(*) FILTER (WHERE z.van >= m.maand AND NOT z.eerste) AS herinstroom,
        count(*) FILTER (WHERE z.tot < last_day(m.maand)) AS uitstroom,
        count(*) FILTER (WHERE z.tot >= last_day(m.maand)) AS eind
    FROM maanden AS m
    INNER JOIN zorg AS z ON last_day(m.maand) >= z.van AND m.maand - 1 <= z.tot
    WHERE
        $team::VARCHAR IS NULL
        OR z.wijk_code IN (
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
    coalesce(t.herinstroom, 0)::BIGINT AS herinstroom,
    coalesce(t.uitstroom, 0)::BIGINT AS uitstroom,
    coalesce(t.eind, 0)::BIGINT AS eind
FROM maanden AS m
LEFT JOIN telling AS t ON m.maand = t.maand
ORDER BY m.maand
