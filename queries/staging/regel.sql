-- Lines on which deliveries have a bearing: their own, those that a credit points at or that point
-- at a new line, those of a touched declaratie or toewijzing, of a person who moved house or of a
-- product with another tariff, and with any of these the other lines of the same toewijzing and
-- period, the other credits of the same line, and the other lines of a toewijzing of a volume in
-- total or of a budget, which all its lines together may not exceed. A line that is touched in vain
-- comes out as it was.
--
-- params
--   van       INTEGER    first delivery number
--   tot       INTEGER    last delivery number
-- columns
--   sleutel   UBIGINT    of the line
-- grain: sleutel
WITH nieuw AS (
    SELECT DISTINCT p.sleutel
    FROM prestatie AS p
    WHERE p.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
),

zelf AS (
    SELECT n.sleutel
    FROM nieuw AS n
    UNION
    SELECT p.sleutel
    FROM prestatie AS p
    SEMI JOIN nieuw AS n ON p.vorige_sleutel = n.sleutel
    UNION
    SELECT p.sleutel
    FROM prestatie AS p
    SEMI JOIN raakt_kop AS d ON p.levering_nr = d.levering_nr
    UNION
    SELECT g.sleutel
    FROM regel AS g
    SEMI JOIN raakt_toewijzing AS t ON g.toewijzing_nummer = t.toewijzing_nummer
    UNION
    SELECT g.sleutel
    FROM regel AS g
    SEMI JOIN raakt_verhuisd AS v ON g.client_id = v.client_id
    UNION
    SELECT g.sleutel
    FROM regel AS g
    SEMI JOIN tarief_regel AS p
        ON
            g.wet = p.wet AND g.productcode = p.productcode AND g.eenheid = p.eenheid
            AND p.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
),

geraakt AS (
    SELECT z.sleutel
    FROM zelf AS z
    UNION
    SELECT g.sleutel
    FROM regel AS g
    SEMI JOIN (
        SELECT
            p.toewijzing_nummer,
            p.begin
        FROM prestatie AS p
        SEMI JOIN zelf AS z ON p.sleutel = z.sleutel
    ) AS p ON g.toewijzing_nummer = p.toewijzing_nummer AND g.begin = p.begin
),

gecrediteerd AS (
    SELECT DISTINCT p.vorige_sleutel
    FROM prestatie AS p
    SEMI JOIN geraakt AS r ON p.sleutel = r.sleutel
    WHERE p.vorige_sleutel IS NOT NULL
),

begrensd AS (
    SELECT DISTINCT w.toewijzing_nummer
    FROM toewijzing AS w
    SEMI JOIN (
        SELECT p.toewijzing_nummer
        FROM prestatie AS p
        SEMI JOIN geraakt AS r ON p.sleutel = r.sleutel
    ) AS p ON w.toewijzing_nummer = p.toewijzing_nummer
    WHERE w.frequentie = '6' OR w.budget IS NOT NULL
)

SELECT r.sleutel::UBIGINT AS sleutel
FROM geraakt AS r
UNION
SELECT p.sleutel::UBIGINT AS sleutel
FROM prestatie AS p
SEMI JOIN gecrediteerd AS c ON p.vorige_sleutel = c.vorige_sleutel
UNION
SELECT g.sleutel::UBIGINT AS sleutel
FROM regel AS g
SEMI JOIN begrensd AS b ON g.toewijzing_nummer = b.toewijzing_nummer
ORDER BY sleutel
