-- Of the people who came into care in twelve months, how many had care before, more than thirty
-- days ago. Who came more than once counts once, as new when the first time was.
--
-- params
--   van          DATE        a day in the last month of the first twelve
--   tot          DATE        the last day of the last twelve
--   wet          VARCHAR?    NULL selects all, here and below
--   product      VARCHAR?    wet and categorie, such as jw-45
--   aanbieder    VARCHAR?    AGB code
--   verwijzer    VARCHAR?    code, or onbekend
--   wijk         VARCHAR?    where the person lives now
--   team         VARCHAR?    the team of that wijk on the days of care
-- columns
--   maand        DATE        first day of the last of the twelve months
--   nieuw        BIGINT      persons who came for the first time
--   herinstroom  BIGINT      persons who only came back
--   instroom     BIGINT      persons, both together
--   aandeel      DOUBLE?     share of herinstroom in instroom
-- grain: maand
-- balance: nieuw + herinstroom = instroom
WITH maanden AS (
    SELECT d.dag::DATE AS maand
    FROM generate_series(
        date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH
    ) AS d (dag)
),

gekomen AS (
    SELECT
        b.client_id,
        b.dag,
        b.soort = 'nieuw' AS eerste
    FROM
        beweging(
            (date_trunc('month', $van::DATE) - INTERVAL 11 MONTH)::DATE, $tot::DATE, NULL,
            $wet, $product, $aanbieder, $verwijzer, $wijk, $team
        ) AS b
    WHERE b.soort IN ('nieuw', 'herinstroom')
),

telling AS (
    SELECT
        m.maand,
        count(*) FILTER (WHERE g.eerste) AS nieuw,
        count(DISTINCT g.client_id) AS instroom
    FROM maanden AS m
    INNER JOIN gekomen AS g
        ON g.dag >= m.maand - INTERVAL 11 MONTH AND g.dag < m.maand + INTERVAL 1 MONTH
    GROUP BY m.maand
)

SELECT
    m.maand::DATE AS maand,
    coalesce(t.nieuw, 0)::BIGINT AS nieuw,
    coalesce(t.instroom - t.nieuw, 0)::BIGINT AS herinstroom,
    coalesce(t.instroom, 0)::BIGINT AS instroom,
    ((t.instroom - t.nieuw) / t.instroom)::DOUBLE AS aandeel
FROM maanden AS m
LEFT JOIN telling AS t ON m.maand = t.maand
ORDER BY m.maand
