-- What changed in the spending of one wet between two moments, and why.
--
-- params
--   van        TIMESTAMP      UTC, the first moment
--   tot        TIMESTAMP?     UTC, the second moment; NULL is now
-- columns
--   wet        VARCHAR        or totaal
--   soort      VARCHAR        nieuw, laat, gecorrigeerd or totaal; see gegevens/verschil
--   clienten   BIGINT         persons
--   ingediend  DECIMAL(18,2)  money of clienten; what was added, or taken off
--   toegekend  DECIMAL(18,2)  money of clienten
-- grain: wet, soort
-- moments: van, tot
SELECT
    coalesce(r.wet, 'totaal')::VARCHAR AS wet,
    coalesce(r.soort, 'totaal')::VARCHAR AS soort,
    count(DISTINCT r.client_id)::BIGINT AS clienten,
    (sum(r.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (
        coalesce(sum(r.bedrag) FILTER (WHERE r.status = 'toegekend'), 0)::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS toegekend
FROM veranderd($van) AS r
WHERE $tot::TIMESTAMP IS NULL OR $van::TIMESTAMP <= $tot::TIMESTAMP
GROUP BY GROUPING SETS ((r.wet, r.soort), (r.wet), (r.soort), ())
HAVING count(*) > 0
ORDER BY wet, soort
