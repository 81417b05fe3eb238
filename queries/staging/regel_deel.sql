-- One part of all lines, so that a rebuild fits in memory: those of some of the aanbieders, since
-- nothing that decides on a line lies with another aanbieder.
--
-- params
--   deel      INTEGER    from 0
--   delen     INTEGER
-- columns
--   sleutel   UBIGINT    of the line
-- grain: sleutel
SELECT DISTINCT p.sleutel::UBIGINT AS sleutel
FROM prestatie AS p
WHERE md5_number_lower(p.aanbieder) % $delen::INTEGER = $deel::INTEGER
ORDER BY sleutel
