-- A toewijzing that ended in a year: when, and whether that was early, by the reason of the stop.
-- The last thirty days are left out, in which a next one can still follow.
--
-- params
--   jaar                INTEGER   calendar year in which they ended
--   peildatum           DATE      what is known of that day
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   van                 DATE      first day of its care
--   tot                 DATE
--   voortijdig          BOOLEAN
-- grain: wet, toewijzing_nummer
WITH geeindigd AS (
    SELECT
        i.wet,
        i.toewijzing_nummer,
        min(i.van) AS van,
        max(i.tot) AS tot
    FROM inzet AS i
    SEMI JOIN inzet AS e
        ON
            i.wet = e.wet AND i.toewijzing_nummer = e.toewijzing_nummer
            AND e.tot BETWEEN
            make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
    GROUP BY i.wet, i.toewijzing_nummer
),

gestopt AS (
    SELECT DISTINCT
        m.wet,
        m.toewijzing_nummer
    FROM melding AS m
    WHERE
        m.soort = 'stop'
        AND CASE m.wet
            WHEN 'jw' THEN m.reden_beeindiging IN ('32', '33', '34', '35')
            WHEN 'wmo' THEN m.reden_beeindiging IN ('21', '22', '23')
        END
)

SELECT
    g.wet::VARCHAR AS wet,
    g.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    g.van::DATE AS van,
    g.tot::DATE AS tot,
    (s.wet IS NOT NULL)::BOOLEAN AS voortijdig
FROM geeindigd AS g
LEFT JOIN gestopt AS s ON g.wet = s.wet AND g.toewijzing_nummer = s.toewijzing_nummer
WHERE g.tot <= least(make_date($jaar::INTEGER, 12, 31), $peildatum::DATE - 30)
