-- What the lines of a toewijzing that were not rejected say of it, up to and with a year.
--
-- params
--   jaar                INTEGER   calendar year of delivery
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   maanden             INTEGER   the months of the year with lines: bit 0 is January
--   besteed             BIGINT    eurocents, of all these years
--   geleverd            BIGINT    units, the same
--   cent                BIGINT?   eurocents, in the newest year of which a price can be told
--   stuks               BIGINT?   the units that cost so much
-- grain: wet, toewijzing_nummer
WITH per_jaar AS (
    SELECT
        u.wet,
        u.toewijzing_nummer,
        u.jaar,
        bit_or(u.maanden_staand) AS maanden,
        sum(u.toegekend + u.in_behandeling) AS besteed,
        sum(u.volume) AS stuks,
        sum(u.volume_bedrag) AS cent
    FROM uitgave_jaar AS u
    INNER JOIN toewijzing AS t
        ON
            u.wet = t.wet AND u.toewijzing_nummer = t.toewijzing_nummer
            AND u.aanbieder = t.aanbieder
    WHERE u.jaar <= $jaar::INTEGER
    GROUP BY u.wet, u.toewijzing_nummer, u.jaar
)

SELECT
    p.wet::VARCHAR AS wet,
    p.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    coalesce(max(p.maanden) FILTER (WHERE p.jaar = $jaar::INTEGER), 0)::INTEGER AS maanden,
    sum(p.besteed)::BIGINT AS besteed,
    coalesce(sum(p.stuks), 0)::BIGINT AS geleverd,
    arg_max(p.cent, p.jaar) FILTER (WHERE p.cent > 0 AND p.stuks > 0)::BIGINT AS cent,
    arg_max(p.stuks, p.jaar) FILTER (WHERE p.cent > 0 AND p.stuks > 0)::BIGINT AS stuks
FROM per_jaar AS p
GROUP BY p.wet, p.toewijzing_nummer
