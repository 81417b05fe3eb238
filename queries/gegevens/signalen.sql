-- How many starts, stops, toewijzingen, verzoeken, answers and messages are suspicious beside what
-- else was delivered.
--
-- columns
--   soort         VARCHAR        start, stop, toewijzing, verzoek, antwoord or bericht
--   code          VARCHAR        retourcode, or laat or vroeg
--   omschrijving  VARCHAR?
--   wet           VARCHAR
--   aantal        BIGINT         count of clienten
-- unseen
--   clienten      BIGINT         persons
-- grain: soort, code, wet
WITH vaker AS (
    SELECT hash(l.soort, l.aanbieder, l.identificatie) AS getal
    FROM levering AS l
    GROUP BY getal
    HAVING count(*) > 1
),

-- Among the few whose one number is equal; to compare the texts of all is twice the work.
dubbel AS (
    SELECT
        l.wet,
        l.levering_nr
    FROM levering AS l
    SEMI JOIN vaker AS v ON hash(l.soort, l.aanbieder, l.identificatie) = v.getal
    ANTI JOIN intrekking AS i ON l.levering_nr = i.levering
    WHERE l.identificatie IS NOT NULL AND l.geaccepteerd > 0
    QUALIFY count(*) OVER (PARTITION BY l.soort, l.aanbieder, l.identificatie) > 1
),

gezien AS (
    SELECT
        s.soort,
        s.code,
        s.wet,
        s.client_id,
        1 AS aantal
    FROM signaal AS s
    UNION ALL
    SELECT
        'stop' AS soort,
        'laat' AS code,
        g.wet,
        g.client_id,
        1 AS aantal
    FROM gestopt AS g
    WHERE g.laat
    UNION ALL
    SELECT
        'verzoek' AS soort,
        v.code,
        v.wet,
        v.client_id,
        v.aantal
    FROM verzoeksignaal AS v
    UNION ALL
    SELECT
        a.soort,
        a.code,
        a.wet,
        a.client_id,
        a.aantal
    FROM antwoordsignaal AS a
    UNION ALL
    -- A message is not a person, but counts as one here.
    SELECT
        'bericht' AS soort,
        '8848' AS code,
        l.wet,
        -l.levering_nr AS client_id,
        1 AS aantal
    FROM levering AS l
    ANTI JOIN intrekking AS i ON l.levering_nr = i.levering
    WHERE
        l.identificatie IS NOT NULL AND l.geaccepteerd > 0
        -- Two hours, since a day begins earlier here than in UTC; the days alone leave few.
        AND l.dagtekening > l.ontvangen_op::DATE
        AND l.dagtekening > l.ontvangen_op + INTERVAL 2 HOUR
    UNION ALL
    SELECT
        'bericht' AS soort,
        '9056' AS code,
        d.wet,
        -d.levering_nr AS client_id,
        1 AS aantal
    FROM dubbel AS d
)

SELECT
    g.soort::VARCHAR AS soort,
    g.code::VARCHAR AS code,
    any_value(c.omschrijving)::VARCHAR AS omschrijving,
    g.wet::VARCHAR AS wet,
    sum(g.aantal)::BIGINT AS aantal,
    count(DISTINCT g.client_id)::BIGINT AS clienten
FROM gezien AS g
LEFT JOIN retourcode AS c ON g.code = c.code
GROUP BY g.soort, g.code, g.wet
ORDER BY g.soort, g.code, g.wet
