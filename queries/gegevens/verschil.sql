-- What changed in the spending of one wet on the care of one month between two moments, and why.
--
-- params
--   van        TIMESTAMP      UTC, the first moment
--   tot        TIMESTAMP?     UTC, the second moment; NULL is now
-- columns
--   maand      DATE           first day of the month of delivery
--   wet        VARCHAR
--   soort      VARCHAR        nieuw, laat or gecorrigeerd, see below
--   ingediend  DECIMAL(18,2)  money of clienten; what was added, or taken off
--   toegekend  DECIMAL(18,2)  money of clienten
-- unseen
--   clienten   BIGINT         persons
-- grain: maand, wet, soort
-- moments: van, tot
SELECT
    r.maand::DATE AS maand,
    r.wet::VARCHAR AS wet,
    r.soort::VARCHAR AS soort,
    (sum(r.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    (
        coalesce(sum(r.bedrag) FILTER (WHERE r.status = 'toegekend'), 0)::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS toegekend,
    count(DISTINCT r.client_id)::BIGINT AS clienten
FROM veranderd($van) AS r
WHERE $tot::TIMESTAMP IS NULL OR $van::TIMESTAMP <= $tot::TIMESTAMP
GROUP BY r.maand, r.wet, r.soort
ORDER BY r.maand DESC, r.wet ASC, r.soort ASC
