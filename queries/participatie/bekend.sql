-- Of which time files tell who had bijstand, and whether one tells of trajecten.
--
-- columns
--   van         DATE?     first day; NULL without a file of uitkeringen
--   tot         DATE?     last day
--   trajecten   BOOLEAN   whether there is a file of trajecten
--   redenen     BOOLEAN   whether the settings put codes of redenen into words
-- grain: one row
SELECT
    b.van::DATE AS van,
    b.tot::DATE AS tot,
    (coalesce((SELECT max(t.levering_nr) FROM traject_regel AS t), 0) > 0)::BOOLEAN AS trajecten,
    (coalesce((SELECT max(r.code) FROM reden AS r), '') <> '')::BOOLEAN AS redenen
FROM bijstandbekend AS b
ORDER BY b.van
