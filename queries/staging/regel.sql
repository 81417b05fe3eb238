-- Lines on which deliveries have a bearing: their own, those that a credit points at or that point
-- at a new line, those of a touched declaratie or toewijzing, and with any of these the other lines
-- of a toewijzing of a volume in total, which all its lines together may not exceed.
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
),

geraakt AS (
    SELECT
        n.wet,
        n.aanbieder,
        n.referentienummer
    FROM nieuw AS n
    UNION
    SELECT
        p.wet,
        p.aanbieder,
        p.referentienummer
    FROM prestatie AS p
    SEMI JOIN nieuw AS n
        ON
            p.wet = n.wet AND p.aanbieder = n.aanbieder
            AND p.vorig_referentienummer = n.referentienummer
    UNION
    SELECT
        p.wet,
        p.aanbieder,
        p.referentienummer
    FROM prestatie AS p
    SEMI JOIN raakt_declaratie AS d
        ON p.wet = d.wet AND p.aanbieder = d.aanbieder AND p.declaratienummer = d.declaratienummer
    UNION
    SELECT
        p.wet,
        p.aanbieder,
        p.referentienummer
    FROM prestatie AS p
    SEMI JOIN raakt_toewijzing AS t
        ON p.wet = t.wet AND p.toewijzing_nummer = t.toewijzing_nummer
),

begrensd AS (
    SELECT
        w.wet,
        w.aanbieder,
        w.toewijzing_nummer
    FROM toewijzing AS w
    SEMI JOIN (
        SELECT
            p.wet,
            p.aanbieder,
            p.toewijzing_nummer
        FROM prestatie AS p
        SEMI JOIN geraakt AS r
            ON
                p.wet = r.wet AND p.aanbieder = r.aanbieder
                AND p.referentienummer = r.referentienummer
    ) AS p
        ON
            w.wet = p.wet AND w.aanbieder = p.aanbieder
            AND w.toewijzing_nummer = p.toewijzing_nummer
    WHERE w.frequentie = '6'
)

SELECT
    r.wet::VARCHAR AS wet,
    r.aanbieder::VARCHAR AS aanbieder,
    r.referentienummer::VARCHAR AS referentienummer
FROM geraakt AS r
UNION
SELECT
    p.wet::VARCHAR AS wet,
    p.aanbieder::VARCHAR AS aanbieder,
    p.referentienummer::VARCHAR AS referentienummer
FROM prestatie AS p
SEMI JOIN begrensd AS b
    ON
        p.wet = b.wet AND p.aanbieder = b.aanbieder
        AND p.toewijzing_nummer = b.toewijzing_nummer
ORDER BY wet, aanbieder, referentienummer
