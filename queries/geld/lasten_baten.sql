-- Lasten and baten of a taakveld in a year: as first decided, as they stand now, as the accounts
-- have them, and what the gemeente booked as paid and received.
--
-- params
--   jaar               INTEGER         calendar year of delivery
--   wet                VARCHAR?        NULL selects all
-- columns
--   wet                VARCHAR?        NULL for a taakveld that belongs to no single wet
--   taakveld           VARCHAR
--   naam               VARCHAR
--   begroot_primitief  DECIMAL(18,2)?  lasten as first decided
--   begroot            DECIMAL(18,2)?  lasten of the latest budget known
--   begroot_wijziging  DECIMAL(18,2)?  how much more the latest is than the first
--   begroot_baten      DECIMAL(18,2)?  baten of the latest budget known
--   rekening           DECIMAL(18,2)?  lasten of the accounts
--   saldo              DECIMAL(18,2)?  begroot less rekening
--   baten              DECIMAL(18,2)?  eigen bijdragen
--   betaald            DECIMAL(18,2)?  money of clienten
-- unseen
--   clienten           BIGINT?         persons; NULL when no lines tell how many a payment is about
-- grain: wet, taakveld
SELECT
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    coalesce(v.naam, g.taakveld)::VARCHAR AS naam,
    (g.primitief::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS begroot_primitief,
    (g.begroot::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS begroot,
    ((g.begroot - g.primitief)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS begroot_wijziging,
    (g.begroot_baten::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS begroot_baten,
    (g.rekening::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS rekening,
    ((g.begroot - g.rekening)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS saldo,
    (g.baten::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS baten,
    (g.betaald::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS betaald,
    nullif(g.clienten, 0)::BIGINT AS clienten
FROM geldpost($jaar) AS g
LEFT JOIN taakveld AS v ON g.taakveld = v.taakveld
WHERE
    ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
    AND coalesce(g.begroot, g.rekening, g.baten, g.betaald) IS NOT NULL
ORDER BY g.taakveld, g.wet
