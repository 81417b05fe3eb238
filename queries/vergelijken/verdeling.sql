-- What one gemeente spends on a onderdeel, per inhabitant or per youth; who spends most first.
--
-- params
--   gemeente     VARCHAR    CBS code of ours
--   jaar         INTEGER    of the Iv3 report
--   stand        VARCHAR    begroting, kwartaal 1 to 4, or rekening
--   onderdeel      VARCHAR    jeugd, wmo, wmo_opvang, participatie or basis
--   groep        VARCHAR?   whom we are compared with; else the rule
--   noemer       VARCHAR?   jongeren; else inhabitants
-- columns
--   rang         BIGINT     1 spends most
--   naam         VARCHAR
--   per_hoofd    DOUBLE     euro
--   eigen        BOOLEAN    ours
--   lijkt        BOOLEAN    one of those that we are compared with
--   regio_code   VARCHAR
-- grain: regio_code
SELECT
    rank() OVER (ORDER BY v.per_hoofd DESC)::BIGINT AS rang,
    v.naam::VARCHAR AS naam,
    v.per_hoofd::DOUBLE AS per_hoofd,
    v.eigen::BOOLEAN AS eigen,
    v.lijkt::BOOLEAN AS lijkt,
    v.regio_code::VARCHAR AS regio_code
FROM hoofdelijk($gemeente, $groep, $noemer) AS v
WHERE v.jaar = $jaar::INTEGER AND v.stand = $stand::VARCHAR AND v.onderdeel = $onderdeel::VARCHAR
ORDER BY rang, naam
