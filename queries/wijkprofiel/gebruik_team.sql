-- A wijk with the people in the whole area of its sociaal team who have active care on a day.
--
-- params
--   peildatum  DATE
-- columns
--   wijk_code  VARCHAR
--   team       VARCHAR
--   clienten   BIGINT   persons
--   inwoners   BIGINT?  of the whole area; NULL when those of one of its wijken are not known
--   aandeel    DOUBLE?  share of clienten in inwoners
-- grain: wijk_code, team
WITH gebied AS (
    SELECT
        t.wijk_code,
        t.team,
        w.inwoners
    FROM team AS t
    INNER JOIN wijk AS w ON t.wijk_code = w.wijk_code
    WHERE $peildatum::DATE BETWEEN t.van AND t.tot
),

bewoond AS (
    SELECT
        g.team,
        CASE count(*) WHEN count(g.inwoners) THEN sum(g.inwoners) END AS inwoners
    FROM gebied AS g
    GROUP BY g.team
),

actief AS (
    SELECT
        g.team,
        count(DISTINCT i.client_id) AS clienten
    FROM inzet AS i
    INNER JOIN gebied AS g ON i.wijk_code = g.wijk_code
    WHERE $peildatum::DATE BETWEEN i.van AND i.tot
    GROUP BY g.team
)

SELECT
    g.wijk_code::VARCHAR AS wijk_code,
    g.team::VARCHAR AS team,
    coalesce(a.clienten, 0)::BIGINT AS clienten,
    b.inwoners::BIGINT AS inwoners,
    (coalesce(a.clienten, 0) / nullif(b.inwoners, 0))::DOUBLE AS aandeel
FROM gebied AS g
INNER JOIN bewoond AS b ON g.team = b.team
LEFT JOIN actief AS a ON g.team = a.team
ORDER BY g.wijk_code, g.team
