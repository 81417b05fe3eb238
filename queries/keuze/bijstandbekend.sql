-- Of which days files tell who had bijstand: from their first month to their last one.
--
-- columns
--   van   DATE?   NULL without a file
--   tot   DATE?
-- grain: one row
SELECT
    min(u.maand)::DATE AS van,
    last_day(max(u.maand))::DATE AS tot
FROM uitkering_regel AS u
