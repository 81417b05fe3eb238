-- What we spend on voorliggend and on maatwerk in one Iv3 report after the other, per inhabitant.
--
-- params
--   gemeente             VARCHAR    CBS code of ours
--   groep                VARCHAR?   whom we are compared with; else the rule
-- columns
--   jaar                 INTEGER
--   stand                VARCHAR    begroting or rekening
--   generatie            INTEGER    1 until 2022, 2 in 2023 and 2024, 3 from 2025 on
--   voorliggend          DOUBLE     euro: 6.1 and 6.2
--   maatwerk             DOUBLE     euro: Wmo and youth, without opvang and gedwongen
--   deel_voorliggend     DOUBLE?    of both together
--   voorliggend_lijkend  DOUBLE?    medians; NULL when fewer than three of them delivered
--   maatwerk_lijkend     DOUBLE?
--   deel_lijkend         DOUBLE?
--   aantal_lijkend       BIGINT
-- grain: jaar, stand
WITH per_gemeente AS (
    SELECT
        i.jaar,
        i.stand,
        l.regio_code,
        any_value(l.eigen) AS eigen,
        any_value(l.lijkt) AS lijkt,
        (
            coalesce(sum(i.lasten) FILTER (WHERE i.post IN ('samenkracht', 'toegang')), 0)
            / any_value(l.inwoners)
        )::DOUBLE AS voorliggend,
        (
            coalesce(sum(i.lasten) FILTER (WHERE i.post IN ('wmo', 'jeugd_maatwerk')), 0)
            / any_value(l.inwoners)
        )::DOUBLE AS maatwerk
    FROM iv3 AS i
    INNER JOIN lijkend($gemeente, $groep) AS l ON i.jaar = l.jaar AND i.regio_code = l.regio_code
    WHERE i.stand IN ('begroting', 'rekening') AND l.inwoners > 0
    GROUP BY i.jaar, i.stand, l.regio_code
),

verdeeld AS (
    SELECT
        p.*,
        p.voorliggend / nullif(p.voorliggend + p.maatwerk, 0) AS deel,
        count(*) FILTER (WHERE p.lijkt) OVER (PARTITION BY p.jaar, p.stand) >= 3 AS genoeg
    FROM per_gemeente AS p
)

SELECT
    v.jaar::INTEGER AS jaar,
    v.stand::VARCHAR AS stand,
    (1 + (v.jaar >= 2023)::INTEGER + (v.jaar >= 2025)::INTEGER)::INTEGER AS generatie,
    any_value(v.voorliggend) FILTER (WHERE v.eigen)::DOUBLE AS voorliggend,
    any_value(v.maatwerk) FILTER (WHERE v.eigen)::DOUBLE AS maatwerk,
    any_value(v.deel) FILTER (WHERE v.eigen)::DOUBLE AS deel_voorliggend,
    median(v.voorliggend) FILTER (WHERE v.lijkt AND v.genoeg)::DOUBLE AS voorliggend_lijkend,
    median(v.maatwerk) FILTER (WHERE v.lijkt AND v.genoeg)::DOUBLE AS maatwerk_lijkend,
    median(v.deel) FILTER (WHERE v.lijkt AND v.genoeg)::DOUBLE AS deel_lijkend,
    count(*) FILTER (WHERE v.lijkt)::BIGINT AS aantal_lijkend
FROM verdeeld AS v
GROUP BY v.jaar, v.stand
HAVING count(*) FILTER (WHERE v.eigen) > 0
ORDER BY jaar, stand
