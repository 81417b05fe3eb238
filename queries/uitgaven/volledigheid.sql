-- How many of the toewijzingen of one wet that are active in a month were declared so far.
--
-- params
--   jaar          INTEGER  calendar year of delivery
-- columns
--   maand         DATE     first day of the month
--   wet           VARCHAR
--   toewijzingen  BIGINT   persons at most: each belongs to one
--   gedeclareerd  BIGINT   persons at most; those of toewijzingen with a line in the month
--   aandeel       DOUBLE   share of gedeclareerd in toewijzingen
-- grain: maand, wet
WITH maanden AS (
    SELECT unnest(generate_series(
        make_date($jaar::INTEGER, 1, 1), make_date($jaar::INTEGER, 12, 1), INTERVAL 1 MONTH
    ))::DATE AS maand
),

toegewezen AS (
    SELECT
        m.maand,
        i.wet,
        count(DISTINCT i.toewijzing_nummer) AS toewijzingen
    FROM maanden AS m
    INNER JOIN inzet AS i ON m.maand <= i.tot AND last_day(m.maand) >= i.van
    GROUP BY m.maand, i.wet
),

gedeclareerd AS (
    SELECT
        r.maand,
        r.wet,
        count(DISTINCT r.toewijzing_nummer) AS toewijzingen
    FROM regel AS r
    SEMI JOIN inzet AS i
        ON
            r.wet = i.wet
            AND r.toewijzing_nummer = i.toewijzing_nummer
            AND r.maand <= i.tot
            AND last_day(r.maand) >= i.van
    WHERE r.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    GROUP BY r.maand, r.wet
)

SELECT
    t.maand::DATE AS maand,
    t.wet::VARCHAR AS wet,
    t.toewijzingen::BIGINT AS toewijzingen,
    coalesce(g.toewijzingen, 0)::BIGINT AS gedeclareerd,
    (coalesce(g.toewijzingen, 0) / t.toewijzingen)::DOUBLE AS aandeel
FROM toegewezen AS t
LEFT JOIN gedeclareerd AS g ON t.maand = g.maand AND t.wet = g.wet
ORDER BY t.maand, t.wet
