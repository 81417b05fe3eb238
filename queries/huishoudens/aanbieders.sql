-- The households with care by messages on a day, by how many aanbieders come there.
--
-- params
--   peildatum     DATE
-- columns
--   aantal        INTEGER  aanbieders; 4 is four or more
--   huishoudens   BIGINT   persons, as households
--   samen         BIGINT   persons, as households, with any aanbieder
--   aandeel       DOUBLE?  share of huishoudens in samen
-- grain: aantal
WITH huishouden_met AS (
    SELECT
        z.huishouden_id,
        least(count(DISTINCT z.aanbieder), 4) AS aantal
    FROM huishoudzorg($peildatum, $peildatum) AS z
    WHERE z.aanbieder IS NOT NULL
    GROUP BY z.huishouden_id
)

SELECT
    h.aantal::INTEGER AS aantal,
    count(*)::BIGINT AS huishoudens,
    sum(count(*)) OVER ()::BIGINT AS samen,
    (count(*) / sum(count(*)) OVER ())::DOUBLE AS aandeel
FROM huishouden_met AS h
GROUP BY h.aantal
ORDER BY h.aantal
