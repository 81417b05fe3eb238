-- What the care of one month cost, by product, taakveld, aanbieder and wijk; sums without people.
--
-- columns
--   maand            DATE       first day of the month of delivery
--   wet              VARCHAR
--   taakveld         VARCHAR
--   categorie        VARCHAR
--   aanbieder        VARCHAR
--   wijk_code        VARCHAR    where the people live now, or onbekend
--   teams            VARCHAR[]  of that wijk on the first day of the month, by name
--   ingediend        BIGINT     eurocents, of all lines
--   toegekend        BIGINT     eurocents, of answered lines that were not rejected
--   in_behandeling   BIGINT     eurocents, of lines without an answer
--   regels           BIGINT
-- grain: maand, wet, taakveld, categorie, aanbieder, wijk_code
-- touched: raakt_bedrag (maand, wet, taakveld, categorie, aanbieder, wijk_code)
WITH bediend AS (
    SELECT
        r.wijk_code,
        r.maand,
        list(DISTINCT t.team ORDER BY t.team) AS teams
    FROM raakt_bedrag AS r
    INNER JOIN team AS t ON r.wijk_code = t.wijk_code AND r.maand BETWEEN t.van AND t.tot
    GROUP BY r.wijk_code, r.maand
)

SELECT
    r.maand::DATE AS maand,
    r.wet::VARCHAR AS wet,
    r.taakveld::VARCHAR AS taakveld,
    r.categorie::VARCHAR AS categorie,
    r.aanbieder::VARCHAR AS aanbieder,
    r.wijk_code::VARCHAR AS wijk_code,
    coalesce(b.teams, [])::VARCHAR[] AS teams,
    r.ingediend::BIGINT AS ingediend,
    r.toegekend::BIGINT AS toegekend,
    r.in_behandeling::BIGINT AS in_behandeling,
    r.regels::BIGINT AS regels
FROM raakt_bedrag AS r
LEFT JOIN bediend AS b ON r.wijk_code = b.wijk_code AND r.maand = b.maand
WHERE r.regels > 0
ORDER BY r.maand, r.wet, r.taakveld, r.categorie, r.aanbieder, r.wijk_code
