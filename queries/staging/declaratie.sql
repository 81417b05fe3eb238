-- Declaraties on which deliveries have a bearing: those that came, and those that were answered.
--
-- params
--   van               INTEGER    first delivery number
--   tot               INTEGER    last delivery number
-- columns
--   wet               VARCHAR
--   aanbieder         VARCHAR
--   declaratienummer  VARCHAR
-- grain: wet, aanbieder, declaratienummer
SELECT
    d.wet::VARCHAR AS wet,
    d.aanbieder::VARCHAR AS aanbieder,
    d.declaratienummer::VARCHAR AS declaratienummer
FROM declaratie_kop AS d
WHERE d.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
UNION
SELECT
    a.wet::VARCHAR AS wet,
    a.aanbieder::VARCHAR AS aanbieder,
    a.declaratienummer::VARCHAR AS declaratienummer
FROM antwoord AS a
WHERE
    a.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
    AND a.declaratienummer IS NOT NULL
UNION
SELECT
    d.wet::VARCHAR AS wet,
    d.aanbieder::VARCHAR AS aanbieder,
    d.declaratienummer::VARCHAR AS declaratienummer
FROM antwoord AS a
INNER JOIN levering AS l
    ON
        a.aanbieder = l.aanbieder AND a.wet = l.wet
        AND a.declaratie_identificatie = l.identificatie
        AND a.declaratie_dagtekening = l.dagtekening
INNER JOIN declaratie_kop AS d ON l.levering_nr = d.levering_nr
WHERE
    a.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
    AND a.declaratienummer IS NULL
ORDER BY wet, aanbieder, declaratienummer
