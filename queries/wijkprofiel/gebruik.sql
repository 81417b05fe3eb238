-- The people in one wijk with active care under one wet on a day, beside its inhabitants.
--
-- params
--   peildatum  DATE
-- columns
--   wijk_code  VARCHAR
--   naam       VARCHAR
--   wet        VARCHAR  jw, wmo, pw (once there are pw figures) or totaal
--   clienten   BIGINT   persons
--   inwoners   BIGINT?
--   aandeel    DOUBLE?  share of clienten in inwoners
-- grain: wijk_code, wet
WITH actief AS (
    SELECT
        i.wijk_code,
        coalesce(i.wet, 'totaal') AS wet,
        count(DISTINCT i.client_id) AS clienten
    FROM inzet AS i
    WHERE $peildatum::DATE BETWEEN i.van AND i.tot
    GROUP BY GROUPING SETS ((i.wijk_code, i.wet), (i.wijk_code))
)

SELECT
    w.wijk_code::VARCHAR AS wijk_code,
    w.naam::VARCHAR AS naam,
    wetten.wet::VARCHAR AS wet,
    coalesce(a.clienten, 0)::BIGINT AS clienten,
    w.inwoners::BIGINT AS inwoners,
    (coalesce(a.clienten, 0) / nullif(w.inwoners, 0))::DOUBLE AS aandeel
FROM wijk AS w
CROSS JOIN
    (VALUES (1, 'jw'), (2, 'wmo'), (3, 'pw'), (4, 'totaal')) AS wetten (volgorde, wet)
LEFT JOIN actief AS a ON w.wijk_code = a.wijk_code AND wetten.wet = a.wet
WHERE
    wetten.wet != 'pw'
    OR EXISTS (SELECT 1 FROM inzet AS pw WHERE pw.wet = 'pw')
ORDER BY w.wijk_code, wetten.volgorde
