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
WITH nieuwste AS (
    SELECT
        b.*,
        l.ontvangen_op
    FROM begroting_regel AS b
    INNER JOIN levering AS l ON b.levering_nr = l.levering_nr
    QUALIFY
        row_number() OVER (
            PARTITION BY b.jaar, b.taakveld, b.stand
            ORDER BY l.ontvangen_op DESC, b.levering_nr DESC, b.plaats DESC
        ) = 1
)

SELECT
    n.jaar::INTEGER AS jaar,
    n.taakveld::VARCHAR AS taakveld,
    (
        SELECT arg_max(w.wet, length(w.begin))
        FROM taakveld_wet AS w
        WHERE starts_with(n.taakveld, w.begin)
    )::VARCHAR AS wet,
    coalesce(
        (SELECT max(v.taakveld) FROM taakveld AS v WHERE starts_with(n.taakveld, v.taakveld)),
        n.taakveld
    )::VARCHAR AS boekveld,
    n.omschrijving::VARCHAR AS omschrijving,
    n.lasten::DECIMAL(18, 2) AS lasten,
    n.baten::DECIMAL(18, 2) AS baten,
    n.stand::VARCHAR AS stand,
    n.fictief::BOOLEAN AS fictief
FROM nieuwste AS n
WHERE n.stand <> 'rekening'
QUALIFY
    row_number() OVER (
        PARTITION BY n.jaar, n.taakveld
        ORDER BY n.vastgesteld_op DESC, n.stand ASC, n.ontvangen_op DESC
    ) = 1
ORDER BY n.jaar, n.taakveld
