-- A reserve in a year: what was put in and taken out, and what is in it on the last day.
--
-- columns
--   reserve       VARCHAR
--   jaar          INTEGER
--   stand         DECIMAL(18,2)   on 31 december
--   storting      DECIMAL(18,2)   put in
--   onttrekking   DECIMAL(18,2)   taken out
--   klopt         BOOLEAN?        whether it follows from the year before; NULL for the first year
-- grain: reserve, jaar
SELECT
    r.reserve::VARCHAR AS reserve,
    r.jaar::INTEGER AS jaar,
    r.stand::DECIMAL(18, 2) AS stand,
    r.storting::DECIMAL(18, 2) AS storting,
    r.onttrekking::DECIMAL(18, 2) AS onttrekking,
    (
        v.stand + r.storting - r.onttrekking = r.stand
    )::BOOLEAN AS klopt
FROM reserve AS r
LEFT JOIN reserve AS v ON r.reserve = v.reserve AND r.jaar = v.jaar + 1
ORDER BY r.reserve, r.jaar
