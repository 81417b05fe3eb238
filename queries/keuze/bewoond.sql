-- The households of the gemeente, or of the wijken of one sociaal team on a day, in the newest year
-- of which all of them are known.
--
-- params
--   peildatum    DATE
--   team         VARCHAR?  NULL: of the gemeente
-- columns
--   jaar         INTEGER
--   huishoudens  BIGINT
-- grain: one row
WITH gebied AS (
    SELECT t.wijk_code AS regio_code
    FROM team AS t
    WHERE t.team = $team::VARCHAR AND $peildatum::DATE BETWEEN t.van AND t.tot
    UNION
    SELECT k.regio_code
    FROM kerncijfer AS k
    WHERE k.regio_soort = 'gemeente' AND $team::VARCHAR IS NULL
)

SELECT
    h.jaar::INTEGER AS jaar,
    sum(h.waarde)::BIGINT AS huishoudens
FROM gebied AS g
INNER JOIN kerncijfer AS h ON g.regio_code = h.regio_code AND lower(h.indicator) = 'huishoudens'
GROUP BY h.jaar
HAVING count(h.waarde) = (SELECT count(*) FROM gebied)
ORDER BY h.jaar DESC
LIMIT 1
