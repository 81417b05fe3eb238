-- Where a year ends for each wet and each taakveld, beside its budget, within a selection.
--
-- params
--   jaar       INTEGER         calendar year of delivery
--   wet        VARCHAR?        NULL selects all, here and below
--   domein     VARCHAR?        a taakveld
--   gezegd     VARCHAR         what the forecast says of each: see prognose/zeggen.py
-- columns
--   wet        VARCHAR
--   taakveld   VARCHAR         alles for the wet as a whole
--   naam       VARCHAR
--   clienten   BIGINT?         persons; of the year before while nobody has care in this one
--   laag       DECIMAL(18,2)?  money of clienten; P10
--   midden     DECIMAL(18,2)?  money of clienten; P50
--   hoog       DECIMAL(18,2)?  money of clienten; P90
--   begroot    DECIMAL(18,2)?  of a wet: of the taakvelden of which lines are forecast
--   afwijking  DECIMAL(18,2)?  money of clienten; midden less begroot
--   gunstig    VARCHAR?        money of clienten; V when that is below zero, N when above
--   kans       DOUBLE?         money of clienten; chance that the year ends above begroot
--   reden      VARCHAR?        in Dutch, why there is no midden or no band
-- grain: wet, taakveld
WITH persoon AS (
    SELECT
        p.wet,
        p.taakveld,
        count(DISTINCT p.client_id) FILTER (WHERE p.jaar = $jaar::INTEGER) AS nu,
        count(DISTINCT p.client_id) AS ooit
    FROM per_post($wet, $domein) AS p
    WHERE p.jaar BETWEEN $jaar::INTEGER - 1 AND $jaar::INTEGER
    GROUP BY GROUPING SETS ((p.wet, p.taakveld), (p.wet))
),

begroot AS (
    SELECT
        b.wet,
        b.boekveld AS taakveld,
        sum(b.lasten) AS lasten
    FROM begroting AS b
    INNER JOIN gezegd($gezegd) AS g ON b.wet = g.wet AND b.boekveld = g.taakveld
    WHERE b.jaar = $jaar::INTEGER
    GROUP BY GROUPING SETS ((b.wet, b.boekveld), (b.wet))
),

kans AS (
    SELECT
        d.wet,
        d.taakveld,
        avg((d.waarde > b.lasten)::INTEGER) AS deel
    FROM (
        SELECT
            g.wet,
            g.taakveld,
            unnest(g.percentielen) AS waarde
        FROM gezegd($gezegd) AS g
    ) AS d
    INNER JOIN begroot AS b ON d.wet = b.wet AND d.taakveld IS NOT DISTINCT FROM b.taakveld
    GROUP BY d.wet, d.taakveld
)

SELECT
    g.wet::VARCHAR AS wet,
    coalesce(g.taakveld, 'alles')::VARCHAR AS taakveld,
    coalesce(v.naam, g.taakveld, 'Alle taakvelden samen')::VARCHAR AS naam,
    nullif(CASE p.nu WHEN 0 THEN p.ooit ELSE p.nu END, 0)::BIGINT AS clienten,
    g.laag::DECIMAL(18, 2) AS laag,
    g.midden::DECIMAL(18, 2) AS midden,
    g.hoog::DECIMAL(18, 2) AS hoog,
    b.lasten::DECIMAL(18, 2) AS begroot,
    (g.midden::DECIMAL(18, 2) - b.lasten)::DECIMAL(18, 2) AS afwijking,
    CASE WHEN g.midden > b.lasten THEN 'N' WHEN g.midden <= b.lasten THEN 'V' END AS gunstig,
    k.deel::DOUBLE AS kans,
    g.reden::VARCHAR AS reden
FROM gezegd($gezegd) AS g
LEFT JOIN persoon AS p ON g.wet = p.wet AND g.taakveld IS NOT DISTINCT FROM p.taakveld
LEFT JOIN begroot AS b ON g.wet = b.wet AND g.taakveld IS NOT DISTINCT FROM b.taakveld
LEFT JOIN kans AS k ON g.wet = k.wet AND g.taakveld IS NOT DISTINCT FROM k.taakveld
LEFT JOIN taakveld AS v ON g.taakveld = v.taakveld
ORDER BY wet ASC, g.taakveld ASC NULLS FIRST
