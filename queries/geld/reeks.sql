-- Taakvelden of one meaning added up over the years, by the crosswalk between the generations:
-- their budget, and what the accounts say.
--
-- params
--   wet           VARCHAR?        NULL selects all
-- columns
--   reeks         VARCHAR
--   jaar          INTEGER
--   indeling      INTEGER         the first year of the generation of taakvelden
--   doorgaand     BOOLEAN         whether a line may be drawn from the generation before
--   begroot       DECIMAL(18,2)?  lasten of the latest budget known
--   rekening      DECIMAL(18,2)?  lasten of the accounts
--   taakvelden    VARCHAR         those that are added up
-- grain: reeks, jaar
SELECT
    r.reeks::VARCHAR AS reeks,
    b.jaar::INTEGER AS jaar,
    r.vanaf_jaar::INTEGER AS indeling,
    bool_and(r.doorgaand AND r.vanaf_jaar > 2024)::BOOLEAN AS doorgaand,
    sum(b.lasten)::DECIMAL(18, 2) AS begroot,
    sum(b.rekening)::DECIMAL(18, 2) AS rekening,
    string_agg(b.taakveld, ', ' ORDER BY b.taakveld)::VARCHAR AS taakvelden
FROM begroot AS b
INNER JOIN taakveld_reeks AS r
    ON starts_with(b.taakveld, r.begin) AND b.jaar BETWEEN r.vanaf_jaar AND r.tot_jaar
WHERE $wet::VARCHAR IS NULL OR b.wet = $wet::VARCHAR
GROUP BY r.reeks, b.jaar, r.vanaf_jaar
ORDER BY r.reeks, b.jaar
