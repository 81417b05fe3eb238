-- In which month a delivery was received.
--
-- columns
--   levering_nr   INTEGER
--   ontvangen     DATE       first day of the month, by the clock of Amsterdam
-- grain: levering_nr
SELECT
    l.levering_nr::INTEGER AS levering_nr,
    -- Midnight of the first of a month is 22:00 UTC from April to October, and else 23:00.
    CASE
        WHEN month(l.ontvangen_op + to_hours(2)) BETWEEN 4 AND 10
            THEN date_trunc('month', l.ontvangen_op + to_hours(2))
        ELSE date_trunc('month', l.ontvangen_op + to_hours(1))
    END::DATE AS ontvangen
FROM levering AS l
