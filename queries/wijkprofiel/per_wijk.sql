-- One kerncijfer of one wijk, in the newest year that it is published for any wijk.
--
-- params
--   indicator  VARCHAR
-- columns
--   wijk_code  VARCHAR
--   naam       VARCHAR
--   waarde     DOUBLE?   NULL where it is not published
--   eenheid    VARCHAR
--   jaar       INTEGER
--   bron       VARCHAR?
-- grain: wijk_code
WITH nieuwste AS (
    SELECT
        max(jaar) AS jaar,
        arg_max(eenheid, jaar) AS eenheid
    FROM kerncijfer
    WHERE
        indicator = $indicator::VARCHAR
        AND regio_soort = 'wijk'
        AND waarde IS NOT NULL
)

SELECT
    w.wijk_code::VARCHAR AS wijk_code,
    w.naam::VARCHAR AS naam,
    k.waarde::DOUBLE AS waarde,
    n.eenheid::VARCHAR AS eenheid,
    n.jaar::INTEGER AS jaar,
    k.bron::VARCHAR AS bron
FROM wijk AS w
INNER JOIN nieuwste AS n ON n.jaar IS NOT NULL
-- CBS gives a code to another wijk in another year, so the name has to be the same too.
LEFT JOIN kerncijfer AS k
    ON
        w.wijk_code = k.regio_code
        AND w.naam = k.regio_naam
        AND n.jaar = k.jaar
        AND k.indicator = $indicator::VARCHAR
ORDER BY w.wijk_code
