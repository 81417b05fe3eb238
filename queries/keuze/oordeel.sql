-- What each answer said of a declaration line.
--
-- params
--   wet               VARCHAR
--   aanbieder         VARCHAR   AGB code
--   referentienummer  VARCHAR
-- columns
--   levering_nr        INTEGER    of the answer
--   oordeel            VARCHAR    afgewezen, onleesbaar or toegekend
--   reden              VARCHAR?   retourcodes with their words
-- grain: levering_nr
WITH deze AS (
    SELECT d.*
    FROM deze_regel($wet, $aanbieder, $referentienummer) AS d
),

-- An answer names the number of the declaratie, or else the message that brought it.
gegeven AS (
    SELECT
        a.*,
        d.client_id AS van_client,
        d.referentienummer AS van_regel
    FROM antwoord AS a
    INNER JOIN deze AS d
        ON
            a.wet = d.wet AND a.aanbieder = d.aanbieder
            AND a.declaratienummer = d.declaratienummer
    UNION ALL
    SELECT
        a.*,
        d.client_id AS van_client,
        d.referentienummer AS van_regel
    FROM antwoord AS a
    INNER JOIN deze AS d ON a.wet = d.wet AND a.aanbieder = d.aanbieder
    INNER JOIN levering AS l
        ON
            d.levering_nr = l.levering_nr AND a.declaratie_identificatie = l.identificatie
            AND a.declaratie_dagtekening = l.dagtekening
    WHERE a.declaratienummer IS NULL
),

geldt AS (
    SELECT
        g.*,
        CASE g.niveau
            WHEN 'client' THEN g.client_id = g.van_client
            WHEN 'prestatie' THEN g.referentienummer = g.van_regel
            WHEN 'twijfel' THEN coalesce(g.referentienummer, '') IN ('', g.van_regel)
            ELSE TRUE
        END AS raakt
    FROM gegeven AS g
),

woorden AS (
    SELECT
        c.levering_nr,
        string_agg(DISTINCT concat_ws(' ', c.code, lower(r.omschrijving)), ', ') AS reden
    FROM (
        SELECT
            g.levering_nr,
            unnest(string_split(g.codes, ' ')) AS code
        FROM geldt AS g
        WHERE g.raakt AND g.codes <> ''
    ) AS c
    LEFT JOIN retourcode AS r ON c.code = r.code
    GROUP BY c.levering_nr
)

SELECT
    g.levering_nr::INTEGER AS levering_nr,
    CASE
        WHEN bool_or(g.raakt AND g.wijst_af AND g.niveau <> 'twijfel') THEN 'afgewezen'
        WHEN bool_or(g.raakt AND g.niveau = 'twijfel') THEN 'onleesbaar'
        ELSE 'toegekend'
    END::VARCHAR AS oordeel,
    any_value(w.reden)::VARCHAR AS reden
FROM geldt AS g
LEFT JOIN woorden AS w ON g.levering_nr = w.levering_nr
GROUP BY g.levering_nr
