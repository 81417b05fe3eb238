-- A stretch of care of a person of one product at one aanbieder; gaps of at most thirty days are
-- bridged. What is known of its first toewijzing tells how long one waited for it.
--
-- columns
--   wet             VARCHAR
--   client_id       INTEGER
--   categorie       VARCHAR?
--   aanbieder       VARCHAR    AGB code
--   volgnr          INTEGER    1 is the first one, more is a return
--   van             DATE       first day of the first toewijzing, or of care that was reopened
--   tot             DATE       9999-12-31 when open
--   begonnen        DATE?      the first start (305), not after tot
--   toegewezen_op   DATE?      when the first toewijzing was decided; NULL when it was reopened
--   gevraagd_op     DATE?      when the first toewijzing was asked for (315)
--   toewijzing_nummer  BIGINT  of the first toewijzing
-- grain: wet, client_id, categorie, aanbieder, volgnr
-- touched: raakt_client (client_id)
WITH stuk AS (
    SELECT
        i.wet,
        i.client_id,
        i.categorie,
        i.aanbieder,
        i.van,
        i.tot,
        i.toewijzing_nummer,
        CASE WHEN i.van = t.ingangsdatum THEN t.toegewezen_op END AS toegewezen_op,
        CASE WHEN i.van = t.ingangsdatum THEN t.gevraagd_op END AS gevraagd_op,
        min(m.begindatum) AS begonnen
    FROM inzet AS i
    SEMI JOIN raakt_client AS r ON i.client_id = r.client_id
    INNER JOIN toewijzing AS t ON i.wet = t.wet AND i.toewijzing_nummer = t.toewijzing_nummer
    LEFT JOIN melding AS m
        ON
            i.wet = m.wet AND i.toewijzing_nummer = m.toewijzing_nummer AND m.soort = 'start'
            AND i.tot >= m.begindatum AND (i.van <= m.begindatum OR i.van = t.ingangsdatum)
    GROUP BY ALL
),

vorige AS (
    SELECT
        s.*,
        max(s.tot) OVER (
            PARTITION BY s.wet, s.client_id, s.categorie, s.aanbieder
            ORDER BY s.van, s.tot, s.toewijzing_nummer
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS tot_hiervoor
    FROM stuk AS s
),

genummerd AS (
    SELECT
        v.*,
        count(*) FILTER (
            WHERE v.tot_hiervoor IS NULL OR v.van - v.tot_hiervoor - 1 > 30
        ) OVER (
            PARTITION BY v.wet, v.client_id, v.categorie, v.aanbieder
            ORDER BY v.van, v.tot, v.toewijzing_nummer
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) AS volgnr
    FROM vorige AS v
)

SELECT
    g.wet::VARCHAR AS wet,
    g.client_id::INTEGER AS client_id,
    g.categorie::VARCHAR AS categorie,
    g.aanbieder::VARCHAR AS aanbieder,
    g.volgnr::INTEGER AS volgnr,
    min(g.van)::DATE AS van,
    max(g.tot)::DATE AS tot,
    min(g.begonnen)::DATE AS begonnen,
    first(g.toegewezen_op ORDER BY g.van, g.tot, g.toewijzing_nummer)::DATE AS toegewezen_op,
    first(g.gevraagd_op ORDER BY g.van, g.tot, g.toewijzing_nummer)::DATE AS gevraagd_op,
    first(g.toewijzing_nummer ORDER BY g.van, g.tot, g.toewijzing_nummer)::BIGINT
        AS toewijzing_nummer
FROM genummerd AS g
GROUP BY g.wet, g.client_id, g.categorie, g.aanbieder, g.volgnr
ORDER BY g.wet, g.client_id, g.categorie, g.aanbieder, g.volgnr
