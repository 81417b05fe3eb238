-- What we spend on a onderdeel in one Iv3 report after the other, beside other gemeenten.
--
-- params
--   gemeente          VARCHAR    CBS code of ours
--   onderdeel           VARCHAR    jeugd, wmo, wmo_opvang, participatie or basis
--   groep             VARCHAR?   whom we are compared with; else the rule
--   noemer            VARCHAR?   jongeren; else inhabitants
-- columns
--   jaar              INTEGER
--   stand             VARCHAR    begroting or rekening
--   generatie         INTEGER    1 until 2022, 2 in 2023 and 2024, 3 from 2025 on
--   doorgaand         BOOLEAN    whether a line may go on into another generation
--   per_hoofd         DOUBLE     euro
--   mediaan_lijkend   DOUBLE?    NULL when fewer than three of them delivered
--   aantal_lijkend    BIGINT
-- grain: jaar, stand
SELECT
    v.jaar::INTEGER AS jaar,
    v.stand::VARCHAR AS stand,
    (1 + (v.jaar >= 2023)::INTEGER + (v.jaar >= 2025)::INTEGER)::INTEGER AS generatie,
    any_value(v.doorgaand)::BOOLEAN AS doorgaand,
    any_value(v.per_hoofd) FILTER (WHERE v.eigen)::DOUBLE AS per_hoofd,
    CASE
        WHEN count(*) FILTER (WHERE v.lijkt) >= 3 THEN median(v.per_hoofd) FILTER (WHERE v.lijkt)
    END::DOUBLE AS mediaan_lijkend,
    count(*) FILTER (WHERE v.lijkt)::BIGINT AS aantal_lijkend
FROM hoofdelijk($gemeente, $groep, $noemer) AS v
WHERE v.onderdeel = $onderdeel::VARCHAR AND v.stand IN ('begroting', 'rekening')
GROUP BY v.jaar, v.stand
HAVING count(*) FILTER (WHERE v.eigen) > 0
ORDER BY jaar, stand
