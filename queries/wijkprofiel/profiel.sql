-- One kerncijfer of a wijk beside that of its gemeente and of the country, in the same year.
--
-- params
--   wijk       VARCHAR
-- columns
--   indicator  VARCHAR
--   eenheid    VARCHAR
--   jaar       INTEGER  the newest that is published for any wijk
--   bron       VARCHAR
--   waarde     DOUBLE?  NULL, here and below, where it is not published
--   gemeente   DOUBLE?
--   nederland  DOUBLE?
-- grain: indicator
WITH nieuwste AS (
    SELECT
        indicator,
        max(jaar) AS jaar,
        arg_max(eenheid, jaar) AS eenheid,
        arg_max(bron, jaar) AS bron
    FROM kerncijfer
    WHERE
        regio_soort = 'wijk'
        AND waarde IS NOT NULL
    GROUP BY indicator
)

SELECT
    n.indicator::VARCHAR AS indicator,
    n.eenheid::VARCHAR AS eenheid,
    n.jaar::INTEGER AS jaar,
    n.bron::VARCHAR AS bron,
    k.waarde::DOUBLE AS waarde,
    g.waarde::DOUBLE AS gemeente,
    l.waarde::DOUBLE AS nederland
FROM nieuwste AS n
INNER JOIN wijk AS w ON w.wijk_code = $wijk::VARCHAR
-- CBS gives a code to another wijk in another year, so the name has to be the same too.
LEFT JOIN kerncijfer AS k
    ON
        n.indicator = k.indicator
        AND n.jaar = k.jaar
        AND w.wijk_code = k.regio_code
        AND w.naam = k.regio_naam
LEFT JOIN kerncijfer AS g
    ON
        n.indicator = g.indicator
        AND n.jaar = g.jaar
        AND g.regio_code = 'GM' || substr(w.wijk_code, 3, 4)
LEFT JOIN kerncijfer AS l
    ON n.indicator = l.indicator AND n.jaar = l.jaar AND l.regio_soort = 'land'
ORDER BY n.indicator
