-- What the gemeente booked as paid to the lasten of a year, on a taakveld.
--
-- columns
--   jaar       INTEGER
--   wet        VARCHAR?        of the taakveld, as in the budget
--   taakveld   VARCHAR         on which messages can be booked: 6.75 for 6.751
--   bedrag     DECIMAL(18,2)   euro
-- grain: jaar, wet, taakveld
SELECT
    p.boekjaar::INTEGER AS jaar,
    v.wet::VARCHAR AS wet,
    v.boekveld::VARCHAR AS taakveld,
    sum(p.bedrag)::DECIMAL(18, 2) AS bedrag
FROM betaling AS p
CROSS JOIN LATERAL boekveld(p.taakveld) AS v
GROUP BY p.boekjaar, v.wet, v.boekveld
