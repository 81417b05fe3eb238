-- What care cost in a year beside the messages, or brought in, as files tell it.
--
-- columns
--   jaar            INTEGER          the year to which it belongs
--   wet             VARCHAR?         NULL for taakvelden that belong to no single wet
--   taakveld        VARCHAR          as the file has it; of a pgb or uitkering by its kind
--   boekveld        VARCHAR          the taakveld on which messages are booked: 6.75 for 6.751
--   soort           VARCHAR          the kind of file
--   lasten          DECIMAL(18,2)    euro
--   baten           DECIMAL(18,2)    euro
--   clienten        BIGINT           of whom the file tells; 0 when it tells of nobody
--   laatste_maand   DATE?            the last month with an amount; NULL when it is about a year
-- grain: jaar, wet, taakveld, soort
WITH genoemd AS (
    SELECT
        year(t.maand) AS jaar,
        NULL AS wet,
        t.taakveld,
        'taakgericht' AS soort,
        t.bedrag AS lasten,
        0 AS baten,
        NULL AS client_id,
        t.maand
    FROM taakgericht AS t
    UNION ALL
    SELECT
        s.jaar,
        NULL AS wet,
        s.taakveld,
        'subsidies' AS soort,
        coalesce(s.vastgesteld, s.verleend) AS lasten,
        0 AS baten,
        NULL AS client_id,
        NULL AS maand
    FROM subsidie AS s
    UNION ALL
    SELECT
        year(e.maand) AS jaar,
        NULL AS wet,
        e.taakveld,
        'eigen_bijdragen' AS soort,
        0 AS lasten,
        e.bedrag AS baten,
        NULL AS client_id,
        e.maand
    FROM eigen_bijdrage AS e
    -- Before 2025 a pgb stood in the taakveld of its care, which the SVB does not tell.
    UNION ALL
    SELECT
        year(p.maand) AS jaar,
        p.wet,
        coalesce(
            (
                SELECT v.taakveld FROM taakveld_jaar AS v
                WHERE
                    v.taakveld = CASE p.wet WHEN 'jw' THEN '6.792' ELSE '6.791' END
                    AND year(p.maand) BETWEEN v.vanaf_jaar AND v.tot_jaar
            ),
            'onbekend'
        ) AS taakveld,
        'pgb' AS soort,
        p.besteed AS lasten,
        0 AS baten,
        p.client_id,
        p.maand
    FROM pgb AS p
    UNION ALL
    SELECT
        year(u.maand) AS jaar,
        NULL AS wet,
        CASE u.regeling WHEN 'beschut' THEN '6.4' ELSE '6.3' END AS taakveld,
        'uitkeringen' AS soort,
        u.bedrag AS lasten,
        0 AS baten,
        u.client_id,
        u.maand
    FROM uitkering AS u
)

-- The wet is that of the taakveld, as in the budget; only of a pgb of before 2025 it is known else.
SELECT
    g.jaar::INTEGER AS jaar,
    coalesce(v.wet, g.wet)::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    v.boekveld::VARCHAR AS boekveld,
    g.soort::VARCHAR AS soort,
    sum(g.lasten)::DECIMAL(18, 2) AS lasten,
    sum(g.baten)::DECIMAL(18, 2) AS baten,
    count(DISTINCT g.client_id)::BIGINT AS clienten,
    max(g.maand)::DATE AS laatste_maand
FROM genoemd AS g
CROSS JOIN LATERAL boekveld(g.taakveld) AS v
GROUP BY g.jaar, coalesce(v.wet, g.wet), g.taakveld, v.boekveld, g.soort
ORDER BY g.jaar, wet, g.taakveld, g.soort
