-- A day on which a sociaal team began, ended or got other wijken, and how many teams there are
-- then.
--
-- params
--   tot     DATE      not later than this day
-- columns
--   dag     DATE      the first one on which it is so
--   team    VARCHAR
--   soort   VARCHAR   begonnen, gestopt or andere wijken
--   wijken  BIGINT    of the team from then on
--   teams   BIGINT    from then on
-- grain: dag, team
WITH dagen AS (
    SELECT t.van AS dag
    FROM team AS t
    UNION
    SELECT t.tot + 1 AS dag
    FROM team AS t
),

stand AS (
    SELECT
        d.dag,
        t.team,
        list_sort(
            list(DISTINCT t.wijk_code) FILTER (WHERE d.dag BETWEEN t.van AND t.tot)
        ) AS nu,
        list_sort(
            list(DISTINCT t.wijk_code) FILTER (WHERE d.dag - 1 BETWEEN t.van AND t.tot)
        ) AS eerder
    FROM dagen AS d
    CROSS JOIN team AS t
    WHERE d.dag <= $tot::DATE
    GROUP BY d.dag, t.team
),

geteld AS (
    SELECT
        s.*,
        count(s.nu) OVER (PARTITION BY s.dag) AS teams
    FROM stand AS s
)

SELECT
    g.dag::DATE AS dag,
    g.team::VARCHAR AS team,
    CASE
        WHEN g.eerder IS NULL THEN 'begonnen'
        WHEN g.nu IS NULL THEN 'gestopt'
        ELSE 'andere wijken'
    END::VARCHAR AS soort,
    coalesce(len(g.nu), 0)::BIGINT AS wijken,
    g.teams::BIGINT AS teams
FROM geteld AS g
WHERE g.nu IS DISTINCT FROM g.eerder
ORDER BY g.dag, g.team
