-- Why people came into bijstand and left it in a period, in the gemeente's own words for its codes.
-- Who came or left twice for different reasons counts with both.
--
-- params
--   van        DATE       first day
--   tot        DATE       last day, as far as files tell
--   wijk       VARCHAR?   NULL selects all
-- columns
--   richting   VARCHAR    instroom or uitstroom
--   code       VARCHAR    code of the reason, or onbekend
--   naam       VARCHAR    as the settings call it
--   clienten   BIGINT     persons who came or left for it
--   samen      BIGINT     persons who came or left, each once
--   aandeel    DOUBLE?    share of clienten in samen
-- grain: richting, code
WITH gegaan AS (
    SELECT DISTINCT
        b.client_id,
        'instroom' AS richting,
        coalesce(b.reden_instroom, 'onbekend') AS code
    FROM bijstand AS b
    INNER JOIN bijstandbekend AS t
        ON b.van BETWEEN greatest($van::DATE, t.van) AND least($tot::DATE, t.tot)
    WHERE
        b.van = b.begonnen
        AND ($wijk::VARCHAR IS NULL OR coalesce(b.wijk_code, 'onbekend') = $wijk::VARCHAR)
    UNION
    SELECT
        b.client_id,
        'uitstroom' AS richting,
        coalesce(b.reden_uitstroom, 'onbekend') AS code
    FROM bijstand AS b
    INNER JOIN bijstandbekend AS t
        ON b.tot + 1 BETWEEN greatest($van::DATE, t.van) AND least($tot::DATE, t.tot)
    WHERE
        b.tot = b.gestopt
        AND ($wijk::VARCHAR IS NULL OR coalesce(b.wijk_code, 'onbekend') = $wijk::VARCHAR)
),

geteld AS (
    SELECT
        g.richting,
        g.code,
        count(*) AS clienten
    FROM gegaan AS g
    GROUP BY g.richting, g.code
),

alle AS (
    SELECT
        g.richting,
        count(DISTINCT g.client_id) AS samen
    FROM gegaan AS g
    GROUP BY g.richting
)

SELECT
    g.richting::VARCHAR AS richting,
    g.code::VARCHAR AS code,
    coalesce(
        r.naam, CASE g.code WHEN 'onbekend' THEN 'Onbekend' ELSE 'Code ' || g.code END
    )::VARCHAR AS naam,
    g.clienten::BIGINT AS clienten,
    a.samen::BIGINT AS samen,
    (g.clienten / a.samen)::DOUBLE AS aandeel
FROM geteld AS g
INNER JOIN alle AS a ON g.richting = a.richting
LEFT JOIN reden AS r ON g.richting = r.richting AND g.code = r.code
ORDER BY g.richting ASC, g.clienten DESC, g.code ASC
