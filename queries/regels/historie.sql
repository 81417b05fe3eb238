-- What a declaratie, or an answer to one, said of a line or of a line that goes with it.
--
-- params
--   wet               VARCHAR
--   aanbieder         VARCHAR   AGB code
--   referentienummer  VARCHAR
-- columns
--   ontvangen_op      TIMESTAMP       UTC
--   omschrijving      VARCHAR         ingediend, opnieuw, debet, credit, naast; or of an answer
--   referentienummer  VARCHAR         of the line that is meant
--   bedrag            DECIMAL(18,2)?  a credit is negative; NULL for an answer
--   reden             VARCHAR?        retourcodes of an answer, or where another line stands
--   soort             VARCHAR         of message
--   nummer            VARCHAR?        of message
--   dagtekening       DATE?           of message
--   bestand           VARCHAR
--   plaats            INTEGER?        the line in that file
--   levering_nr       INTEGER
-- grain: levering_nr, plaats, omschrijving
-- policy: exact
WITH deze AS (
    SELECT d.* FROM deze_regel($wet, $aanbieder, $referentienummer) AS d
),

-- The line each time that it came, and the credits that take it back.
gelezen AS (
    SELECT
        p.levering_nr,
        p.plaats,
        p.sleutel,
        p.referentienummer,
        p.vorig_referentienummer AS vorig,
        CASE p.debet_credit WHEN 'C' THEN -p.bedrag ELSE p.bedrag END AS bedrag,
        CASE
            WHEN p.referentienummer <> d.referentienummer THEN 'credit'
            WHEN (p.levering_nr, p.plaats) = (d.levering_nr, d.plaats) THEN 'ingediend'
            ELSE 'opnieuw'
        END AS wat
    FROM prestatie AS p
    CROSS JOIN deze AS d
    WHERE
        d.sleutel IN (p.sleutel, p.vorige_sleutel)
        AND p.wet = d.wet AND p.aanbieder = d.aanbieder
        AND d.referentienummer IN (p.referentienummer, p.vorig_referentienummer)
),

-- What a credit takes back, and other lines of the same care and period.
ernaast AS (
    SELECT
        r.levering_nr,
        r.plaats,
        r.referentienummer,
        r.bedrag,
        if(r.referentienummer IN (SELECT g.vorig FROM gelezen AS g), 'debet', 'naast') AS wat,
        r.status AS reden
    FROM regel AS r
    CROSS JOIN deze AS d
    WHERE
        r.wet = d.wet AND r.aanbieder = d.aanbieder
        AND r.referentienummer NOT IN (SELECT g.referentienummer FROM gelezen AS g)
        AND (
            r.referentienummer IN (SELECT g.vorig FROM gelezen AS g)
            OR (r.toewijzing_nummer, r.client_id, r.begin, r.productcode)
            = (d.toewijzing_nummer, d.client_id, d.begin, d.productcode)
        )
),

gezegd AS (
    SELECT
        g.*,
        r.status AS reden
    FROM gelezen AS g
    LEFT JOIN regel AS r ON g.wat = 'credit' AND g.sleutel = r.sleutel
    UNION ALL BY NAME
    SELECT e.*
    FROM ernaast AS e
    UNION ALL BY NAME
    SELECT
        o.levering_nr,
        $referentienummer::VARCHAR AS referentienummer,
        o.oordeel AS wat,
        o.reden
    FROM oordeel($wet, $aanbieder, $referentienummer) AS o
)

SELECT
    l.ontvangen_op::TIMESTAMP AS ontvangen_op,
    g.wat::VARCHAR AS omschrijving,
    g.referentienummer::VARCHAR AS referentienummer,
    (g.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    g.reden::VARCHAR AS reden,
    l.soort::VARCHAR AS soort,
    l.identificatie::VARCHAR AS nummer,
    l.dagtekening::DATE AS dagtekening,
    l.bestand::VARCHAR AS bestand,
    g.plaats::INTEGER AS plaats,
    g.levering_nr::INTEGER AS levering_nr
FROM gezegd AS g
INNER JOIN levering AS l ON g.levering_nr = l.levering_nr
ORDER BY l.dagtekening, g.levering_nr, g.plaats, g.wat
