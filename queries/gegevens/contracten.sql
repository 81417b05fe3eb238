-- What is wrong with a contract or a price, so that a plafond or a tariff cannot be trusted.
--
-- columns
--   soort           VARCHAR   negatief, looptijd, aanbieder, overlap or tarief
--   wet             VARCHAR
--   aanbieder       VARCHAR?  AGB code; NULL for a price of all
--   naam            VARCHAR?  the AGB code where no name is known
--   nummer          VARCHAR   of the contract, or the productcode of a price
--   omschrijving    VARCHAR
-- grain: soort, wet, aanbieder, nummer, omschrijving
WITH bezwaar AS (
    SELECT
        'negatief' AS soort,
        p.wet,
        p.aanbieder,
        p.contractnummer AS nummer,
        'Het plafond is niet meer dan nul, dus hoe ver het is gebruikt, is niet te zeggen.'
            AS omschrijving
    FROM plafond AS p
    WHERE p.plafond <= 0
    UNION
    SELECT
        'looptijd' AS soort,
        p.wet,
        p.aanbieder,
        p.contractnummer AS nummer,
        'Het plafond is van ' || p.jaar || ', maar dan loopt het contract niet. Het telt nergens.'
            AS omschrijving
    FROM plafond AS p
    WHERE p.van > p.tot
    UNION
    SELECT
        'aanbieder' AS soort,
        p.wet,
        p.aanbieder,
        p.contractnummer AS nummer,
        'De aanbieder heeft geen naam en declareerde niets. Klopt de AGB-code?'
            AS omschrijving
    FROM plafond AS p
    ANTI JOIN aanbieder AS a ON p.aanbieder = a.agb_code
    ANTI JOIN uitgave_maand AS u ON p.aanbieder = u.aanbieder
    UNION
    SELECT
        'overlap' AS soort,
        p.wet,
        p.aanbieder,
        p.contractnummer AS nummer,
        'Contract ' || o.contractnummer || ' heeft een plafond voor hetzelfde product op dezelfde '
        || 'dagen. Een regel telt bij het plafond dat het laatst begon.' AS omschrijving
    FROM plafond AS p
    INNER JOIN plafond AS o
        ON
            p.wet = o.wet AND p.aanbieder = o.aanbieder AND p.contractnummer <> o.contractnummer
            AND p.categorie IS NOT DISTINCT FROM o.categorie
            AND p.productcode IS NOT DISTINCT FROM o.productcode
            AND greatest(p.van, o.van) <= least(p.tot, o.tot)
    UNION
    SELECT
        'tarief' AS soort,
        t.wet,
        t.agb_code AS aanbieder,
        t.productcode AS nummer,
        'Er gelden twee prijzen voor dezelfde dagen. Een regel met een van beide wordt goedgekeurd.'
            AS omschrijving
    FROM tarief AS t
    INNER JOIN tarief AS o
        ON
            t.wet = o.wet AND t.productcode = o.productcode AND t.eenheid = o.eenheid
            AND t.agb_code IS NOT DISTINCT FROM o.agb_code
            AND t.van < o.van AND coalesce(t.tot, o.van) >= o.van AND t.tarief <> o.tarief
)

SELECT
    b.soort::VARCHAR AS soort,
    b.wet::VARCHAR AS wet,
    b.aanbieder::VARCHAR AS aanbieder,
    coalesce(a.naam, b.aanbieder)::VARCHAR AS naam,
    b.nummer::VARCHAR AS nummer,
    b.omschrijving::VARCHAR AS omschrijving
FROM bezwaar AS b
LEFT JOIN aanbieder AS a ON b.aanbieder = a.agb_code
ORDER BY b.soort, b.wet, b.aanbieder, b.nummer, b.omschrijving
