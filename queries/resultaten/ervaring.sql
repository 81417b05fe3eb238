-- What clients of a selection said of their care, by question and year or quarter, as a file says.
-- Of what a file tells both as a whole and in parts the whole counts; else the parts are added up.
--
-- params
--   peildatum       DATE        what it says of later years is left out
--   wet             VARCHAR?    NULL selects all, here and below
--   product         VARCHAR?    wet and categorie, such as jw-45
--   aanbieder       VARCHAR?    AGB code
-- columns
--   wet             VARCHAR
--   vraag           VARCHAR     as in the file
--   jaar            INTEGER
--   kwartaal        INTEGER     from 1 to 4; 0 is the whole year
--   antwoorden      BIGINT      persons; who answered; of two aanbieders who had both
--   positief        BIGINT?     persons; of them, who were positive; NULL: not in the file
--   aandeel         DOUBLE?     share of positief in antwoorden
--   score           DOUBLE?     money of antwoorden; their mean mark from 1 to 10, in tenths
--   ontvangen_op    TIMESTAMP   when the newest file came
-- unseen
--   negatief        BIGINT?     persons; who were not
-- grain: wet, vraag, jaar, kwartaal
-- balance: positief + negatief = antwoorden
WITH bestand AS (
    SELECT max(l.ontvangen_op) AS laatste
    FROM levering AS l
    SEMI JOIN clientervaring_regel AS r ON l.levering_nr = r.levering_nr
),

gekozen AS (
    SELECT
        c.wet,
        c.vraag,
        c.jaar,
        coalesce(c.kwartaal, 0) AS kwartaal,
        c.aantal,
        c.positief,
        c.score,
        (c.agb_code IS NOT NULL)::INTEGER + 2 * (c.categorie IS NOT NULL)::INTEGER AS diepte
    FROM clientervaring AS c
    WHERE
        c.jaar <= year($peildatum::DATE)
        AND ($wet::VARCHAR IS NULL OR c.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR c.wet || '-' || c.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR c.agb_code = $aanbieder::VARCHAR)
),

breedst AS (
    SELECT g.*
    FROM gekozen AS g
    QUALIFY g.diepte = min(g.diepte) OVER (PARTITION BY g.wet, g.vraag, g.jaar, g.kwartaal)
),

geteld AS (
    SELECT
        b.wet,
        b.vraag,
        b.jaar,
        b.kwartaal,
        sum(b.aantal) AS antwoorden,
        CASE WHEN bool_and(b.positief IS NOT NULL) THEN sum(b.positief) END AS positief,
        CASE
            WHEN bool_and(b.score IS NOT NULL)
                THEN round(sum(b.score * b.aantal) / nullif(sum(b.aantal), 0), 1)
        END AS score
    FROM breedst AS b
    GROUP BY b.wet, b.vraag, b.jaar, b.kwartaal
)

SELECT
    g.wet::VARCHAR AS wet,
    g.vraag::VARCHAR AS vraag,
    g.jaar::INTEGER AS jaar,
    g.kwartaal::INTEGER AS kwartaal,
    g.antwoorden::BIGINT AS antwoorden,
    g.positief::BIGINT AS positief,
    (g.positief / nullif(g.antwoorden, 0))::DOUBLE AS aandeel,
    g.score::DOUBLE AS score,
    b.laatste::TIMESTAMP AS ontvangen_op,
    (g.antwoorden - g.positief)::BIGINT AS negatief
FROM geteld AS g
CROSS JOIN bestand AS b
ORDER BY g.wet ASC, g.vraag ASC, g.jaar ASC, g.kwartaal ASC
