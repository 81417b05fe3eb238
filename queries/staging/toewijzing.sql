-- Toewijzingen on which deliveries have a bearing: their own versions, starts, stops, refusals and
-- verzoeken, and those of a person who lives elsewhere now.
--
-- params
--   van                 INTEGER    first delivery number
--   tot                 INTEGER    last delivery number
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
-- grain: wet, toewijzing_nummer
WITH nieuw AS (
    SELECT
        n.wet,
        n.toewijzing_nummer
    FROM toewijzing_versie AS n
    WHERE n.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
),

genoemd AS (
    SELECT
        v.wet,
        v.aanbieder,
        v.client_id
    FROM toewijzing_versie AS v
    SEMI JOIN nieuw AS n ON v.wet = n.wet AND v.toewijzing_nummer = n.toewijzing_nummer
    UNION
    SELECT
        m.wet,
        m.aanbieder,
        m.client_id
    FROM raakt_melder AS m
    UNION
    SELECT
        v.wet,
        v.aanbieder,
        v.client_id
    FROM verzoek AS v
    WHERE v.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
)

SELECT
    v.wet::VARCHAR AS wet,
    v.toewijzing_nummer::BIGINT AS toewijzing_nummer
FROM toewijzing_versie AS v
SEMI JOIN genoemd AS g
    ON v.wet = g.wet AND v.aanbieder = g.aanbieder AND v.client_id = g.client_id
UNION
SELECT
    t.wet::VARCHAR AS wet,
    t.toewijzing_nummer::BIGINT AS toewijzing_nummer
FROM toewijzing AS t
SEMI JOIN raakt_verhuisd AS p ON t.client_id = p.client_id
ORDER BY wet, toewijzing_nummer
