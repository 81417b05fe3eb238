-- What a wijkteam and a jeugdteam share on a day: how many wijken, and how many inhabitants.
--
-- params
--   peildatum  DATE
-- columns
--   wijkteam   VARCHAR
--   jeugdteam  VARCHAR
--   wijken     BIGINT
--   inwoners   BIGINT?  NULL when those of one of the wijken are not known
-- grain: wijkteam, jeugdteam
WITH geldig AS (
    SELECT DISTINCT
        w.wijk_code,
        w.team_soort,
        w.team
    FROM wijkteam AS w
    WHERE $peildatum::DATE BETWEEN w.van AND coalesce(w.tot, DATE '9999-12-31')
),

paar AS (
    SELECT DISTINCT
        w.team AS wijkteam,
        j.team AS jeugdteam
    FROM geldig AS w
    CROSS JOIN geldig AS j
    WHERE w.team_soort = 'wijkteam' AND j.team_soort = 'jeugdteam'
)

SELECT
    p.wijkteam::VARCHAR AS wijkteam,
    p.jeugdteam::VARCHAR AS jeugdteam,
    count(j.wijk_code)::BIGINT AS wijken,
    CASE count(j.wijk_code)
        WHEN count(i.inwoners) THEN coalesce(sum(i.inwoners), 0)
    END::BIGINT AS inwoners
FROM paar AS p
INNER JOIN geldig AS w ON p.wijkteam = w.team AND w.team_soort = 'wijkteam'
LEFT JOIN geldig AS j
    ON w.wijk_code = j.wijk_code AND p.jeugdteam = j.team AND j.team_soort = 'jeugdteam'
LEFT JOIN wijk AS i ON j.wijk_code = i.wijk_code
GROUP BY p.wijkteam, p.jeugdteam
ORDER BY p.wijkteam, p.jeugdteam
