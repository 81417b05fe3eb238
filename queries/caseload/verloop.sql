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
--   nieuw        BIGINT    persons whose first care ever began
--   herinstroom  BIGINT    persons who came back after more than thirty days
--   uitstroom    BIGINT    persons whose last day of care was the day before one of this month
--   eind         BIGINT    persons with care on the last day of the month
-- grain: maand
-- balance: begin + nieuw + herinstroom - uitstroom = eind
WITH maanden AS (
    SELECT unnest(
        generate_series(date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH)
    )::DATE AS maand
),

periode AS (
    SELECT
        m.maand,
        z.volgnr,
        z.van < m.maand AS was_er,
        z.tot >= last_day(m.maand) AS blijft
    FROM maanden AS m
    INNER JOIN zorgperiode AS z ON last_day(m.maand) >= z.van AND m.maand - 1 <= z.tot
    LEFT JOIN client AS c ON z.client_id = c.client_id
    WHERE
        z.wet = coalesce($wet::VARCHAR, 'totaal')
        AND ($wijk::VARCHAR IS NULL OR coalesce(c.wijk_code, 'onbekend') = $wijk::VARCHAR)
        AND (
            $team::VARCHAR IS NULL
            OR EXISTS (
                SELECT 1
                FROM team AS t
                WHERE
                    t.team = $team::VARCHAR
                    AND t.wijk_code = c.wijk_code
                    AND m.maand BETWEEN t.van AND t.tot
            )
        )
)

SELECT
    m.maand::DATE AS maand,
    (count(p.maand) FILTER (WHERE p.was_er))::BIGINT AS begin,
    (count(p.maand) FILTER (WHERE NOT p.was_er AND p.volgnr = 1))::BIGINT AS nieuw,
    (count(p.maand) FILTER (WHERE NOT p.was_er AND p.volgnr > 1))::BIGINT AS herinstroom,
    (count(p.maand) FILTER (WHERE NOT p.blijft))::BIGINT AS uitstroom,
    (count(p.maand) FILTER (WHERE p.blijft))::BIGINT AS eind
FROM maanden AS m
LEFT JOIN periode AS p ON m.maand = p.maand
GROUP BY m.maand
ORDER BY m.maand
