-- What the gemeente booked as paid to the lasten of a year, on a taakveld.
--
-- columns
--   jaar       INTEGER
--   wet        VARCHAR?        of the taakveld, as in the budget
--   taakveld   VARCHAR         on which messages can be booked: 6.75 for 6.751
--   bedrag     DECIMAL(18,2)   euro
-- grain: jaar, wet, taakveld
WITH geboekt AS (
    SELECT
        p.boekjaar,
        (
            SELECT arg_max(w.wet, length(w.begin))
            FROM taakveld_wet AS w
            WHERE starts_with(p.taakveld, w.begin)
        ) AS wet,
        coalesce(
            (SELECT max(v.taakveld) FROM taakveld AS v WHERE starts_with(p.taakveld, v.taakveld)),
            p.taakveld
        ) AS taakveld,
        p.bedrag
    FROM betaling AS p
)

SELECT
    g.boekjaar::INTEGER AS jaar,
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    sum(g.bedrag)::DECIMAL(18, 2) AS bedrag
FROM geboekt AS g
GROUP BY g.boekjaar, g.wet, g.taakveld
