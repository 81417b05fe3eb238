-- What is suspicious of a start, a stop or a toewijzing beside what else was delivered.
--
-- columns
--   wet           VARCHAR
--   aanbieder     VARCHAR
--   client_id     INTEGER
--   soort         VARCHAR    start, stop or toewijzing
--   code          VARCHAR    retourcode, vroeg or overlap
--   levering_nr   INTEGER    0 for a toewijzing
--   plaats        BIGINT     the number of a toewijzing
-- grain: wet, aanbieder, client_id, soort, code, levering_nr, plaats
-- touched: raakt_melding (wet, aanbieder, client_id)
WITH staand AS (
    SELECT m.*
    FROM melding AS m
    SEMI JOIN raakt_melding AS r
        ON m.wet = r.wet AND m.aanbieder = r.aanbieder AND m.client_id = r.client_id
),

-- Standing starts and stops beside each other one of the same toewijzing.
naast AS (
    SELECT
        m.levering_nr,
        m.plaats,
        bool_or(a.soort = 'start' AND a.begindatum = m.begindatum) AS heeft_start,
        count(*) FILTER (
            WHERE a.begindatum = m.begindatum
            AND (a.reden_beeindiging = '20') = (m.reden_beeindiging = '20')
        ) AS stops,
        max(a.einddatum) FILTER (
            WHERE a.begindatum = m.begindatum AND a.reden_beeindiging = '20'
        ) AS onderbroken_tot,
        max(a.begindatum) FILTER (
            WHERE a.soort = 'start' AND a.begindatum < m.begindatum
        ) AS vorige_begin,
        max(a.begindatum) FILTER (
            WHERE a.soort = 'stop' AND a.begindatum < m.begindatum
        ) AS vorige_gestopt
    FROM staand AS m
    INNER JOIN staand AS a
        ON
            m.wet = a.wet AND m.aanbieder = a.aanbieder AND m.client_id = a.client_id
            AND m.toewijzing_nummer = a.toewijzing_nummer
    GROUP BY m.levering_nr, m.plaats
),

gezegd AS (
    SELECT
        g.wet,
        g.aanbieder,
        g.client_id,
        g.soort,
        g.levering_nr,
        g.plaats,
        [
            CASE WHEN m.wet IS NOT NULL AND m.toewijzing_nummer IS NULL THEN '9019' END,
            CASE
                WHEN g.status = '3' AND g.vorige_status IS DISTINCT FROM '1' THEN '9063'
            END,
            CASE WHEN g.soort = 'stop' AND NOT n.heeft_start THEN '9069' END,
            CASE WHEN w.levering_nr IS NOT NULL THEN '9071' END,
            CASE WHEN g.status = '1' AND g.vorige_status = '1' THEN '9074' END,
            CASE
                WHEN
                    g.soort = 'start'
                    AND n.vorige_begin > coalesce(n.vorige_gestopt, DATE '0001-01-01')
                    THEN '9326'
            END,
            CASE WHEN g.reden_beeindiging = '20' AND n.stops > 1 THEN '9413' END,
            CASE
                WHEN g.reden_beeindiging <> '20' AND g.einddatum < n.onderbroken_tot THEN '9414'
            END,
            CASE WHEN g.reden_beeindiging <> '20' AND n.stops > 1 THEN '9415' END,
            CASE WHEN m.soort = 'start' AND g.begindatum > g.dagtekening THEN 'vroeg' END
        ] AS codes
    FROM raakt_gemeld AS g
    LEFT JOIN staand AS m
        ON g.levering_nr = m.levering_nr AND g.plaats = m.plaats AND g.soort = m.soort
    LEFT JOIN raakt_teruggenomen AS w
        ON g.levering_nr = w.levering_nr AND g.plaats = w.plaats AND g.soort = 'start'
    LEFT JOIN naast AS n ON m.levering_nr = n.levering_nr AND m.plaats = n.plaats
),

-- A number of a toewijzing that is also that of somebody else, or of another aanbieder.
gedeeld AS (
    SELECT DISTINCT
        v.wet,
        v.aanbieder,
        v.client_id,
        'toewijzing' AS soort,
        '9332' AS code,
        0 AS levering_nr,
        v.toewijzing_nummer AS plaats
    FROM toewijzing_versie AS v
    SEMI JOIN raakt_melding AS r
        ON v.wet = r.wet AND v.aanbieder = r.aanbieder AND v.client_id = r.client_id
    INNER JOIN toewijzing_versie AS a
        ON v.wet = a.wet AND v.toewijzing_nummer = a.toewijzing_nummer
    WHERE v.aanbieder <> a.aanbieder OR v.client_id <> a.client_id
),

-- A toewijzing that begins before an earlier one of the same product there has ended.
overlappend AS (
    SELECT
        t.wet,
        t.aanbieder,
        t.client_id,
        'toewijzing' AS soort,
        'overlap' AS code,
        0 AS levering_nr,
        t.toewijzing_nummer AS plaats
    FROM toewijzing AS t
    SEMI JOIN raakt_melding AS r
        ON t.wet = r.wet AND t.aanbieder = r.aanbieder AND t.client_id = r.client_id
    WHERE NOT t.verwijderd AND t.categorie IS NOT NULL
    QUALIFY max(coalesce(t.einddatum, DATE '9999-12-31')) OVER (
        PARTITION BY t.wet, t.aanbieder, t.client_id, t.categorie, t.productcode
        ORDER BY t.ingangsdatum, t.toewijzing_nummer
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    ) >= t.ingangsdatum
),

alles AS (
    SELECT
        z.wet,
        z.aanbieder,
        z.client_id,
        z.soort,
        unnest(z.codes) AS code,
        z.levering_nr,
        z.plaats
    FROM gezegd AS z
    UNION ALL
    SELECT d.* FROM gedeeld AS d
    UNION ALL
    SELECT o.* FROM overlappend AS o
)

SELECT
    a.wet::VARCHAR AS wet,
    a.aanbieder::VARCHAR AS aanbieder,
    a.client_id::INTEGER AS client_id,
    a.soort::VARCHAR AS soort,
    a.code::VARCHAR AS code,
    a.levering_nr::INTEGER AS levering_nr,
    a.plaats::BIGINT AS plaats
FROM alles AS a
WHERE a.code IS NOT NULL
ORDER BY a.wet, a.aanbieder, a.client_id, a.soort, a.code, a.levering_nr, a.plaats
