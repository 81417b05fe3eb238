-- One part of all lines, so that a rebuild fits in memory: those of some of the aanbieders, since
-- nothing that decides on a line lies with another aanbieder. A line is named as often as it came.
--
-- params
--   deel          INTEGER    from 0
--   delen         INTEGER
-- columns
--   sleutel       UBIGINT    of the line
--   levering_nr   INTEGER
--   plaats        INTEGER
-- grain: levering_nr, plaats
SELECT
    p.sleutel::UBIGINT AS sleutel,
    p.levering_nr::INTEGER AS levering_nr,
    p.plaats::INTEGER AS plaats
FROM prestatie AS p
WHERE $delen::INTEGER = 1 OR md5_number_lower(p.aanbieder) % $delen::INTEGER = $deel::INTEGER
