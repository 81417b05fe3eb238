-- A declaratie with the newest answer to it, if there is one.
--
-- columns
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   declaratienummer   VARCHAR
--   antwoord_nr        INTEGER?   delivery of the newest 325; NULL when there is no answer yet
--   afgewezen          BOOLEAN    the answer rejects the declaratie as a whole
--   aangeleverd        BIGINT     how many 323s carry this number
-- grain: wet, aanbieder, declaratienummer
-- touched: raakt_declaratie (wet, aanbieder, declaratienummer)
WITH nieuwste AS (
    SELECT
        b.wet,
        b.aanbieder,
        b.declaratienummer,
        arg_max(
            { 'levering_nr': b.levering_nr, 'afgewezen': b.afgewezen },
            (l.dagtekening, length(l.identificatie), l.identificatie, l.sha256)
        ) AS antwoord
    FROM raakt_beantwoord AS b
    INNER JOIN levering AS l ON b.levering_nr = l.levering_nr
    GROUP BY b.wet, b.aanbieder, b.declaratienummer
)

SELECT
    k.wet::VARCHAR AS wet,
    k.aanbieder::VARCHAR AS aanbieder,
    k.declaratienummer::VARCHAR AS declaratienummer,
    any_value(n.antwoord.levering_nr)::INTEGER AS antwoord_nr,
    coalesce(any_value(n.antwoord.afgewezen), FALSE)::BOOLEAN AS afgewezen,
    count(*)::BIGINT AS aangeleverd
FROM raakt_kop AS k
LEFT JOIN nieuwste AS n
    ON
        k.wet = n.wet AND k.aanbieder = n.aanbieder
        AND k.declaratienummer = n.declaratienummer
GROUP BY k.wet, k.aanbieder, k.declaratienummer
ORDER BY k.wet, k.aanbieder, k.declaratienummer
