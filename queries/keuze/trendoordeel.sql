-- Which rule of Western Electric a month breaks, of those that the gemeente follows. Each bound is
-- one of chance, not of a number of deviations, so that it is one for small numbers too; rules 2
-- and 3 ask that the month itself lies outside, or nothing would be new.
--
-- params
--   van         DATE      as in keuze/trendpunt.sql, here and below
--   tot         DATE
--   wat         VARCHAR
-- columns
--   reeks       VARCHAR
--   maand       DATE
--   aantal      BIGINT
--   noemer      BIGINT?
--   gewoon      DOUBLE
--   kans        DOUBLE    of a month so far from usual, on its own side
--   kant        INTEGER   1 above usual, -1 below it
--   onder       BIGINT?
--   boven       BIGINT?
--   regel       INTEGER?  the first rule that it breaks; NULL: none, so nothing is new
-- grain: reeks, maand
WITH naar_kant AS (
    SELECT
        p.*,
        k.kant,
        CASE k.kant WHEN 1 THEN p.hoog ELSE p.laag END AS kans
    FROM trendpunt($van, $tot, $wat) AS p
    CROSS JOIN (VALUES (1), (-1)) AS k (kant)
),

-- As rare on one side as no, one, two or three standard deviations of a normal distribution.
afstand AS (
    SELECT
        n.*,
        (n.kans <= 0.5)::INTEGER
        + (n.kans <= 0.15865525393145707)::INTEGER
        + (n.kans <= 0.022750131948179195)::INTEGER
        + (n.kans <= 0.0013498980316300933)::INTEGER AS ver
    FROM naar_kant AS n
),

naast AS (
    SELECT
        a.*,
        [
            a.ver = 4,
            a.ver >= 3 AND count(*) FILTER (WHERE a.ver >= 3) OVER drie >= 2,
            a.ver >= 2 AND count(*) FILTER (WHERE a.ver >= 2) OVER vijf >= 4,
            count(*) FILTER (WHERE a.ver >= 1) OVER acht = 8
        ] AS gebroken
    FROM afstand AS a
    WINDOW
        drie AS (
            PARTITION BY a.reeks, a.kant ORDER BY a.maand
            ROWS BETWEEN 2 PRECEDING AND CURRENT ROW
        ),
        vijf AS (
            PARTITION BY a.reeks, a.kant ORDER BY a.maand
            ROWS BETWEEN 4 PRECEDING AND CURRENT ROW
        ),
        acht AS (
            PARTITION BY a.reeks, a.kant ORDER BY a.maand
            ROWS BETWEEN 7 PRECEDING AND CURRENT ROW
        )
)

SELECT
    n.reeks::VARCHAR AS reeks,
    n.maand::DATE AS maand,
    n.aantal::BIGINT AS aantal,
    n.noemer::BIGINT AS noemer,
    n.gewoon::DOUBLE AS gewoon,
    n.kans::DOUBLE AS kans,
    n.kant::INTEGER AS kant,
    n.onder::BIGINT AS onder,
    n.boven::BIGINT AS boven,
    (
        SELECT min(r.regel) FROM trendregel AS r WHERE n.gebroken[r.regel]
    )::INTEGER AS regel
FROM naast AS n
WHERE n.kant = CASE WHEN n.hoog < n.laag THEN 1 ELSE -1 END
