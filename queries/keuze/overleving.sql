-- Which part of such stretches lasts longer than so many days: Kaplan and Meier's estimate, in
-- which what still goes on counts as long as it is known, with Greenwood's sum for its variance.
--
-- params
--   soort        VARCHAR    as in keuze/termijn.sql, here and below
--   van          DATE
--   tot          DATE
--   wet          VARCHAR?
--   product      VARCHAR?
--   aanbieder    VARCHAR?
--   indeling     VARCHAR
--   aantal       INTEGER    so many groups, the largest
-- columns
--   groep        VARCHAR
--   dagen        INTEGER    a day on which one ends, or is no longer known
--   risico       BIGINT     how many last so long, this day included
--   clienten     BIGINT     whose these are
--   risico_na    BIGINT     how many are left after this day
--   clienten_na  BIGINT
--   overleving   DOUBLE     the part that lasts longer
--   greenwood    DOUBLE?    the variance divided by the square of that part; NULL: undefined
-- grain: groep, dagen
WITH alle AS MATERIALIZED (
    SELECT
        t.groep,
        t.client_id,
        t.dagen,
        t.gebeurd
    FROM termijn($soort, $van, $tot, $wet, $product, $aanbieder, $indeling) AS t
    WHERE t.hoe = 'gemeten'
),

grootste AS (
    SELECT a.groep
    FROM alle AS a
    GROUP BY a.groep
    ORDER BY count(*) DESC, a.groep ASC
    LIMIT $aantal::INTEGER
),

gemeten AS MATERIALIZED (
    SELECT a.*
    FROM alle AS a
    SEMI JOIN grootste AS g ON a.groep = g.groep
),

per_dag AS (
    SELECT
        g.groep,
        g.dagen,
        count(*) AS aantal,
        count(*) FILTER (WHERE g.gebeurd) AS gebeurd
    FROM gemeten AS g
    GROUP BY g.groep, g.dagen
),

-- A person counts until the end of the longest.
langste AS (
    SELECT
        l.groep,
        l.dagen,
        count(*) AS clienten
    FROM (
        SELECT
            g.groep,
            g.client_id,
            max(g.dagen) AS dagen
        FROM gemeten AS g
        GROUP BY g.groep, g.client_id
    ) AS l
    GROUP BY l.groep, l.dagen
),

risico AS (
    SELECT
        p.*,
        coalesce(l.clienten, 0) AS weg,
        sum(p.aantal) OVER later AS risico,
        sum(coalesce(l.clienten, 0)) OVER later AS clienten
    FROM per_dag AS p
    LEFT JOIN langste AS l ON p.groep = l.groep AND p.dagen = l.dagen
    WINDOW later AS (PARTITION BY p.groep ORDER BY p.dagen DESC)
)

SELECT
    r.groep::VARCHAR AS groep,
    r.dagen::INTEGER AS dagen,
    r.risico::BIGINT AS risico,
    r.clienten::BIGINT AS clienten,
    (r.risico - r.aantal)::BIGINT AS risico_na,
    (r.clienten - r.weg)::BIGINT AS clienten_na,
    (product(1 - r.gebeurd / r.risico) OVER tot_hier)::DOUBLE AS overleving,
    (
        sum(r.gebeurd / (r.risico * greatest(r.risico - r.gebeurd, 1))) OVER tot_hier
        / nullif((min(r.risico - r.gebeurd) OVER tot_hier > 0)::INTEGER, 0)
    )::DOUBLE AS greenwood
FROM risico AS r
WINDOW tot_hier AS (PARTITION BY r.groep ORDER BY r.dagen)
