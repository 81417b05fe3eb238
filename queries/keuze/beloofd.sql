-- A month of the year in which a toewijzing runs and of which no line stands yet: how many days it
-- runs, over how many days its volume is meant, and what its units cost.
--
-- params
--   jaar                INTEGER   calendar year of delivery
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   maand               DATE      first day
--   dagen               BIGINT    on which it runs
--   per_dagen           BIGINT    the days that its volume or budget is for
--   volume              BIGINT?   units for so many days; of a budget these are eurocents
--   cent                BIGINT?   what so many units cost, in eurocents; NULL when nobody knows
--   stuks               BIGINT?   the units that cost so much
--   rest                BIGINT?   units that are left of a volume in total or of a budget
-- grain: wet, toewijzing_nummer, maand
WITH staat AS MATERIALIZED (
    SELECT o.* FROM openstaand($jaar) AS o
),

per_jaar AS (
    SELECT
        u.wet,
        u.toewijzing_nummer,
        u.jaar,
        sum(u.toegekend + u.in_behandeling) AS besteed,
        sum(u.volume) AS stuks,
        sum(u.volume_bedrag) AS cent
    FROM uitgave_jaar AS u
    SEMI JOIN staat AS s
        ON
            u.wet = s.wet AND u.toewijzing_nummer = s.toewijzing_nummer
            AND u.aanbieder = s.aanbieder AND (s.ineens OR s.cent IS NULL)
    WHERE u.jaar <= $jaar::INTEGER
    GROUP BY u.wet, u.toewijzing_nummer, u.jaar
),

-- What its lines say of it, without what was rejected; the price of the newest year that tells one.
gebruikt AS (
    SELECT
        p.wet,
        p.toewijzing_nummer,
        sum(p.besteed) AS besteed,
        sum(p.stuks) AS geleverd,
        arg_max(p.cent, p.jaar) FILTER (WHERE p.cent > 0 AND p.stuks > 0) AS cent,
        arg_max(p.stuks, p.jaar) FILTER (WHERE p.cent > 0 AND p.stuks > 0) AS stuks
    FROM per_jaar AS p
    GROUP BY p.wet, p.toewijzing_nummer
)

SELECT
    s.wet::VARCHAR AS wet,
    s.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    s.maand::DATE AS maand,
    s.dagen::BIGINT AS dagen,
    CASE
        WHEN s.ineens THEN s.alle_dagen
        WHEN s.frequentie = '2' THEN 7
        WHEN s.frequentie = '4' THEN day(last_day(s.maand))
        ELSE 1
    END::BIGINT AS per_dagen,
    coalesce(s.volume, s.budget)::BIGINT AS volume,
    -- A volume in the unit euro is in eurocents (IV042), as a budget is.
    CASE
        WHEN s.eenheid <> '83' THEN coalesce(s.cent, g.cent)
        WHEN coalesce(s.volume, s.budget) IS NOT NULL THEN 1
    END::BIGINT AS cent,
    CASE WHEN s.eenheid <> '83' AND s.cent IS NULL THEN g.stuks ELSE 1 END::BIGINT AS stuks,
    CASE
        WHEN s.volume IS NULL THEN greatest(s.budget - coalesce(g.besteed, 0), 0)
        WHEN s.ineens THEN greatest(s.volume - coalesce(g.geleverd, 0), 0)
    END::BIGINT AS rest
FROM staat AS s
LEFT JOIN gebruikt AS g ON s.wet = g.wet AND s.toewijzing_nummer = g.toewijzing_nummer
