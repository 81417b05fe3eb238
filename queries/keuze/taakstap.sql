-- What a team did in a casus, as long as the casus was open: a taak ends with its casus, and what
-- is told of after it counts nowhere.
--
-- columns
--   casus_id    VARCHAR   pseudonym
--   team        VARCHAR
--   begindatum  DATE      of the casus
--   einddatum   DATE      of the casus, 9999-12-31 when open
--   taak        VARCHAR
--   van         DATE
--   tot         DATE      9999-12-31 when open
-- grain: casus_id, taak, van
SELECT
    k.casus_id::VARCHAR AS casus_id,
    k.team::VARCHAR AS team,
    k.begindatum::DATE AS begindatum,
    k.einddatum::DATE AS einddatum,
    t.taak::VARCHAR AS taak,
    t.van::DATE AS van,
    least(t.tot, k.einddatum)::DATE AS tot
FROM casustaak AS t
INNER JOIN casus AS k ON t.casus_id = k.casus_id
WHERE t.van <= k.einddatum
