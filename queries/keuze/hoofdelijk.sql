-- What every gemeente spends on a onderdeel, per inhabitant or per youth, in every Iv3 report.
--
-- params
--   gemeente     VARCHAR    CBS code of ours
--   groep        VARCHAR?   whom we are compared with; see keuze/lijkend.sql
--   noemer       VARCHAR?   jongeren; else inhabitants
-- columns
--   jaar         INTEGER
--   stand        VARCHAR
--   onderdeel      VARCHAR
--   volgnr       INTEGER
--   onderdeel_naam VARCHAR
--   doorgaand    BOOLEAN
--   regio_code   VARCHAR
--   naam         VARCHAR
--   per_hoofd    DOUBLE     euro
--   saldo        DOUBLE?    the same after baten; NULL where these are not known
--   deler        BIGINT     inhabitants or youth
--   eigen        BOOLEAN
--   lijkt        BOOLEAN
-- grain: jaar, stand, onderdeel, regio_code
WITH per_onderdeel AS (
    SELECT
        i.jaar,
        i.stand,
        i.regio_code,
        c.onderdeel,
        any_value(c.volgnr) AS volgnr,
        any_value(c.naam) AS naam,
        any_value(c.doorgaand) AS doorgaand,
        sum(i.lasten) AS lasten,
        CASE WHEN count(*) = count(i.baten) THEN sum(i.lasten - i.baten) END AS saldo
    FROM iv3 AS i
    INNER JOIN onderdeel AS c ON i.post = c.post
    GROUP BY i.jaar, i.stand, i.regio_code, c.onderdeel
),

gedeeld AS (
    SELECT
        l.*,
        CASE WHEN $noemer::VARCHAR = 'jongeren' THEN l.jongeren ELSE l.inwoners END AS deler
    FROM lijkend($gemeente, $groep) AS l
)

SELECT
    p.jaar::INTEGER AS jaar,
    p.stand::VARCHAR AS stand,
    p.onderdeel::VARCHAR AS onderdeel,
    p.volgnr::INTEGER AS volgnr,
    p.naam::VARCHAR AS onderdeel_naam,
    p.doorgaand::BOOLEAN AS doorgaand,
    p.regio_code::VARCHAR AS regio_code,
    g.naam::VARCHAR AS naam,
    (p.lasten / g.deler)::DOUBLE AS per_hoofd,
    (p.saldo / g.deler)::DOUBLE AS saldo,
    g.deler::BIGINT AS deler,
    g.eigen::BOOLEAN AS eigen,
    g.lijkt::BOOLEAN AS lijkt
FROM per_onderdeel AS p
INNER JOIN gedeeld AS g ON p.jaar = g.jaar AND p.regio_code = g.regio_code
WHERE g.deler > 0
