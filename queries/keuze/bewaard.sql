-- The first day that is kept whole: what is older goes after bewaarjaren, and never counts in part.
--
-- columns
--   grens   DATE   long ago before anything went
-- grain: one row
SELECT coalesce(max(v.grens), DATE '0001-01-01')::DATE AS grens
FROM verwijdering AS v
