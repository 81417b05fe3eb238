-- A stretch of days on which a toewijzing is active, first and last day included.
--
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   client_id           INTEGER
--   wijk_code           VARCHAR    where the person lives now, or onbekend
--   categorie           VARCHAR?
--   aanbieder           VARCHAR
--   verwijzer           VARCHAR    as of its toewijzing
--   van                 DATE
--   tot                 DATE       9999-12-31 when open
--   maand_van           DATE       the first month that no earlier stretch reaches
--   maand_tot           DATE       the month of the last day; months are first days
-- grain: wet, toewijzing_nummer, van
-- touched: raakt_toewijzing (wet, toewijzing_nummer)
WITH geldig AS (
    SELECT
        t.wet,
        t.toewijzing_nummer,
        t.client_id,
        t.categorie,
        t.aanbieder,
        t.verwijzer,
        t.ingangsdatum,
        coalesce(t.einddatum, DATE '9999-12-31') AS einddatum
    FROM toewijzing AS t
    SEMI JOIN raakt_toewijzing AS r
        ON t.wet = r.wet AND t.toewijzing_nummer = r.toewijzing_nummer
    WHERE NOT t.verwijderd
),

-- A stop with reden 20 only interrupts.
gestopt AS (
    SELECT
        m.wet,
        m.toewijzing_nummer,
        m.einddatum
    FROM melding AS m
    WHERE m.soort = 'stop' AND m.reden_beeindiging <> '20'
),

-- Care can begin on the first day of the toewijzing, or again with a later start.
begin AS (
    SELECT
        g.*,
        g.ingangsdatum AS van
    FROM geldig AS g
    WHERE
        NOT EXISTS (
            SELECT 1
            FROM gestopt AS s
            WHERE
                g.wet = s.wet AND g.toewijzing_nummer = s.toewijzing_nummer
                AND s.einddatum < g.ingangsdatum
                AND NOT EXISTS (
                    SELECT 1
                    FROM melding AS m
                    WHERE
                        m.soort = 'start'
                        AND s.wet = m.wet AND s.toewijzing_nummer = m.toewijzing_nummer
                        AND m.begindatum > s.einddatum AND m.begindatum <= g.ingangsdatum
                )
        )
    UNION
    SELECT
        g.*,
        m.begindatum AS van
    FROM geldig AS g
    INNER JOIN melding AS m
        ON
            g.wet = m.wet AND g.toewijzing_nummer = m.toewijzing_nummer AND m.soort = 'start'
            AND g.ingangsdatum < m.begindatum AND g.einddatum >= m.begindatum
),

eind AS (
    SELECT
        b.wet,
        b.toewijzing_nummer,
        b.client_id,
        b.categorie,
        b.aanbieder,
        b.verwijzer,
        b.van,
        least(b.einddatum, coalesce(min(s.einddatum), b.einddatum)) AS tot
    FROM begin AS b
    LEFT JOIN gestopt AS s
        ON
            b.wet = s.wet AND b.toewijzing_nummer = s.toewijzing_nummer
            AND b.van <= s.einddatum
    GROUP BY
        b.wet, b.toewijzing_nummer, b.client_id, b.categorie, b.aanbieder, b.verwijzer, b.van,
        b.einddatum
),

stuk AS (
    SELECT
        e.wet,
        e.toewijzing_nummer,
        e.client_id,
        e.categorie,
        e.aanbieder,
        e.verwijzer,
        e.tot,
        min(e.van) AS van,
        date_trunc('month', min(e.van)) AS maand,
        lag(e.tot) OVER (
            PARTITION BY e.wet, e.toewijzing_nummer ORDER BY min(e.van)
        ) AS tot_hiervoor
    FROM eind AS e
    GROUP BY e.wet, e.toewijzing_nummer, e.client_id, e.categorie, e.aanbieder, e.verwijzer, e.tot
)

SELECT
    s.wet::VARCHAR AS wet,
    s.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    s.client_id::INTEGER AS client_id,
    coalesce(c.wijk_code, 'onbekend')::VARCHAR AS wijk_code,
    s.categorie::VARCHAR AS categorie,
    s.aanbieder::VARCHAR AS aanbieder,
    s.verwijzer::VARCHAR AS verwijzer,
    s.van::DATE AS van,
    s.tot::DATE AS tot,
    CASE
        WHEN s.tot_hiervoor >= s.maand THEN date_trunc('month', s.tot_hiervoor) + INTERVAL 1 MONTH
        ELSE s.maand
    END::DATE AS maand_van,
    date_trunc('month', s.tot)::DATE AS maand_tot
FROM stuk AS s
LEFT JOIN client AS c ON s.client_id = c.client_id
ORDER BY s.wet, s.toewijzing_nummer, s.van
