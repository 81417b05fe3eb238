-- What makes an Iv3 report hard to compare: of ours, and of how many that we are compared with.
--
-- params
--   gemeente         VARCHAR    CBS code of ours
--   jaar             INTEGER    of the Iv3 report
--   stand            VARCHAR    begroting, kwartaal 1 to 4, or rekening
--   groep            VARCHAR?   whom we are compared with; else the rule
-- columns
--   code             VARCHAR    centrum, verdeling, een_taakveld, nul or betaald
--   eigen            BOOLEAN    whether it holds for ours
--   aantal_lijkend   BIGINT     for how many of the others
--   aantal           BIGINT     of how many others
-- grain: code
WITH naast AS (
    SELECT
        l.regio_code,
        l.eigen,
        l.lijkt,
        l.inwoners,
        l.centrumgemeente AS centrum
    FROM lijkend($gemeente, $groep) AS l
    WHERE l.jaar = $jaar::INTEGER
),

regels AS (
    SELECT
        i.regio_code,
        i.post,
        i.taakveld,
        i.lasten,
        i.baten
    FROM iv3 AS i
    WHERE i.jaar = $jaar::INTEGER AND i.stand = $stand::VARCHAR
),

gevonden AS (
    SELECT
        r.regio_code,
        sum(r.lasten) FILTER (WHERE r.post = 'opvang') AS opvang,
        max(r.lasten) FILTER (WHERE r.taakveld LIKE '6.72_') AS grootste,
        sum(r.lasten) FILTER (WHERE r.taakveld LIKE '6.72_') AS ambulant_voorheen,
        list(r.lasten ORDER BY r.taakveld) FILTER (WHERE r.taakveld LIKE '6.75_') AS ambulant,
        list(r.lasten ORDER BY r.taakveld) FILTER (WHERE r.taakveld LIKE '6.76_') AS verblijf,
        count(*) FILTER (WHERE r.taakveld IN ('6.791', '6.91', '6.92') AND r.lasten = 0) AS leeg,
        sum(r.baten) FILTER (WHERE r.taakveld = '6.1')
        > sum(r.lasten) FILTER (WHERE r.taakveld = '6.1') / 2 AS betaald
    FROM regels AS r
    GROUP BY r.regio_code
),

-- What all gemeenten together spend on beschermd wonen and opvang, per inhabitant.
land AS (
    SELECT sum(g.opvang) / sum(n.inwoners) AS opvang
    FROM gevonden AS g
    INNER JOIN naast AS n ON g.regio_code = n.regio_code
),

geoordeeld AS (
    SELECT
        n.regio_code,
        n.eigen,
        n.lijkt,
        unnest(['centrum', 'verdeling', 'een_taakveld', 'nul', 'betaald']) AS code,
        unnest([
            coalesce(n.centrum, g.opvang / n.inwoners > land.opvang * 0.75),
            len(g.ambulant) = 3 AND len(g.verblijf) = 3
            AND list_min(g.ambulant || g.verblijf) > 0
            AND abs(g.ambulant[1] / list_sum(g.ambulant) - g.verblijf[1] / list_sum(g.verblijf))
            + abs(g.ambulant[2] / list_sum(g.ambulant) - g.verblijf[2] / list_sum(g.verblijf))
            < 0.005,
            g.grootste >= g.ambulant_voorheen * 0.9,
            g.leeg = 3,
            g.betaald
        ]) AS is_zo
    FROM naast AS n
    INNER JOIN gevonden AS g ON n.regio_code = g.regio_code
    CROSS JOIN land
)

SELECT
    o.code::VARCHAR AS code,
    coalesce(bool_or(o.is_zo) FILTER (WHERE o.eigen), FALSE)::BOOLEAN AS eigen,
    count(*) FILTER (WHERE o.lijkt AND o.is_zo)::BIGINT AS aantal_lijkend,
    count(*) FILTER (WHERE o.lijkt)::BIGINT AS aantal
FROM geoordeeld AS o
GROUP BY o.code
HAVING coalesce(bool_or(o.is_zo), FALSE)
ORDER BY code
