-- How often the huisartsen of a practice referred in a month, and whether the practice has a POH.
-- A month without a row counts as a month without referrals, since a practice that sent nobody
-- has nothing to tell.
--
-- columns
--   praktijk      VARCHAR
--   soort         VARCHAR  met, zonder, or onbekend: a POH of which nobody says since when
--   eerste        DATE?    first day of the month in which the POH began
--   laatste       DATE     first day of the last month with a POH, of who has one or had
--   maand         DATE     first day of the month
--   verwijzingen  BIGINT
--   leeg          BOOLEAN  whether the file says nothing of this month
-- grain: praktijk, maand
WITH praktijk AS (
    SELECT
        v.praktijk,
        CASE
            WHEN count(v.poh_van) > 0 THEN 'met'
            WHEN bool_or(v.poh) THEN 'onbekend'
            ELSE 'zonder'
        END AS soort,
        date_trunc('month', min(v.poh_van))::DATE AS eerste,
        coalesce(
            date_trunc('month', max_by(struct_pack(tot := v.poh_tot), v.maand).tot),
            DATE '9999-12-01'
        )::DATE AS laatste
    FROM verwijzing AS v
    GROUP BY v.praktijk
),

maanden AS (
    SELECT unnest(generate_series(min(v.maand), max(v.maand), INTERVAL 1 MONTH))::DATE AS maand
    FROM verwijzing AS v
),

geteld AS (
    SELECT
        v.praktijk,
        v.maand,
        sum(v.aantal) AS verwijzingen
    FROM verwijzing AS v
    WHERE v.verwijzer = '02'
    GROUP BY v.praktijk, v.maand
)

SELECT
    p.praktijk::VARCHAR AS praktijk,
    p.soort::VARCHAR AS soort,
    p.eerste::DATE AS eerste,
    p.laatste::DATE AS laatste,
    m.maand::DATE AS maand,
    coalesce(g.verwijzingen, 0)::BIGINT AS verwijzingen,
    (g.verwijzingen IS NULL)::BOOLEAN AS leeg
FROM praktijk AS p
CROSS JOIN maanden AS m
LEFT JOIN geteld AS g ON p.praktijk = g.praktijk AND m.maand = g.maand
