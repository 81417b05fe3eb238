-- Lasten and baten of a taakveld in one version of the budget of a year, as last received.
--
-- columns
--   jaar             INTEGER
--   taakveld         VARCHAR
--   stand            VARCHAR         primitief, gewijzigd or rekening
--   wet              VARCHAR?        NULL for 6.1, 6.2 and 6.23, which belong to no single wet
--   boekveld         VARCHAR         the taakveld on which messages are booked: 6.75 for 6.751
--   omschrijving     VARCHAR
--   lasten           DECIMAL(18,2)   euro
--   baten            DECIMAL(18,2)   euro
--   vastgesteld_op   DATE
--   ontvangen_op     TIMESTAMP       UTC
--   fictief          BOOLEAN
-- grain: jaar, taakveld, stand
SELECT
    b.jaar::INTEGER AS jaar,
    b.taakveld::VARCHAR AS taakveld,
    b.stand::VARCHAR AS stand,
    v.wet::VARCHAR AS wet,
    v.boekveld::VARCHAR AS boekveld,
    b.omschrijving::VARCHAR AS omschrijving,
    b.lasten::DECIMAL(18, 2) AS lasten,
    b.baten::DECIMAL(18, 2) AS baten,
    b.vastgesteld_op::DATE AS vastgesteld_op,
    l.ontvangen_op::TIMESTAMP AS ontvangen_op,
    b.fictief::BOOLEAN AS fictief
FROM begroting_regel AS b
INNER JOIN levering AS l ON b.levering_nr = l.levering_nr
CROSS JOIN LATERAL boekveld(b.taakveld) AS v
QUALIFY
    row_number() OVER (
        PARTITION BY b.jaar, b.taakveld, b.stand
        ORDER BY l.ontvangen_op DESC, b.levering_nr DESC, b.plaats DESC
    ) = 1
