-- Of which wet a taakveld is, and on which taakveld its messages are booked: the longest known
-- beginning of it.
--
-- params
--   taakveld   VARCHAR    as a file has it
-- columns
--   wet        VARCHAR?   NULL for 6.1, 6.2 and 6.23, which belong to no single wet
--   boekveld   VARCHAR    6.75 for 6.751
-- grain: one row
SELECT
    (
        SELECT arg_max(w.wet, length(w.begin))
        FROM taakveld_wet AS w
        WHERE starts_with($taakveld, w.begin)
    )::VARCHAR AS wet,
    coalesce(
        (SELECT max(v.taakveld) FROM taakveld AS v WHERE starts_with($taakveld, v.taakveld)),
        $taakveld
    )::VARCHAR AS boekveld
