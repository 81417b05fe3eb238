-- One product of a layer of help, with the people who have it on a day and its money of a year.
--
-- params
--   jaar           INTEGER         calendar year of the money
--   peildatum      DATE            of the people
--   laag           INTEGER?        number of the layer, from 1 outside; NULL selects all
-- columns
--   volgnr         INTEGER         of the layer
--   wet            VARCHAR
--   categorie      VARCHAR
--   naam           VARCHAR
--   clienten       BIGINT          persons with active care
--   bedrag         DECIMAL(18,2)?  money of clienten_jaar
-- unseen
--   clienten_jaar  BIGINT          persons behind the declared money
-- grain: wet, categorie
WITH actief AS (
    SELECT
        i.wet,
        i.categorie,
        count(DISTINCT i.client_id) AS clienten
    FROM inzet AS i
    WHERE $peildatum::DATE BETWEEN i.van AND i.tot
    GROUP BY i.wet, i.categorie
),

-- Bit 8 of eerste marks the first row of a person with this wet and categorie.
gedeclareerd AS (
    SELECT
        u.wet,
        u.categorie,
        count(*) FILTER (WHERE u.eerste & 8 > 0) AS clienten,
        (sum(u.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag
    FROM uitgave_jaar AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wet, u.categorie
)

SELECT
    p.laag::INTEGER AS volgnr,
    p.wet::VARCHAR AS wet,
    p.categorie::VARCHAR AS categorie,
    p.naam::VARCHAR AS naam,
    coalesce(a.clienten, 0)::BIGINT AS clienten,
    g.bedrag::DECIMAL(18, 2) AS bedrag,
    coalesce(g.clienten, 0)::BIGINT AS clienten_jaar
FROM product AS p
LEFT JOIN actief AS a ON p.wet = a.wet AND p.categorie = a.categorie
LEFT JOIN gedeclareerd AS g ON p.wet = g.wet AND p.categorie = g.categorie
WHERE
    p.laag IS NOT NULL
    AND ($laag::INTEGER IS NULL OR p.laag = $laag::INTEGER)
    AND (a.clienten IS NOT NULL OR g.bedrag IS NOT NULL)
ORDER BY volgnr, wet, categorie
