-- The newest note to a series that is watched.
--
-- columns
--   reeks     VARCHAR   onderwerp/snede/lid
--   maand     DATE      up to which month it is about
--   stand     VARCHAR   open, opgepakt or gesloten
--   aanbod    VARCHAR?  the collectief aanbod that answers it
--   notitie   VARCHAR
-- grain: reeks
SELECT
    n.reeks::VARCHAR AS reeks,
    n.maand::DATE AS maand,
    n.stand::VARCHAR AS stand,
    n.aanbod::VARCHAR AS aanbod,
    n.notitie::VARCHAR AS notitie
FROM trendnotitie AS n
INNER JOIN levering AS l ON n.levering_nr = l.levering_nr
QUALIFY
    row_number() OVER (
        PARTITION BY n.reeks ORDER BY l.ontvangen_op DESC, n.levering_nr DESC, n.plaats DESC
    ) = 1
