-- An aanbieder whose lines on a taakveld are together negative in a year.
--
-- columns
--   jaar        INTEGER   calendar year of delivery
--   taakveld    VARCHAR
--   aanbieder   VARCHAR   AGB code
--   ingediend   BIGINT    eurocents
--   clienten    BIGINT
-- grain: jaar, taakveld, aanbieder
WITH negatief AS (
    SELECT
        u.jaar,
        u.taakveld,
        u.aanbieder
    FROM uitgave_jaar AS u
    GROUP BY u.jaar, u.taakveld, u.aanbieder
    HAVING sum(u.ingediend) < 0
)

SELECT
    u.jaar::INTEGER AS jaar,
    u.taakveld::VARCHAR AS taakveld,
    u.aanbieder::VARCHAR AS aanbieder,
    sum(u.ingediend)::BIGINT AS ingediend,
    count(DISTINCT u.client_id)::BIGINT AS clienten
FROM uitgave_jaar AS u
SEMI JOIN negatief AS n
    ON u.jaar = n.jaar AND u.taakveld = n.taakveld AND u.aanbieder = n.aanbieder
GROUP BY u.jaar, u.taakveld, u.aanbieder
