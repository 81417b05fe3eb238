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
    SELECT DISTINCT
        m.maand,
        i.wet,
        i.toewijzing_nummer
    FROM maanden AS m
    INNER JOIN inzet AS i ON m.maand <= i.tot AND last_day(m.maand) >= i.van
),

gedeclareerd AS (
    SELECT DISTINCT
        r.maand,
        r.wet,
        r.toewijzing_nummer
    FROM regel AS r
    WHERE r.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
)

SELECT
    t.maand::DATE AS maand,
    t.wet::VARCHAR AS wet,
    count(*)::BIGINT AS toewijzingen,
    count(g.toewijzing_nummer)::BIGINT AS gedeclareerd,
    (count(g.toewijzing_nummer) / count(*))::DOUBLE AS aandeel
FROM toegewezen AS t
LEFT JOIN gedeclareerd AS g
    ON t.maand = g.maand AND t.wet = g.wet AND t.toewijzing_nummer = g.toewijzing_nummer
GROUP BY t.maand, t.wet
ORDER BY t.maand, t.wet
