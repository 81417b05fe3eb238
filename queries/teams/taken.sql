-- One of the six taken of the sociale teams: how many casussen came through it, and how long that
-- took.
--
-- params
--   van           DATE      first day of the period
--   tot           DATE      last day of it
--   team          VARCHAR?  NULL selects all
-- columns
--   volgnr        INTEGER
--   taak          VARCHAR
--   casussen      BIGINT    persons or households that came through it, of those gone in the period
--   lopend        BIGINT    persons or households in it on the last day
--   begonnen      BIGINT    persons or households of which it began in the period
--   doorlooptijd  DOUBLE?   money of begonnen; days until half of these were done (Kaplan-Meier)
-- grain: taak
WITH stap AS MATERIALIZED (
    SELECT s.*
    FROM taakstap AS s
    WHERE
        s.einddatum + 1 >= $van::DATE
        AND ($team::VARCHAR IS NULL OR s.team = $team::VARCHAR)
),

-- A casus that comes back to a taak counts there once.
per_casus AS (
    SELECT
        s.taak,
        bool_or(s.einddatum + 1 <= $tot::DATE) AS gegaan,
        bool_or($tot::DATE BETWEEN s.van AND s.tot) AS loopt,
        bool_or(s.van BETWEEN $van::DATE AND $tot::DATE) AS begon
    FROM stap AS s
    GROUP BY s.taak, s.casus_id
),

gegaan AS (
    SELECT
        p.taak,
        count(*) FILTER (WHERE p.gegaan) AS casussen,
        count(*) FILTER (WHERE p.loopt) AS lopend,
        count(*) FILTER (WHERE p.begon) AS begonnen
    FROM per_casus AS p
    GROUP BY p.taak
),

-- What still goes on at the end of the last day is only known to take at least so long.
duur AS (
    SELECT
        s.taak,
        least(s.tot, $tot::DATE) - s.van + 1 AS dagen,
        count(*) FILTER (WHERE s.tot < $tot::DATE) AS klaar,
        count(*) AS gezien
    FROM stap AS s
    WHERE s.van BETWEEN $van::DATE AND $tot::DATE
    GROUP BY ALL
),

kans AS (
    SELECT
        d.taak,
        d.dagen,
        1 - d.klaar / sum(d.gezien) OVER (PARTITION BY d.taak ORDER BY d.dagen DESC) AS verder
    FROM duur AS d
),

over AS (
    SELECT
        k.taak,
        k.dagen,
        product(k.verder) OVER (PARTITION BY k.taak ORDER BY k.dagen) AS deel
    FROM kans AS k
),

helft AS (
    SELECT
        o.taak,
        min(o.dagen) AS dagen
    FROM over AS o
    WHERE o.deel <= 0.5 + 1e-12  -- what is half may be a little more as a binary number
    GROUP BY o.taak
)

SELECT
    t.volgnr::INTEGER AS volgnr,
    t.taak::VARCHAR AS taak,
    coalesce(g.casussen, 0)::BIGINT AS casussen,
    coalesce(g.lopend, 0)::BIGINT AS lopend,
    coalesce(g.begonnen, 0)::BIGINT AS begonnen,
    h.dagen::DOUBLE AS doorlooptijd
FROM (
    VALUES
    (1, 'signalering'), (2, 'activering'), (3, 'vraagverheldering'),
    (4, 'kortdurende ondersteuning'), (5, 'indicering'), (6, 'regievoering')
) AS t (volgnr, taak)
LEFT JOIN gegaan AS g ON t.taak = g.taak
LEFT JOIN helft AS h ON t.taak = h.taak
WHERE EXISTS (SELECT 1 FROM casustaak AS b WHERE b.van <= $tot::DATE)
ORDER BY t.volgnr
