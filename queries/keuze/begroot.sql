-- Lasten and baten of a taakveld in a year: as first decided, as they stand, and as they came out.
--
-- columns
--   jaar             INTEGER
--   taakveld         VARCHAR
--   wet              VARCHAR?         NULL for 6.1, 6.2 and 6.23, which belong to no single wet
--   boekveld         VARCHAR          the taakveld on which messages are booked: 6.75 for 6.751
--   omschrijving     VARCHAR
--   primitief        DECIMAL(18,2)?   lasten in euro, as first decided
--   lasten           DECIMAL(18,2)?   in the latest budget known
--   baten            DECIMAL(18,2)?   the same
--   rekening         DECIMAL(18,2)?   lasten in the accounts
--   fictief          BOOLEAN          whether any of it is made up
-- grain: jaar, taakveld
WITH naast AS (
    SELECT
        n.jaar,
        n.taakveld,
        any_value(n.wet) AS wet,
        any_value(n.boekveld) AS boekveld,
        any_value(n.omschrijving) AS omschrijving,
        max(n.lasten) FILTER (WHERE n.stand = 'primitief') AS primitief,
        max(n.lasten) FILTER (WHERE n.stand = 'rekening') AS rekening,
        bool_or(n.fictief) AS fictief
    FROM begrotingstand AS n
    GROUP BY n.jaar, n.taakveld
)

SELECT
    n.jaar::INTEGER AS jaar,
    n.taakveld::VARCHAR AS taakveld,
    n.wet::VARCHAR AS wet,
    n.boekveld::VARCHAR AS boekveld,
    coalesce(b.omschrijving, n.omschrijving)::VARCHAR AS omschrijving,
    n.primitief::DECIMAL(18, 2) AS primitief,
    b.lasten::DECIMAL(18, 2) AS lasten,
    b.baten::DECIMAL(18, 2) AS baten,
    n.rekening::DECIMAL(18, 2) AS rekening,
    n.fictief::BOOLEAN AS fictief
FROM naast AS n
LEFT JOIN begroting AS b ON n.jaar = b.jaar AND n.taakveld = b.taakveld
ORDER BY n.jaar, n.taakveld
