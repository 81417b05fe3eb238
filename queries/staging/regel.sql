-- Lines on which deliveries have a bearing: their own, those that a credit points at or that point
-- at a new line, and those of a touched declaratie or toewijzing.
--
-- params
--   van                INTEGER    first delivery number
--   tot                INTEGER    last delivery number
-- columns
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   referentienummer   VARCHAR
-- grain: wet, aanbieder, referentienummer
WITH nieuw AS (
    SELECT
        p.wet,
        p.aanbieder,
        p.referentienummer
    FROM prestatie AS p
    WHERE p.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
)

SELECT
    n.wet::VARCHAR AS wet,
    n.aanbieder::VARCHAR AS aanbieder,
    n.referentienummer::VARCHAR AS referentienummer
FROM nieuw AS n
UNION
SELECT
    p.wet::VARCHAR AS wet,
    p.aanbieder::VARCHAR AS aanbieder,
    p.referentienummer::VARCHAR AS referentienummer
FROM prestatie AS p
SEMI JOIN nieuw AS n
    ON
        p.wet = n.wet AND p.aanbieder = n.aanbieder
        AND p.vorig_referentienummer = n.referentienummer
UNION
SELECT
    p.wet::VARCHAR AS wet,
    p.aanbieder::VARCHAR AS aanbieder,
    p.referentienummer::VARCHAR AS referentienummer
FROM prestatie AS p
SEMI JOIN raakt_declaratie AS d
    ON p.wet = d.wet AND p.aanbieder = d.aanbieder AND p.declaratienummer = d.declaratienummer
UNION
SELECT
    p.wet::VARCHAR AS wet,
    p.aanbieder::VARCHAR AS aanbieder,
    p.referentienummer::VARCHAR AS referentienummer
FROM prestatie AS p
SEMI JOIN raakt_toewijzing AS t
    ON p.wet = t.wet AND p.toewijzing_nummer = t.toewijzing_nummer
ORDER BY wet, aanbieder, referentienummer
