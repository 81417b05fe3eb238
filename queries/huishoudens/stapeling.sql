-- Households with two or more voorzieningen in half a year, beside all households that there are:
-- half years that end on the last day of the period or so many times six months before, of which
-- all uitkeringen are known if any are.
--
-- params
--   van            DATE      the first day that is asked of
--   tot            DATE      the last day of the newest half year
-- columns
--   begin          DATE      first day of the half year
--   eind           DATE      last day
--   huishoudens    BIGINT    persons, as households, with a voorziening
--   enkel          BIGINT    persons, as households, with one
--   gestapeld      BIGINT    persons, as households, with two or more
--   alle           BIGINT?   households in the gemeente, as counted by others
--   alle_jaar      INTEGER?  of which year
--   aandeel        DOUBLE?   share of gestapeld in alle
-- grain: eind
-- balance: enkel + gestapeld = huishoudens
WITH halfjaar AS (
    SELECT
        ($tot::DATE + 1 - (s.stap + 1) * INTERVAL 6 MONTH)::DATE AS van,
        (($tot::DATE + 1 - s.stap * INTERVAL 6 MONTH)::DATE - 1)::DATE AS tot
    FROM (VALUES (0), (1), (2)) AS s (stap)
),

eerste AS (
    SELECT min(r.maand) AS maand
    FROM uitkering_regel AS r
),

-- Two kinds differ in their wet or in their soort. What is handed to a macro is read among its own
-- names: no alias in it is a t.
huishouden_met AS (
    SELECT
        t.van,
        t.tot,
        z.huishouden_id,
        min(z.wet) < max(z.wet) OR min(z.soort) < max(z.soort) AS meer
    FROM halfjaar AS t
    CROSS JOIN eerste AS e
    CROSS JOIN LATERAL huishoudzorg(t.van, t.tot) AS z
    WHERE t.van >= $van::DATE AND t.van >= coalesce(e.maand, t.van)
    GROUP BY t.van, t.tot, z.huishouden_id
)

SELECT
    h.van::DATE AS begin,
    h.tot::DATE AS eind,
    count(*)::BIGINT AS huishoudens,
    (count(*) FILTER (WHERE NOT h.meer))::BIGINT AS enkel,
    (count(*) FILTER (WHERE h.meer))::BIGINT AS gestapeld,
    any_value(b.huishoudens)::BIGINT AS alle,
    any_value(b.jaar)::INTEGER AS alle_jaar,
    (count(*) FILTER (WHERE h.meer) / any_value(b.huishoudens))::DOUBLE AS aandeel
FROM huishouden_met AS h
LEFT JOIN bewoond($tot, NULL) AS b ON TRUE
GROUP BY h.van, h.tot
ORDER BY h.tot
