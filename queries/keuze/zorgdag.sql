-- The days on which somebody's care of any kind began, began again, or was over.
--
-- params
--   van          DATE        the first day that is asked of
--   tot          DATE        the last one
-- columns
--   client_id    INTEGER
--   dag          DATE        the first day with care, or the first one without
--   teken        INTEGER     1 or -1
--   soort        VARCHAR     nieuw, herinstroom or uitstroom
-- grain: client_id, dag
WITH alle AS (
    SELECT
        z.client_id,
        unnest([z.van, z.tot + 1]) AS dag,
        unnest([1, -1]) AS teken,
        unnest([CASE z.volgnr WHEN 1 THEN 'nieuw' ELSE 'herinstroom' END, 'uitstroom']) AS soort
    FROM zorgperiode AS z
    WHERE z.wet = 'totaal' AND z.van <= $tot::DATE AND z.tot >= $van::DATE - 1
)

SELECT
    a.client_id::INTEGER AS client_id,
    a.dag::DATE AS dag,
    a.teken::INTEGER AS teken,
    a.soort::VARCHAR AS soort
FROM alle AS a
WHERE a.dag BETWEEN $van::DATE AND $tot::DATE
