-- The households and casussen with a problem on a day, by the number of their leefgebieden.
--
-- params
--   peildatum     DATE
-- columns
--   aantal        INTEGER  leefgebieden; 4 is four or more
--   huishoudens   BIGINT   persons, as households or casussen
--   samen         BIGINT   persons, as households or casussen, with any problem
--   aandeel       DOUBLE?  share of huishoudens in samen
-- grain: aantal
WITH geval AS (
    SELECT
        p.geval,
        least(count(*), 4) AS aantal
    FROM probleem($peildatum) AS p
    GROUP BY p.geval
)

SELECT
    g.aantal::INTEGER AS aantal,
    count(*)::BIGINT AS huishoudens,
    sum(count(*)) OVER ()::BIGINT AS samen,
    (count(*) / sum(count(*)) OVER ())::DOUBLE AS aandeel
FROM geval AS g
GROUP BY g.aantal
ORDER BY g.aantal
