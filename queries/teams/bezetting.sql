-- How many people of a team do one taak, beside the casussen that are in it.
--
-- params
--   peildatum  DATE
--   team       VARCHAR?  NULL selects all
-- columns
--   team       VARCHAR
--   taak       VARCHAR
--   maand      DATE      newest month of the fte by taak, of the year up to the day
--   fte        DOUBLE
--   casussen   BIGINT?   persons or households in it; NULL when nobody told what teams do
--   per_fte    DOUBLE?   share of casussen in fte
--   afgerond   BIGINT?   persons or households of which it ended in the year up to the day
-- grain: team, taak
WITH bezet AS (
    SELECT f.*
    FROM formatie AS f
    WHERE
        f.taak IS NOT NULL
        AND f.maand BETWEEN $peildatum::DATE - INTERVAL 1 YEAR AND $peildatum::DATE
        AND ($team::VARCHAR IS NULL OR f.team = $team::VARCHAR)
    QUALIFY f.maand = max(f.maand) OVER (PARTITION BY f.team)
),

gedaan AS (
    SELECT
        s.team,
        s.taak,
        count(DISTINCT s.casus_id) FILTER (
            WHERE $peildatum::DATE BETWEEN s.van AND s.tot
        ) AS casussen,
        count(DISTINCT s.casus_id) FILTER (WHERE s.tot < $peildatum::DATE) AS afgerond
    FROM taakstap AS s
    WHERE
        s.van <= $peildatum::DATE
        AND s.tot >= $peildatum::DATE - INTERVAL 1 YEAR
    GROUP BY s.team, s.taak
),

niemand AS (
    SELECT CASE WHEN count(*) > 0 THEN 0 END AS casussen
    FROM casustaak
)

SELECT
    b.team::VARCHAR AS team,
    b.taak::VARCHAR AS taak,
    b.maand::DATE AS maand,
    b.fte::DOUBLE AS fte,
    coalesce(g.casussen, n.casussen)::BIGINT AS casussen,
    (coalesce(g.casussen, n.casussen) / nullif(b.fte, 0))::DOUBLE AS per_fte,
    coalesce(g.afgerond, n.casussen)::BIGINT AS afgerond
FROM bezet AS b
LEFT JOIN gedaan AS g ON b.team = g.team AND b.taak = g.taak
CROSS JOIN niemand AS n
ORDER BY b.team, b.taak
