-- One layer of help, from eigen kracht to compulsory care, with its people and money.
--
-- params
--   jaar           INTEGER         calendar year of the money
--   peildatum      DATE            of the people
-- columns
--   volgnr         INTEGER
--   naam           VARCHAR
--   clienten       BIGINT?         persons with active care, or active casussen of the teams
--   bedrag         DECIMAL(18,2)?  money of clienten_jaar; ingediend, or lasten of the budget
--   bron           VARCHAR?        berichten, casussen or begroting; NULL when nothing counts here
-- unseen
--   clienten_jaar  BIGINT          persons behind the declared money; none behind a budget
-- grain: volgnr
WITH actief AS (
    SELECT
        p.laag,
        count(DISTINCT i.client_id) AS clienten
    FROM product AS p
    LEFT JOIN inzet AS i
        ON
            p.wet = i.wet
            AND p.categorie = i.categorie
            AND $peildatum::DATE BETWEEN i.van AND i.tot
    GROUP BY p.laag
),

gedeclareerd AS (
    SELECT
        p.laag,
        count(DISTINCT u.client_id) AS clienten,
        (sum(u.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag
    FROM uitgave_jaar AS u
    INNER JOIN product AS p ON u.wet = p.wet AND u.categorie = p.categorie
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY p.laag
),

begroot AS (
    SELECT
        l.volgnr AS laag,
        sum(b.lasten)::DECIMAL(18, 2) AS bedrag
    FROM laag AS l
    INNER JOIN begroting AS b ON list_contains(l.taakvelden, b.taakveld)
    WHERE b.jaar = $jaar::INTEGER
    GROUP BY l.volgnr
),

bij_teams AS (
    SELECT count(*) AS casussen
    FROM casus AS k
    WHERE $peildatum::DATE BETWEEN k.begindatum AND k.einddatum
)

SELECT
    l.volgnr::INTEGER AS volgnr,
    l.naam::VARCHAR AS naam,
    CASE WHEN l.casussen THEN t.casussen ELSE a.clienten END::BIGINT AS clienten,
    coalesce(g.bedrag, b.bedrag)::DECIMAL(18, 2) AS bedrag,
    CASE
        WHEN l.casussen THEN 'casussen'
        WHEN a.laag IS NOT NULL THEN 'berichten'
        WHEN b.laag IS NOT NULL THEN 'begroting'
    END::VARCHAR AS bron,
    coalesce(g.clienten, 0)::BIGINT AS clienten_jaar
FROM laag AS l
CROSS JOIN bij_teams AS t
LEFT JOIN actief AS a ON l.volgnr = a.laag
LEFT JOIN gedeclareerd AS g ON l.volgnr = g.laag
LEFT JOIN begroot AS b ON l.volgnr = b.laag
ORDER BY l.volgnr
