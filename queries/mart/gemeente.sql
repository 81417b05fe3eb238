-- What kind of gemeente one is in a year: its own file says so, or else the one of Iv3.
--
-- columns
--   jaar               INTEGER
--   regio_code         VARCHAR
--   naam               VARCHAR
--   provincie          VARCHAR?
--   inwoners           BIGINT?
--   jongeren           BIGINT?
--   gemeentegrootte    VARCHAR?   class of size
--   stedelijkheid      VARCHAR?
--   sociale_structuur  VARCHAR?
--   centrumgemeente    BOOLEAN?   pays beschermd wonen and opvang for a region
-- grain: jaar, regio_code
WITH eigen AS (
    SELECT
        k.jaar,
        k.regio_code,
        k.provincie,
        k.inwoners,
        k.jongeren,
        k.gemeentegrootte,
        k.stedelijkheid,
        k.sociale_structuur,
        k.centrumgemeente
    FROM gemeentekenmerk_regel AS k
    INNER JOIN levering AS l ON k.levering_nr = l.levering_nr
    QUALIFY
        row_number() OVER (
            PARTITION BY k.jaar, k.regio_code
            ORDER BY l.ontvangen_op DESC, k.levering_nr DESC, k.plaats DESC
        ) = 1
),

bij_iv3 AS (
    SELECT
        r.jaar,
        r.regio_code,
        r.provincie,
        r.inwonertal AS inwoners,
        r.gemeentegrootte,
        r.stedelijkheid,
        r.sociale_structuur
    FROM iv3_regel AS r
    INNER JOIN levering AS l ON r.levering_nr = l.levering_nr
    WHERE r.inwonertal IS NOT NULL
    QUALIFY
        row_number() OVER (
            PARTITION BY r.jaar, r.regio_code
            ORDER BY l.ontvangen_op DESC, r.levering_nr DESC, r.plaats DESC
        ) = 1
)

SELECT
    coalesce(e.jaar, i.jaar)::INTEGER AS jaar,
    coalesce(e.regio_code, i.regio_code)::VARCHAR AS regio_code,
    coalesce(n.naam, e.regio_code, i.regio_code)::VARCHAR AS naam,
    coalesce(e.provincie, i.provincie)::VARCHAR AS provincie,
    coalesce(e.inwoners, i.inwoners)::BIGINT AS inwoners,
    e.jongeren::BIGINT AS jongeren,
    coalesce(e.gemeentegrootte, i.gemeentegrootte)::VARCHAR AS gemeentegrootte,
    coalesce(e.stedelijkheid, i.stedelijkheid)::VARCHAR AS stedelijkheid,
    coalesce(e.sociale_structuur, i.sociale_structuur)::VARCHAR AS sociale_structuur,
    e.centrumgemeente::BOOLEAN AS centrumgemeente
FROM eigen AS e
FULL JOIN bij_iv3 AS i ON e.jaar = i.jaar AND e.regio_code = i.regio_code
LEFT JOIN gemeentenaam AS n ON coalesce(e.regio_code, i.regio_code) = n.regio_code
ORDER BY jaar, regio_code
