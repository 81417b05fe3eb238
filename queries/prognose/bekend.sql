-- What was received by the end of a month: another answer whenever that became something else.
--
-- params
--   tot            DATE       first day of the month after it
-- columns
--   leveringen     BIGINT     received before it, and not retracted
--   levering_nr    INTEGER?   the newest of them
-- grain: one row
-- policy: exact
SELECT
    count(*)::BIGINT AS leveringen,
    max(o.levering_nr)::INTEGER AS levering_nr
FROM ontvangmaand AS o
ANTI JOIN intrekking AS i ON o.levering_nr = i.levering
WHERE o.ontvangen < $tot::DATE
