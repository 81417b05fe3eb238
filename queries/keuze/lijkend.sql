-- The gemeenten in every year that has Iv3, with which of them a gemeente is compared.
--
-- params
--   gemeente        VARCHAR    CBS code of ours
--   groep           VARCHAR?   grootte, stedelijkheid, structuur, provincie or land; else the rule
-- columns
--   jaar            INTEGER
--   regio_code      VARCHAR
--   naam            VARCHAR
--   inwoners        BIGINT?    of the nearest year that is known, as all below
--   jongeren        BIGINT?
--   centrumgemeente BOOLEAN?
--   eigen           BOOLEAN
--   lijkt           BOOLEAN    never ours
-- grain: jaar, regio_code
WITH nabij AS (
    SELECT
        j.jaar,
        g.regio_code,
        g.naam,
        g.inwoners,
        g.jongeren,
        g.provincie,
        g.gemeentegrootte,
        g.stedelijkheid,
        g.sociale_structuur,
        g.centrumgemeente,
        abs(g.jaar - j.jaar) * 2 + (g.jaar > j.jaar)::INTEGER AS verte
    FROM (SELECT DISTINCT i.jaar FROM iv3 AS i) AS j
    CROSS JOIN gemeente AS g
    WHERE g.regio_code <> 'NL01'
),

kenmerk AS (
    SELECT
        n.jaar,
        n.regio_code,
        arg_min(n.naam, n.verte) AS naam,
        arg_min(n.inwoners, n.verte) AS inwoners,
        arg_min(n.jongeren, n.verte) AS jongeren,
        arg_min(n.provincie, n.verte) AS provincie,
        arg_min(n.gemeentegrootte, n.verte) AS grootte,
        arg_min(n.stedelijkheid, n.verte) AS stad,
        arg_min(n.sociale_structuur, n.verte) AS structuur,
        arg_min(n.centrumgemeente, n.verte) AS centrum
    FROM nabij AS n
    GROUP BY n.jaar, n.regio_code
),

naast AS (
    SELECT
        k.*,
        coalesce(k.regio_code = $gemeente::VARCHAR, FALSE) AS eigen,
        coalesce(k.grootte = z.grootte, FALSE) AS even_groot,
        coalesce(k.stad = z.stad, FALSE) AS even_stedelijk,
        coalesce(k.structuur = z.structuur, FALSE) AS zelfde_structuur,
        coalesce(k.provincie = z.provincie, FALSE) AS zelfde_provincie
    FROM kenmerk AS k
    LEFT JOIN kenmerk AS z ON k.jaar = z.jaar AND z.regio_code = $gemeente::VARCHAR
),

geteld AS (
    SELECT
        n.*,
        n.even_groot::INTEGER + n.even_stedelijk::INTEGER + n.zelfde_structuur::INTEGER AS gelijk,
        -- Ours is one of them: eight others are nine.
        sum((n.even_groot AND n.even_stedelijk AND n.zelfde_structuur)::INTEGER)
            OVER (PARTITION BY n.jaar)
        > 8 AS genoeg
    FROM naast AS n
)

SELECT
    g.jaar::INTEGER AS jaar,
    g.regio_code::VARCHAR AS regio_code,
    g.naam::VARCHAR AS naam,
    g.inwoners::BIGINT AS inwoners,
    g.jongeren::BIGINT AS jongeren,
    g.centrum::BOOLEAN AS centrumgemeente,
    g.eigen::BOOLEAN AS eigen,
    (
        NOT g.eigen
        AND CASE coalesce($groep::VARCHAR, '')
            WHEN 'land' THEN TRUE
            WHEN 'grootte' THEN g.even_groot
            WHEN 'stedelijkheid' THEN g.even_stedelijk
            WHEN 'structuur' THEN g.zelfde_structuur
            WHEN 'provincie' THEN g.zelfde_provincie
            ELSE g.gelijk = 3 OR (g.gelijk = 2 AND NOT g.genoeg)
        END
    )::BOOLEAN AS lijkt
FROM geteld AS g
