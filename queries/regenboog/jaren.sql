-- One layer of help at the end of a year: its people, each once in the innermost layer that he has,
-- and its money of that year, beside those of all layers together.
--
-- params
--   jaar             INTEGER         the last year; five years are told
--   peildatum        DATE            the last day that anything is known of
-- columns
--   jaar             INTEGER
--   dag              DATE            of the people: the last day of the year, or the peildatum
--   volgnr           INTEGER         of the layer, from 1 outside
--   naam             VARCHAR
--   clienten         BIGINT?         persons, or active casussen; NULL when nothing tells of them
--   clienten_totaal  BIGINT          persons and casussen of all layers
--   deel_clienten    DOUBLE?         share of clienten in clienten_totaal
--   bedrag           DECIMAL(18,2)?  money of clienten_jaar; NULL when nothing tells of it
--   deel_bedrag      DOUBLE?         money of clienten_jaar; of all layers
--   volledig         BOOLEAN         the year is over, and no layer lacks what other years tell
-- unseen
--   clienten_jaar    BIGINT          persons of the product with most; none behind a budget
-- grain: jaar, volgnr
WITH eind AS (
    SELECT
        j.jaar,
        least(make_date(j.jaar, 12, 31), $peildatum::DATE) AS dag
    FROM (SELECT DISTINCT u.jaar FROM uitgave_jaar AS u) AS j
    WHERE j.jaar BETWEEN $jaar::INTEGER - 4 AND least($jaar::INTEGER, year($peildatum::DATE))
),

-- A casus is none of these persons, as far as anybody knows: it counts in a layer of its own.
binnenste AS (
    SELECT
        e.jaar,
        i.client_id,
        max(p.laag) AS laag
    FROM eind AS e
    INNER JOIN inzet AS i ON e.dag BETWEEN i.van AND i.tot
    INNER JOIN product AS p ON i.wet = p.wet AND i.categorie = p.categorie
    INNER JOIN laag AS l ON p.laag = l.volgnr
    WHERE NOT l.casussen
    GROUP BY e.jaar, i.client_id
),

mensen AS (
    SELECT
        b.jaar,
        b.laag,
        count(*) AS clienten
    FROM binnenste AS b
    GROUP BY b.jaar, b.laag
),

samen AS (
    SELECT
        e.*,
        l.volgnr,
        l.naam,
        CASE
            WHEN l.casussen
                THEN (
                    SELECT count(*) FROM casus AS k WHERE e.dag BETWEEN k.begindatum AND k.einddatum
                )
            WHEN l.volgnr IN (SELECT p.laag FROM product AS p) THEN coalesce(m.clienten, 0)
        END AS clienten,
        g.bedrag,
        coalesce(g.clienten, 0) AS clienten_jaar,
        bool_or(g.bedrag IS NOT NULL) OVER (PARTITION BY l.volgnr) AS vertelt
    FROM eind AS e
    CROSS JOIN laag AS l
    LEFT JOIN mensen AS m ON e.jaar = m.jaar AND l.volgnr = m.laag
    LEFT JOIN laaggeld AS g ON e.jaar = g.jaar AND l.volgnr = g.laag
)

SELECT
    s.jaar::INTEGER AS jaar,
    s.dag::DATE AS dag,
    s.volgnr::INTEGER AS volgnr,
    s.naam::VARCHAR AS naam,
    s.clienten::BIGINT AS clienten,
    sum(s.clienten) OVER van_jaar::BIGINT AS clienten_totaal,
    (s.clienten / nullif(sum(s.clienten) OVER van_jaar, 0))::DOUBLE AS deel_clienten,
    s.bedrag::DECIMAL(18, 2) AS bedrag,
    (s.bedrag / nullif(sum(s.bedrag) OVER van_jaar, 0))::DOUBLE AS deel_bedrag,
    (
        s.dag < $peildatum::DATE AND bool_and(s.bedrag IS NOT NULL OR NOT s.vertelt) OVER van_jaar
    )::BOOLEAN AS volledig,
    s.clienten_jaar::BIGINT AS clienten_jaar
FROM samen AS s
WINDOW van_jaar AS (PARTITION BY s.jaar)
ORDER BY jaar, volgnr
