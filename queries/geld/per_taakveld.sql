-- The budget of a year on one taakveld, what of it is spent or promised, and what is left.
--
-- params
--   jaar                 INTEGER         calendar year of delivery
--   wet                  VARCHAR?        NULL selects all
-- columns
--   wet                  VARCHAR?        NULL for a taakveld that belongs to no single wet
--   taakveld             VARCHAR         onbekend where no official row books the product
--   naam                 VARCHAR
--   begroot              DECIMAL(18,2)?  lasten of the latest budget known
--   toegekend            DECIMAL(18,2)?  money of clienten; NULL when there are no lines
--   in_behandeling       DECIMAL(18,2)?  money of clienten
--   buiten               DECIMAL(18,2)?  money of clienten_buiten; NULL when no file tells of it
--   verplicht            DECIMAL(18,2)?  money of clienten_verplicht; NULL when nothing is promised
--   vrij                 DECIMAL(18,2)?  money of clienten_vrij; NULL without budget or costs
--   zonder_prijs         BIGINT          count of clienten_verplicht
-- unseen
--   clienten             BIGINT          persons
--   clienten_buiten      BIGINT          persons
--   clienten_verplicht   BIGINT          persons
--   clienten_vrij        BIGINT          persons; the fewest that any part of it is about
-- grain: wet, taakveld
-- balance: clienten + clienten_buiten + clienten_verplicht = clienten_vrij
SELECT
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    g.naam::VARCHAR AS naam,
    (g.begroot::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS begroot,
    (g.toegekend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (g.in_behandeling::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling,
    (g.buiten::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS buiten,
    (g.verplicht::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS verplicht,
    ((g.begroot - g.kosten)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS vrij,
    g.zonder_prijs::BIGINT AS zonder_prijs,
    g.clienten::BIGINT AS clienten,
    g.clienten_buiten::BIGINT AS clienten_buiten,
    g.clienten_verplicht::BIGINT AS clienten_verplicht,
    coalesce(least(
        nullif(g.clienten, 0), nullif(g.clienten_buiten, 0), nullif(g.clienten_verplicht, 0)
    ), 0)::BIGINT AS clienten_vrij
FROM geldstand($jaar) AS g
WHERE
    ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
    AND coalesce(g.begroot, g.toegekend, g.buiten, g.verplicht) IS NOT NULL
ORDER BY g.taakveld, g.wet
