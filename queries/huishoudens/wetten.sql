-- The households with care or an uitkering on a day, by the wetten that they have together; each
-- household has one combination.
--
-- params
--   peildatum     DATE
-- columns
--   combinatie    VARCHAR  the wetten with a plus between them: jw + wmo
--   huishoudens   BIGINT   persons, as households
--   mensen        BIGINT   count of huishoudens: who of them has care or an uitkering
--   samen         BIGINT   persons, as households, with any combination
--   aandeel       DOUBLE?  share of huishoudens in samen
-- grain: combinatie
WITH huishouden_met AS (
    SELECT
        z.huishouden_id,
        bool_or(z.wet = 'jw') AS jw,
        bool_or(z.wet = 'pw') AS pw,
        bool_or(z.wet = 'wmo') AS wmo,
        count(DISTINCT z.client_id) AS mensen
    FROM huishoudzorg($peildatum, $peildatum) AS z
    GROUP BY z.huishouden_id
)

SELECT
    concat_ws(
        ' + ',
        CASE WHEN h.jw THEN 'jw' END,
        CASE WHEN h.pw THEN 'pw' END,
        CASE WHEN h.wmo THEN 'wmo' END
    )::VARCHAR AS combinatie,
    count(*)::BIGINT AS huishoudens,
    sum(h.mensen)::BIGINT AS mensen,
    sum(count(*)) OVER ()::BIGINT AS samen,
    (count(*) / sum(count(*)) OVER ())::DOUBLE AS aandeel
FROM huishouden_met AS h
GROUP BY h.jw, h.pw, h.wmo
ORDER BY huishoudens DESC, combinatie ASC
