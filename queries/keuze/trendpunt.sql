-- How unusual a month is beside the months before it: the chance of so few, and of so many.
--
-- params
--   van         DATE      as in keuze/trendkans.sql, here and below
--   tot         DATE
--   wat         VARCHAR
-- columns
--   reeks       VARCHAR   onderwerp/snede/lid
--   maand       DATE
--   aantal      BIGINT
--   noemer      BIGINT?
--   gewoon      DOUBLE
--   laag        DOUBLE    the chance of so few or fewer
--   hoog        DOUBLE    the chance of so many or more
--   onder       BIGINT?   of one series: fewer than this is rule 1
--   boven       BIGINT?   of one series: more than this is rule 1
-- grain: reeks, maand
WITH opgeteld AS (
    SELECT
        k.*,
        sum(k.kans) OVER (PARTITION BY k.nr ORDER BY k.k) AS tot_hier
    FROM trendkans($van, $tot, $wat) AS k
)

SELECT
    any_value(o.reeks)::VARCHAR AS reeks,
    any_value(o.maand)::DATE AS maand,
    any_value(o.aantal)::BIGINT AS aantal,
    any_value(o.noemer)::BIGINT AS noemer,
    any_value(o.gewoon)::DOUBLE AS gewoon,
    (sum(o.kans) FILTER (WHERE o.k <= o.aantal))::DOUBLE AS laag,
    (1 - coalesce(sum(o.kans) FILTER (WHERE o.k < o.aantal), 0))::DOUBLE AS hoog,
    (min(o.k) FILTER (WHERE o.tot_hier > 0.0013498980316300933))::BIGINT AS onder,
    (min(o.k) FILTER (WHERE 1 - o.tot_hier <= 0.0013498980316300933))::BIGINT AS boven
FROM opgeteld AS o
GROUP BY o.nr
