-- Every answer to a declaratie. An answer names the number of the declaratie, or else the delivery
-- that brought it.
--
-- columns
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   declaratienummer   VARCHAR
--   levering_nr        INTEGER    of the answer
--   geheel             BOOLEAN    it rejects the declaratie as a whole
-- grain: wet, aanbieder, declaratienummer, levering_nr
WITH gegeven AS (
    SELECT
        a.wet,
        a.aanbieder,
        a.declaratienummer,
        a.levering_nr,
        a.wijst_af AND a.niveau IN ('bericht', 'declaratie') AS geheel
    FROM antwoord AS a
    WHERE a.declaratienummer IS NOT NULL
    UNION ALL
    SELECT
        k.wet,
        k.aanbieder,
        k.declaratienummer,
        a.levering_nr,
        a.wijst_af AND a.niveau IN ('bericht', 'declaratie') AS geheel
    FROM antwoord AS a
    INNER JOIN levering AS l
        ON
            a.declaratie_identificatie = l.identificatie
            AND a.declaratie_dagtekening = l.dagtekening
    INNER JOIN declaratie_kop AS k
        ON l.levering_nr = k.levering_nr AND a.wet = k.wet AND a.aanbieder = k.aanbieder
    WHERE a.declaratienummer IS NULL
)

SELECT
    g.wet::VARCHAR AS wet,
    g.aanbieder::VARCHAR AS aanbieder,
    g.declaratienummer::VARCHAR AS declaratienummer,
    g.levering_nr::INTEGER AS levering_nr,
    bool_or(g.geheel)::BOOLEAN AS geheel
FROM gegeven AS g
GROUP BY g.wet, g.aanbieder, g.declaratienummer, g.levering_nr
