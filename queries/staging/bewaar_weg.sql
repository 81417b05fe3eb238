-- A delivery from before the limit that nothing leads to, and that did not go before.
--
-- params
--   moment       TIMESTAMP  UTC, the first moment that is kept
-- columns
--   levering_nr  INTEGER
-- grain: levering_nr
WITH RECURSIVE bereikt AS (
    SELECT b.knoop
    FROM raakt_bewaar_begin AS b
    UNION
    SELECT p.naar AS knoop
    FROM raakt_bewaar_pijl AS p
    INNER JOIN bereikt AS b ON p.van = b.knoop
)

SELECT l.levering_nr::INTEGER AS levering_nr
FROM levering AS l
WHERE
    l.ontvangen_op < $moment::TIMESTAMP
    AND l.levering_nr NOT IN (SELECT v.levering FROM verwijdering AS v)
    AND hash('levering', l.levering_nr) NOT IN (SELECT b.knoop FROM bereikt AS b)
ORDER BY l.levering_nr
