-- What the lines of a selection add up to, beside the amount that the page Uitgaven has for it.
--
-- params
--   jaar            INTEGER        calendar year of delivery
--   wet             VARCHAR?       NULL selects all, here and below
--   domein          VARCHAR?       a taakveld
--   product         VARCHAR?       wet and categorie, such as jw-45
--   aanbieder       VARCHAR?       AGB code
--   wijk            VARCHAR?       where the person lives now
--   team            VARCHAR?       the team of that wijk on the first day of the month
--   maand           DATE?          first day of a month of delivery
--   status          VARCHAR?       in_behandeling, toegekend or afgewezen
--   zoek            VARCHAR?       part of the number of a line or of its declaratie
-- columns
--   regels         BIGINT
--   leveringen     BIGINT          that brought them
--   bedrag         DECIMAL(18,2)   of the lines one by one
--   ingediend      DECIMAL(18,2)?  on Uitgaven, of that status; NULL where a search goes finer
--   ontvangen_op   TIMESTAMP?      UTC, of the newest of these lines
-- grain: one row
-- policy: exact
WITH lijnen AS (
    SELECT
        count(*) AS regels,
        count(DISTINCT g.levering_nr) AS leveringen,
        coalesce(sum(g.bedrag), 0) AS bedrag,
        max(g.levering_nr) AS laatste
    FROM gekozen_regel(
        $jaar, $wet, $domein, $product, $aanbieder, $wijk, $team, $maand, $status, $zoek
    ) AS g
),

uitgegeven AS (
    SELECT
        coalesce(sum(CASE $status::VARCHAR
            WHEN 'toegekend' THEN u.toegekend
            WHEN 'in_behandeling' THEN u.in_behandeling
            WHEN 'afgewezen' THEN u.ingediend - u.toegekend - u.in_behandeling
            ELSE u.ingediend
        END), 0) AS bedrag
    FROM gekozen_maand($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    WHERE
        year(u.maand) = $jaar::INTEGER
        AND ($maand::DATE IS NULL OR u.maand = $maand::DATE)
)

SELECT
    n.regels::BIGINT AS regels,
    n.leveringen::BIGINT AS leveringen,
    (n.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    CASE
        WHEN $zoek::VARCHAR IS NULL
            THEN (u.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2)
    END::DECIMAL(18, 2) AS ingediend,
    l.ontvangen_op::TIMESTAMP AS ontvangen_op
FROM lijnen AS n
CROSS JOIN uitgegeven AS u
LEFT JOIN levering AS l ON n.laatste = l.levering_nr
