-- The casussen of one sociaal team on a day, by how long they are open.
--
-- params
--   peildatum  DATE
--   team       VARCHAR?  NULL selects all
-- columns
--   team       VARCHAR
--   klasse     INTEGER   open for at least so many months: 0, 3, 6 or 12, and less than the next
--   casussen   BIGINT    persons or households
-- grain: team, klasse
WITH lopend AS (
    SELECT
        k.team,
        CASE
            WHEN k.begindatum <= $peildatum::DATE - INTERVAL 12 MONTH THEN 12
            WHEN k.begindatum <= $peildatum::DATE - INTERVAL 6 MONTH THEN 6
            WHEN k.begindatum <= $peildatum::DATE - INTERVAL 3 MONTH THEN 3
            ELSE 0
        END AS klasse,
        count(*) AS casussen
    FROM casus AS k
    WHERE
        $peildatum::DATE BETWEEN k.begindatum AND k.einddatum
        AND ($team::VARCHAR IS NULL OR k.team = $team::VARCHAR)
    GROUP BY ALL
),

namen AS (
    SELECT DISTINCT l.team
    FROM lopend AS l
)

SELECT
    n.team::VARCHAR AS team,
    s.klasse::INTEGER AS klasse,
    coalesce(l.casussen, 0)::BIGINT AS casussen
FROM namen AS n
CROSS JOIN (VALUES (0), (3), (6), (12)) AS s (klasse)
LEFT JOIN lopend AS l ON n.team = l.team AND s.klasse = l.klasse
ORDER BY n.team, s.klasse
