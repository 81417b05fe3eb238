-- What was received by the end of a month: another answer whenever that became something else.
--
-- params
--   tot            DATE      first day of the month after it
-- columns
--   leveringen     BIGINT    received before it: neither retracted nor a retraction
--   vingerafdruk   VARCHAR   of all of them together, in any order
-- grain: one row
-- policy: exact
SELECT
    count(*)::BIGINT AS leveringen,
    coalesce(bit_xor(hash(l.sha256)), 0)::VARCHAR AS vingerafdruk
FROM levering AS l
INNER JOIN ontvangmaand AS o ON l.levering_nr = o.levering_nr
ANTI JOIN intrekking AS i ON l.levering_nr = i.levering
ANTI JOIN intrekking AS r ON l.levering_nr = r.levering_nr
WHERE o.ontvangen < $tot::DATE
