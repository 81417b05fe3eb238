-- An answer to a touched declaratie, which names its number or else the delivery that brought it.
--
-- columns
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   declaratienummer   VARCHAR
--   levering_nr        INTEGER   of the answer
--   afgewezen          BOOLEAN   it rejects the declaratie as a whole
-- grain: wet, aanbieder, declaratienummer, levering_nr
WITH genoemd AS (
    SELECT
        a.wet,
        a.aanbieder,
        a.declaratienummer,
        a.levering_nr,
        a.wijst_af AND a.niveau IN ('bericht', 'declaratie') AS afgewezen
    FROM antwoord AS a
    SEMI JOIN raakt_kop AS k
        ON
            a.wet = k.wet AND a.aanbieder = k.aanbieder
            AND a.declaratienummer = k.declaratienummer
    UNION ALL
    SELECT
        k.wet,
        k.aanbieder,
        k.declaratienummer,
        a.levering_nr,
        a.wijst_af AND a.niveau IN ('bericht', 'declaratie') AS afgewezen
    FROM raakt_kop AS k
    INNER JOIN levering AS l ON k.levering_nr = l.levering_nr
    INNER JOIN antwoord AS a
        ON
            k.wet = a.wet AND k.aanbieder = a.aanbieder
            AND l.identificatie = a.declaratie_identificatie
            AND l.dagtekening = a.declaratie_dagtekening
    WHERE a.declaratienummer IS NULL
)

SELECT
    g.wet::VARCHAR AS wet,
    g.aanbieder::VARCHAR AS aanbieder,
    g.declaratienummer::VARCHAR AS declaratienummer,
    g.levering_nr::INTEGER AS levering_nr,
    bool_or(g.afgewezen)::BOOLEAN AS afgewezen
FROM genoemd AS g
GROUP BY g.wet, g.aanbieder, g.declaratienummer, g.levering_nr
ORDER BY g.wet, g.aanbieder, g.declaratienummer, g.levering_nr
