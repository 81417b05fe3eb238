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
WITH maanden AS (
    SELECT unnest(generate_series(
        make_date($jaar::INTEGER, 1, 1), make_date($jaar::INTEGER, 12, 1), INTERVAL 1 MONTH
    ))::DATE AS maand
),

-- A volume in total or a budget without an end is meant for a year.
begrensd AS (
    SELECT
        t.*,
        t.volume IS NULL OR t.frequentie = '6' AS ineens,
        coalesce(t.einddatum, t.ingangsdatum + 364) AS laatste_dag
    FROM toewijzing AS t
),

loopt AS (
    SELECT
        b.wet,
        b.toewijzing_nummer,
        m.maand,
        min(greatest(m.maand, i.van)) AS eerste_dag,
        sum(
            least(last_day(m.maand), i.tot, CASE WHEN b.ineens THEN b.laatste_dag END)
            - greatest(m.maand, i.van) + 1
        ) AS dagen
    FROM begrensd AS b
    INNER JOIN inzet AS i ON b.wet = i.wet AND b.toewijzing_nummer = i.toewijzing_nummer
    INNER JOIN maanden AS m ON i.van <= last_day(m.maand) AND i.tot >= m.maand
    WHERE NOT b.ineens OR b.laatste_dag >= greatest(m.maand, i.van)
    GROUP BY b.wet, b.toewijzing_nummer, m.maand
),

-- The price of an aanbieder goes before one of all, and a newer one before an older one.
afgesproken AS (
    SELECT
        l.wet,
        l.toewijzing_nummer,
        l.maand,
        arg_max(p.tarief, (p.agb_code IS NOT NULL, p.van, p.tarief)) AS tarief
    FROM loopt AS l
    INNER JOIN toewijzing AS t
        ON l.wet = t.wet AND l.toewijzing_nummer = t.toewijzing_nummer
    INNER JOIN tarief AS p
        ON
            t.wet = p.wet AND t.productcode = p.productcode AND t.eenheid = p.eenheid
            AND t.aanbieder = coalesce(p.agb_code, t.aanbieder)
            AND l.eerste_dag BETWEEN p.van AND coalesce(p.tot, l.eerste_dag)
    GROUP BY l.wet, l.toewijzing_nummer, l.maand
)

SELECT
    l.wet::VARCHAR AS wet,
    l.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    l.maand::DATE AS maand,
    l.dagen::BIGINT AS dagen,
    CASE
        WHEN b.ineens THEN b.laatste_dag - b.ingangsdatum + 1
        WHEN b.frequentie = '2' THEN 7
        WHEN b.frequentie = '4' THEN day(last_day(l.maand))
        ELSE 1
    END::BIGINT AS per_dagen,
    coalesce(b.volume, b.budget)::BIGINT AS volume,
    -- A volume in the unit euro is in eurocents (IV042), as a budget is.
    CASE
        WHEN b.eenheid <> '83' THEN coalesce(a.tarief * 100, e.cent)
        WHEN coalesce(b.volume, b.budget) IS NOT NULL THEN 1
    END::BIGINT AS cent,
    CASE WHEN b.eenheid <> '83' AND a.tarief IS NULL THEN e.stuks ELSE 1 END::BIGINT AS stuks,
    CASE
        WHEN b.volume IS NULL THEN greatest(b.budget - coalesce(e.besteed, 0), 0)
        WHEN b.ineens THEN greatest(b.volume - coalesce(e.geleverd, 0), 0)
    END::BIGINT AS rest
FROM loopt AS l
INNER JOIN begrensd AS b ON l.wet = b.wet AND l.toewijzing_nummer = b.toewijzing_nummer
LEFT JOIN gebruikt($jaar) AS e ON l.wet = e.wet AND l.toewijzing_nummer = e.toewijzing_nummer
LEFT JOIN afgesproken AS a
    ON l.wet = a.wet AND l.toewijzing_nummer = a.toewijzing_nummer AND l.maand = a.maand
WHERE coalesce(e.maanden, 0) & (1 << (month(l.maand) - 1)) = 0
