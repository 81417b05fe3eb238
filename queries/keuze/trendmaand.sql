-- People counted month by month: all of them, and by what they have, where they live and who sent
-- them.
--
-- params
--   van         DATE      as in keuze/trendmens.sql, here and below
--   tot         DATE
--   wat         VARCHAR   onderwerp, or one series of it: onderwerp/snede/lid
-- columns
--   onderwerp   VARCHAR   instroom; or terug, plan or wacht, which are a part of noemer
--   snede       VARCHAR   totaal, product, team, wijk or verwijzer
--   lid         VARCHAR   the member, or totaal
--   maand       DATE      first day
--   aantal      BIGINT    persons
--   noemer      BIGINT?   persons
-- grain: onderwerp, snede, lid, maand
WITH per_lid AS (
    SELECT
        a.eerste,
        a.laatste,
        date_trunc('month', a.dag)::DATE AS maand,
        a.client_id,
        a.deel,
        unnest(['totaal', 'product', 'team', 'wijk', 'verwijzer']) AS snede,
        unnest(['totaal', a.product, t.team, a.wijk_code, a.verwijzer]) AS lid
    FROM trendmens($van, $tot, $wat) AS a
    LEFT JOIN team AS t ON a.wijk_code = t.wijk_code AND a.dag BETWEEN t.van AND t.tot
),

per_mens AS (
    SELECT
        p.snede,
        p.lid,
        p.maand,
        min(p.eerste) AS eerste,
        max(p.laatste) AS laatste,
        bool_or(p.deel) AS deel
    FROM per_lid AS p
    WHERE
        p.lid <> 'onbekend'
        AND (
            NOT contains($wat::VARCHAR, '/')
            OR (
                p.snede = split_part($wat::VARCHAR, '/', 2)
                AND p.lid = split_part($wat::VARCHAR, '/', 3)
            )
        )
    GROUP BY p.snede, p.lid, p.maand, p.client_id
),

telling AS MATERIALIZED (
    SELECT
        p.snede,
        p.lid,
        p.maand,
        min(p.eerste) AS eerste,
        max(p.laatste) AS laatste,
        count(*) AS mensen,
        count(*) FILTER (WHERE p.deel) AS deel
    FROM per_mens AS p
    GROUP BY p.snede, p.lid, p.maand
),

-- A month in which nobody came counts as well; a part of nobody is no part.
raster AS (
    SELECT
        t.snede,
        t.lid,
        unnest(generate_series(min(t.eerste), max(t.laatste), INTERVAL 1 MONTH))::DATE AS maand
    FROM telling AS t
    WHERE split_part($wat::VARCHAR, '/', 1) = 'instroom'
    GROUP BY t.snede, t.lid
)

SELECT
    split_part($wat::VARCHAR, '/', 1)::VARCHAR AS onderwerp,
    r.snede::VARCHAR AS snede,
    r.lid::VARCHAR AS lid,
    r.maand::DATE AS maand,
    coalesce(t.mensen, 0)::BIGINT AS aantal,
    NULL::BIGINT AS noemer
FROM raster AS r
LEFT JOIN telling AS t ON r.snede = t.snede AND r.lid = t.lid AND r.maand = t.maand
UNION ALL
SELECT
    split_part($wat::VARCHAR, '/', 1)::VARCHAR AS onderwerp,
    t.snede::VARCHAR AS snede,
    t.lid::VARCHAR AS lid,
    t.maand::DATE AS maand,
    t.deel::BIGINT AS aantal,
    t.mensen::BIGINT AS noemer
FROM telling AS t
WHERE split_part($wat::VARCHAR, '/', 1) <> 'instroom'
