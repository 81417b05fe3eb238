-- How much more the accounts of a year say than its first budget: ours, and all gemeenten.
--
-- params
--   gemeente           VARCHAR    CBS code of ours
--   onderdeel          VARCHAR    jeugd, wmo, wmo_opvang, participatie or basis
-- columns
--   jaar               INTEGER
--   verschil           DOUBLE     of ours, as a part of the budget
--   mediaan_verschil   DOUBLE     of all gemeenten that are known
--   deel_boven         DOUBLE     the part of them that ended more than a tenth above it
--   aantal             BIGINT     gemeenten of which both are known
-- grain: jaar
WITH per_gemeente AS (
    SELECT
        i.jaar,
        i.regio_code,
        sum(i.lasten) FILTER (WHERE i.stand = 'begroting') AS begroot,
        sum(i.lasten) FILTER (WHERE i.stand = 'rekening') AS besteed
    FROM iv3 AS i
    INNER JOIN onderdeel AS o ON i.post = o.post
    WHERE o.onderdeel = $onderdeel::VARCHAR AND i.regio_code <> 'NL01'
    GROUP BY i.jaar, i.regio_code
),

gegroeid AS (
    SELECT
        p.jaar,
        p.regio_code,
        (p.besteed / p.begroot)::DOUBLE - 1 AS verschil,
        p.besteed > p.begroot * 1.1 AS boven
    FROM per_gemeente AS p
    WHERE p.begroot > 0 AND p.besteed IS NOT NULL
)

SELECT
    g.jaar::INTEGER AS jaar,
    any_value(g.verschil) FILTER (WHERE g.regio_code = $gemeente::VARCHAR)::DOUBLE AS verschil,
    median(g.verschil)::DOUBLE AS mediaan_verschil,
    avg(g.boven::INTEGER)::DOUBLE AS deel_boven,
    count(*)::BIGINT AS aantal
FROM gegroeid AS g
GROUP BY g.jaar
HAVING count(*) FILTER (WHERE g.regio_code = $gemeente::VARCHAR) > 0
ORDER BY jaar
