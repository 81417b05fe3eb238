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

actief AS (
    SELECT
        i.wet,
        i.maand_van,
        i.maand_tot,
        count(*) AS toewijzingen
    FROM inzet AS i
    WHERE
        i.maand_van <= make_date($jaar::INTEGER, 12, 1)
        AND i.maand_tot >= make_date($jaar::INTEGER, 1, 1)
    GROUP BY i.wet, i.maand_van, i.maand_tot
),

toegewezen AS (
    SELECT
        m.maand,
        a.wet,
        sum(a.toewijzingen) AS toewijzingen
    FROM maanden AS m
    INNER JOIN actief AS a ON m.maand BETWEEN a.maand_van AND a.maand_tot
    GROUP BY m.maand, a.wet
),

-- The months with lines of the toewijzingen, as bits.
patroon AS (
    SELECT
        u.wet,
        u.maanden_gedekt,
        count(*) AS toewijzingen
    FROM uitgave_jaar AS u
    WHERE u.jaar = $jaar::INTEGER
    GROUP BY u.wet, u.maanden_gedekt
),

gedeclareerd AS (
    SELECT
        m.maand,
        p.wet,
        sum(p.toewijzingen) AS toewijzingen
    FROM maanden AS m
    INNER JOIN patroon AS p ON p.maanden_gedekt & (1 << (month(m.maand) - 1)) > 0
    GROUP BY m.maand, p.wet
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
