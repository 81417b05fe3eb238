-- Every day with how many working days there were up to and including it: the difference of two
-- days is the number of working days after the first, up to and including the second. No working
-- days are Saturday, Sunday and the days of article 3 of the Algemene termijnenwet: 1 January, Good
-- Friday (lid 2), Easter Monday, the King's birthday, 5 May, Ascension, Whit Monday and Christmas.
--
-- columns
--   dag         DATE
--   werkdagen   BIGINT    since 2010
-- grain: dag
WITH jaren AS (
    SELECT j.jaar::INTEGER AS jaar FROM range(2010, 2050) AS j (jaar)
),

-- Gauss, for the years 1900 to 2099.
maan AS (
    SELECT
        j.jaar,
        (19 * (j.jaar % 19) + 24) % 30 AS volle,
        j.jaar % 19 AS gulden
    FROM jaren AS j
),

zondag AS (
    SELECT
        m.*,
        (2 * (m.jaar % 4) + 4 * (m.jaar % 7) + 6 * m.volle + 5) % 7 AS verder
    FROM maan AS m
),

pasen AS (
    SELECT
        z.jaar,
        make_date(z.jaar, 3, 22) + (
            z.volle + z.verder - CASE
                WHEN z.verder = 6 AND (z.volle = 29 OR (z.volle = 28 AND z.gulden > 10)) THEN 7
                ELSE 0
            END
        )::INTEGER AS dag,
        -- Until 2013 the Queen's.
        CASE
            WHEN z.jaar < 2014 THEN make_date(z.jaar, 4, 30)
            ELSE make_date(z.jaar, 4, 27)
        END AS koning
    FROM zondag AS z
),

vrij AS (
    SELECT DISTINCT
        unnest([
            p.dag - 2, p.dag + 1, p.dag + 39, p.dag + 50,
            make_date(p.jaar, 1, 1), make_date(p.jaar, 5, 5),
            make_date(p.jaar, 12, 25), make_date(p.jaar, 12, 26),
            -- On the day before when it falls on a Sunday.
            p.koning - (isodow(p.koning) = 7)::INTEGER
        ]) AS dag
    FROM pasen AS p
),

dagen AS (
    SELECT DATE '2010-01-01' + n.nummer::INTEGER AS dag
    FROM range(DATE '2050-01-01' - DATE '2010-01-01') AS n (nummer)
)

SELECT
    d.dag::DATE AS dag,
    -- Row by row: in one pass over the days.
    (
        sum((isodow(d.dag) < 6 AND v.dag IS NULL)::INTEGER)
            OVER (ORDER BY d.dag ROWS UNBOUNDED PRECEDING)
    )::BIGINT AS werkdagen
FROM dagen AS d
LEFT JOIN vrij AS v ON d.dag = v.dag
