-- Lasten and baten of a taakveld in a year, in the latest budget known.
--
-- columns
--   jaar           INTEGER
--   taakveld       VARCHAR
--   wet            VARCHAR?         NULL for 6.1, 6.2 and 6.23, which belong to no single wet
--   boekveld       VARCHAR          the taakveld on which messages are booked: 6.75 for 6.751
--   omschrijving   VARCHAR
--   lasten         DECIMAL(18,2)    euro
--   baten          DECIMAL(18,2)    euro
--   stand          VARCHAR          primitief or gewijzigd
--   fictief        BOOLEAN
-- grain: jaar, taakveld
SELECT
    n.jaar::INTEGER AS jaar,
    n.taakveld::VARCHAR AS taakveld,
    n.wet::VARCHAR AS wet,
    n.boekveld::VARCHAR AS boekveld,
    n.omschrijving::VARCHAR AS omschrijving,
    n.lasten::DECIMAL(18, 2) AS lasten,
    n.baten::DECIMAL(18, 2) AS baten,
    n.stand::VARCHAR AS stand,
    n.fictief::BOOLEAN AS fictief
FROM begrotingstand AS n
WHERE n.stand <> 'rekening'
QUALIFY
    row_number() OVER (
        PARTITION BY n.jaar, n.taakveld
        ORDER BY n.vastgesteld_op DESC, n.stand ASC, n.ontvangen_op DESC
    ) = 1
ORDER BY n.jaar, n.taakveld
