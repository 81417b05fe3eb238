-- The households and casussen with a problem on a day, by the leefgebieden that they have together;
-- each has one combination.
--
-- params
--   peildatum     DATE
-- columns
--   combinatie    VARCHAR  the leefgebieden with a plus between them: geld + wonen
--   huishoudens   BIGINT   persons, as households or casussen
--   samen         BIGINT   persons, as households or casussen, with any combination
--   aandeel       DOUBLE?  share of huishoudens in samen
-- grain: combinatie
WITH geval AS (
    SELECT
        p.geval,
        array_to_string(list_sort(list(p.leefgebied)), ' + ') AS combinatie
    FROM probleem($peildatum) AS p
    GROUP BY p.geval
)

SELECT
    g.combinatie::VARCHAR AS combinatie,
    count(*)::BIGINT AS huishoudens,
    sum(count(*)) OVER ()::BIGINT AS samen,
    (count(*) / sum(count(*)) OVER ())::DOUBLE AS aandeel
FROM geval AS g
GROUP BY g.combinatie
ORDER BY huishoudens DESC, g.combinatie ASC
