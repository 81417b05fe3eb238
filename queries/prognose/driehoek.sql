-- What a month of receipt changed in what is known of a product in a month of delivery: added up to
-- the end of a month it is what was known then, of lines that were not retracted since.
--
-- params
--   van          DATE            first day of the first month of delivery
-- columns
--   maand        DATE            first day of the month of delivery
--   ontvangen    DATE            first day of the month of receipt, of the lines or of the answer
--   wet          VARCHAR
--   categorie    VARCHAR
--   productcode  VARCHAR
--   aanbieder    VARCHAR         AGB code
--   ingediend    DECIMAL(18,2)
--   toegekend    DECIMAL(18,2)
--   afgewezen    DECIMAL(18,2)   the rest of ingediend is in behandeling
--   volume       BIGINT          of what is ingediend
-- grain: maand, ontvangen, wet, categorie, productcode, aanbieder
-- policy: exact
WITH eenmaal AS (
    SELECT
        g.wet,
        g.aanbieder,
        g.categorie,
        g.productcode,
        g.maand,
        g.status,
        l.ontvangen,
        greatest(l.ontvangen, a.ontvangen) AS beantwoord,
        sum(g.bedrag) AS bedrag,
        sum(CASE WHEN g.bedrag < 0 THEN -g.volume ELSE g.volume END) AS volume
    FROM regel AS g
    INNER JOIN ontvangmaand AS l ON g.levering_nr = l.levering_nr
    LEFT JOIN declaratie AS d
        ON
            g.wet = d.wet AND g.aanbieder = d.aanbieder
            AND g.declaratienummer = d.declaratienummer
    LEFT JOIN ontvangmaand AS a ON d.antwoord_nr = a.levering_nr
    ANTI JOIN betwist AS b
        ON
            g.wet = b.wet AND g.aanbieder = b.aanbieder
            AND g.referentienummer = b.referentienummer
    WHERE g.maand >= $van::DATE
    GROUP BY ALL
),

-- A line waits for its answer.
toestand AS (
    SELECT
        e.* EXCLUDE (status, beantwoord),
        'in_behandeling' AS status,
        CASE WHEN e.status <> 'in_behandeling' THEN e.beantwoord END AS tot
    FROM eenmaal AS e
    UNION ALL BY NAME
    SELECT
        e.* EXCLUDE (ontvangen, beantwoord),
        e.beantwoord AS ontvangen
    FROM eenmaal AS e
    WHERE e.status <> 'in_behandeling'
    UNION ALL BY NAME
    SELECT h.* EXCLUDE (referentienummer)
    FROM herzien AS h
    WHERE h.maand >= $van::DATE
),

beweging AS (
    SELECT
        t.bedrag AS cent,
        t.volume AS aantal,
        t.*
    FROM toestand AS t
    UNION ALL BY NAME
    SELECT
        -t.bedrag AS cent,
        -t.volume AS aantal,
        t.* REPLACE (t.tot AS ontvangen)
    FROM toestand AS t
    WHERE t.tot IS NOT NULL
)

SELECT
    b.maand::DATE AS maand,
    b.ontvangen::DATE AS ontvangen,
    b.wet::VARCHAR AS wet,
    b.categorie::VARCHAR AS categorie,
    b.productcode::VARCHAR AS productcode,
    b.aanbieder::VARCHAR AS aanbieder,
    (sum(b.cent)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (sum(b.cent * (b.status = 'toegekend')::INTEGER)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2)
        AS toegekend,
    (sum(b.cent * (b.status = 'afgewezen')::INTEGER)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2)
        AS afgewezen,
    sum(b.aantal)::BIGINT AS volume
FROM beweging AS b
GROUP BY ALL
ORDER BY ALL
