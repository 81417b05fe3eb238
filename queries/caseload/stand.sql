-- The people with active care under one wet on a day; `totaal` counts each of them once.
--
-- params
--   peildatum     DATE
-- columns
--   wet           VARCHAR  jw, wmo, pw (once there are pw figures) or totaal
--   clienten      BIGINT   persons
--   toewijzingen  BIGINT   count of clienten
-- grain: wet
WITH actief AS (
    SELECT
        coalesce(wet, 'totaal') AS wet,
        count(DISTINCT client_id) AS clienten,
        count(*) AS toewijzingen
    FROM inzet
    WHERE $peildatum::DATE BETWEEN van AND tot
    GROUP BY GROUPING SETS ((wet), ())
)

SELECT
    w.wet::VARCHAR AS wet,
    coalesce(a.clienten, 0)::BIGINT AS clienten,
    coalesce(a.toewijzingen, 0)::BIGINT AS toewijzingen
FROM (VALUES (1, 'jw'), (2, 'wmo'), (3, 'pw'), (4, 'totaal')) AS w (volgorde, wet)
LEFT JOIN actief AS a ON w.wet = a.wet
WHERE
    w.wet != 'pw'
    OR EXISTS (SELECT 1 FROM inzet AS pw WHERE pw.wet = 'pw')
ORDER BY w.volgorde
