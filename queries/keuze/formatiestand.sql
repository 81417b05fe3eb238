-- How many fte a team had in a month: of all taken together, or else what its taken add up to.
--
-- columns
--   team    VARCHAR
--   maand   DATE
--   fte     DOUBLE
-- grain: team, maand
SELECT
    f.team::VARCHAR AS team,
    f.maand::DATE AS maand,
    coalesce(max(f.fte) FILTER (WHERE f.taak IS NULL), sum(f.fte))::DOUBLE AS fte
FROM formatie AS f
GROUP BY f.team, f.maand
