-- The month sums that the touched lines change: what they were, less the lines as they stood, plus
-- the lines as they stand now.
--
-- columns
--   maand            DATE
--   wet              VARCHAR
--   taakveld         VARCHAR
--   categorie        VARCHAR
--   aanbieder        VARCHAR
--   wijk_code        VARCHAR
--   ingediend        BIGINT     eurocents
--   toegekend        BIGINT     eurocents
--   in_behandeling   BIGINT     eurocents
--   regels           BIGINT     0 when no line is left
-- grain: maand, wet, taakveld, categorie, aanbieder, wijk_code
WITH verschil AS (
    SELECT
        -1 AS teken,
        v.*
    FROM raakt_was AS v
    UNION ALL
    SELECT
        1 AS teken,
        n.*
    FROM raakt_wordt AS n
),

stand AS (
    SELECT
        1 AS teken,
        s.maand,
        s.wet,
        s.taakveld,
        s.categorie,
        s.aanbieder,
        s.wijk_code,
        s.ingediend,
        s.toegekend,
        s.in_behandeling,
        s.regels
    FROM uitgave_maand AS s
    SEMI JOIN verschil AS v
        ON
            s.maand = v.maand AND s.wet = v.wet AND s.taakveld = v.taakveld
            AND s.categorie = v.categorie AND s.aanbieder = v.aanbieder
            AND s.wijk_code = v.wijk_code
),

samen AS (
    SELECT v.*
    FROM verschil AS v
    UNION ALL
    SELECT s.*
    FROM stand AS s
)

SELECT
    d.maand::DATE AS maand,
    d.wet::VARCHAR AS wet,
    d.taakveld::VARCHAR AS taakveld,
    d.categorie::VARCHAR AS categorie,
    d.aanbieder::VARCHAR AS aanbieder,
    d.wijk_code::VARCHAR AS wijk_code,
    sum(d.teken * d.ingediend)::BIGINT AS ingediend,
    sum(d.teken * d.toegekend)::BIGINT AS toegekend,
    sum(d.teken * d.in_behandeling)::BIGINT AS in_behandeling,
    sum(d.teken * d.regels)::BIGINT AS regels
FROM samen AS d
GROUP BY d.maand, d.wet, d.taakveld, d.categorie, d.aanbieder, d.wijk_code
ORDER BY d.maand, d.wet, d.taakveld, d.categorie, d.aanbieder, d.wijk_code
