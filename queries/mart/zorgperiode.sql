-- A stretch of care of a person; gaps of at most thirty days are bridged.
--
-- columns
--   wet         VARCHAR    jw, wmo, or totaal for care under any wet
--   client_id   INTEGER
--   wijk_code   VARCHAR    where the person lives now, or onbekend
--   volgnr      INTEGER    1 is the first care ever, more is a return
--   van         DATE
--   tot         DATE       9999-12-31 when open
-- grain: wet, client_id, volgnr
-- touched: raakt_client (client_id)
WITH dagen AS (
    SELECT
        i.wet,
        i.client_id,
        i.wijk_code,
        i.van,
        i.tot
    FROM inzet AS i
    SEMI JOIN raakt_client AS r ON i.client_id = r.client_id
    UNION ALL
    SELECT
        'totaal' AS wet,
        i.client_id,
        i.wijk_code,
        i.van,
        i.tot
    FROM inzet AS i
    SEMI JOIN raakt_client AS r ON i.client_id = r.client_id
),

vorige AS (
    SELECT
        d.*,
        max(d.tot) OVER (
            PARTITION BY d.wet, d.client_id ORDER BY d.van, d.tot
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS tot_hiervoor
    FROM dagen AS d
),

genummerd AS (
    SELECT
        v.*,
        count(*) FILTER (
            WHERE v.tot_hiervoor IS NULL OR v.van - v.tot_hiervoor - 1 > 30
        ) OVER (
            PARTITION BY v.wet, v.client_id ORDER BY v.van, v.tot
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS volgnr
    FROM vorige AS v
)

SELECT
    g.wet::VARCHAR AS wet,
    g.client_id::INTEGER AS client_id,
    any_value(g.wijk_code)::VARCHAR AS wijk_code,
    g.volgnr::INTEGER AS volgnr,
    min(g.van)::DATE AS van,
    max(g.tot)::DATE AS tot
FROM genummerd AS g
GROUP BY g.wet, g.client_id, g.volgnr
ORDER BY g.wet, g.client_id, g.volgnr
