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
WITH kop AS (
    SELECT
        d.wet,
        d.aanbieder,
        d.declaratienummer,
        l.identificatie,
        l.dagtekening
    FROM raakt_kop AS d
    INNER JOIN levering AS l ON d.levering_nr = l.levering_nr
),

beantwoord AS (
    SELECT
        k.wet,
        k.aanbieder,
        k.declaratienummer,
        l.levering_nr,
        (l.dagtekening, length(l.identificatie), l.identificatie, l.sha256) AS volgorde,
        bool_or(a.wijst_af AND a.niveau IN ('bericht', 'declaratie')) AS afgewezen
    FROM (SELECT DISTINCT kop.* FROM kop) AS k
    INNER JOIN antwoord AS a
        ON
            k.wet = a.wet AND k.aanbieder = a.aanbieder
            AND (
                k.declaratienummer = a.declaratienummer
                OR (
                    a.declaratienummer IS NULL
                    AND k.identificatie = a.declaratie_identificatie
                    AND k.dagtekening = a.declaratie_dagtekening
                )
            )
    INNER JOIN levering AS l ON a.levering_nr = l.levering_nr
    GROUP BY
        k.wet, k.aanbieder, k.declaratienummer, l.levering_nr, l.dagtekening, l.identificatie,
        l.sha256
),

nieuwste AS (
    SELECT
        b.wet,
        b.aanbieder,
        b.declaratienummer,
        arg_max(b.levering_nr, b.volgorde) AS antwoord_nr,
        arg_max(b.afgewezen, b.volgorde) AS afgewezen
    FROM beantwoord AS b
    GROUP BY b.wet, b.aanbieder, b.declaratienummer
)

SELECT
    k.wet::VARCHAR AS wet,
    k.aanbieder::VARCHAR AS aanbieder,
    k.declaratienummer::VARCHAR AS declaratienummer,
    any_value(n.antwoord_nr)::INTEGER AS antwoord_nr,
    coalesce(any_value(n.afgewezen), FALSE)::BOOLEAN AS afgewezen,
    count(*)::BIGINT AS aangeleverd
FROM kop AS k
LEFT JOIN nieuwste AS n
    ON
        k.wet = n.wet AND k.aanbieder = n.aanbieder
        AND k.declaratienummer = n.declaratienummer
GROUP BY k.wet, k.aanbieder, k.declaratienummer
ORDER BY k.wet, k.aanbieder, k.declaratienummer
