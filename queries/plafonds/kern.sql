-- The plafonds of a year together, and what their aanbieders declared beside them.
--
-- params
--   jaar              INTEGER         calendar year of delivery
--   wet               VARCHAR?        NULL selects all, here and below
--   aanbieder         VARCHAR?        AGB code
-- columns
--   aantal            BIGINT          plafonds
--   plafond           DECIMAL(18,2)?  together
--   clienten          BIGINT          persons
--   ingediend         DECIMAL(18,2)   money of clienten; under a plafond
--   gebruikt          DECIMAL(18,2)   money of clienten; of that what was not rejected
--   ingediend_buiten  DECIMAL(18,2)   money of clienten; of these aanbieders, under no plafond
-- grain: one row
WITH gekozen AS MATERIALIZED (
    SELECT p.*
    FROM plafondjaar($jaar) AS p
    WHERE
        ($wet::VARCHAR IS NULL OR p.wet = $wet::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR p.aanbieder = $aanbieder::VARCHAR)
),

gebruik AS (
    SELECT
        count(DISTINCT u.client_id) AS clienten,
        coalesce(sum(u.ingediend), 0) AS ingediend,
        coalesce(sum(u.toegekend + u.in_behandeling), 0) AS gebruikt
    FROM plafondgebruik($jaar) AS u
    SEMI JOIN gekozen AS g ON u.code = g.code
),

alles AS (
    SELECT coalesce(sum(u.ingediend), 0) AS ingediend
    FROM uitgave_maand AS u
    SEMI JOIN gekozen AS g ON u.wet = g.wet AND u.aanbieder = g.aanbieder
    WHERE u.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
)

SELECT
    (SELECT count(*) FROM gekozen)::BIGINT AS aantal,
    (SELECT sum(k.plafond) FROM gekozen AS k)::DECIMAL(18, 2) AS plafond,
    g.clienten::BIGINT AS clienten,
    (g.ingediend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (g.gebruikt::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS gebruikt,
    ((a.ingediend - g.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend_buiten
FROM gebruik AS g
CROSS JOIN alles AS a
ORDER BY clienten
