-- What files tell of the costs of a taakveld in a year, beside its budget.
--
-- params
--   jaar              INTEGER         calendar year of delivery
--   wet               VARCHAR?        NULL selects all
-- columns
--   wet               VARCHAR?        NULL for a taakveld that belongs to no single wet
--   taakveld          VARCHAR
--   naam              VARCHAR
--   begroot           DECIMAL(18,2)?  lasten of the latest budget known
--   buiten            DECIMAL(18,2)?  money of clienten_buiten; NULL when no file tells of it
-- unseen
--   clienten_buiten   BIGINT          persons
-- grain: wet, taakveld
SELECT
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    coalesce(v.naam, g.taakveld)::VARCHAR AS naam,
    (g.begroot::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS begroot,
    (g.buiten::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS buiten,
    g.clienten_buiten::BIGINT AS clienten_buiten
FROM geldpost($jaar) AS g
LEFT JOIN taakveld AS v ON g.taakveld = v.taakveld
WHERE $wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR
ORDER BY g.taakveld, g.wet
