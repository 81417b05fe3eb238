-- The wijken of a sociaal team, with the days on which that holds.
--
-- columns
--   team        VARCHAR
--   wijk_code   VARCHAR
--   van         DATE
--   tot         DATE       9999-12-31 when open
-- grain: team, wijk_code, van
SELECT
    t.team::VARCHAR AS team,
    t.wijk_code::VARCHAR AS wijk_code,
    t.van::DATE AS van,
    coalesce(t.tot, DATE '9999-12-31')::DATE AS tot
FROM team_regel AS t
INNER JOIN levering AS l ON t.levering_nr = l.levering_nr
QUALIFY
    row_number() OVER (
        PARTITION BY t.team, t.wijk_code, t.van
        ORDER BY l.ontvangen_op DESC, t.levering_nr DESC, t.plaats DESC
    ) = 1
ORDER BY t.team, t.wijk_code, t.van
