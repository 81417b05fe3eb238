-- How many casussen of the sociale teams, and households where those may be known, do not fit the
-- other files, and in what way.
--
-- columns
--   soort         VARCHAR   the kind of file
--   omschrijving  VARCHAR   what is wrong
--   team          VARCHAR?  NULL where the casus is not known
--   aantal        BIGINT    persons or households
-- grain: soort, omschrijving, team
WITH van_huishouden AS (
    SELECT
        'leefgebieden' AS soort,
        r.huishouden
    FROM leefgebied_regel AS r
    WHERE r.huishouden IS NOT NULL
    UNION ALL
    SELECT
        'plannen' AS soort,
        r.huishouden
    FROM plan_regel AS r
),

bezwaar AS (
    SELECT
        'casussen' AS soort,
        CASE
            WHEN k.team IN (SELECT b.team FROM team AS b)
                THEN 'het team bestond niet op de begindatum'
            ELSE 'het team staat niet in het bestand teams'
        END AS omschrijving,
        k.team,
        k.casus_id
    FROM casus AS k
    ANTI JOIN team AS t ON k.team = t.team AND k.begindatum BETWEEN t.van AND t.tot
    UNION ALL
    SELECT
        'casustaken' AS soort,
        f.omschrijving,
        k.team,
        t.casus_id
    FROM casustaak AS t
    LEFT JOIN casus AS k ON t.casus_id = k.casus_id
    CROSS JOIN (
        VALUES
        (1, 'de casus is niet bekend'),
        (2, 'de taak valt buiten de casus'),
        (3, 'taken overlappen elkaar'),
        (4, 'tussen taken zitten dagen zonder taak')
    ) AS f (nr, omschrijving)
    WHERE
        CASE f.nr
            WHEN 1 THEN k.casus_id IS NULL
            WHEN 2
                THEN
                    t.van NOT BETWEEN k.begindatum AND k.einddatum
                    OR (t.tot > k.einddatum AND t.tot < DATE '9999-12-31')
            WHEN 3 THEN t.overlapt
            ELSE t.gat
        END
    UNION ALL
    SELECT
        'huishoudens' AS soort,
        'iemand staat in twee huishoudens tegelijk' AS omschrijving,
        NULL AS team,
        h.client_id::VARCHAR AS casus_id
    FROM huishouden AS h
    WHERE h.dubbel AND (SELECT g.huishoudens FROM grondslag AS g)
    UNION ALL
    SELECT
        v.soort,
        'het huishouden staat niet in het bestand huishoudens' AS omschrijving,
        NULL AS team,
        v.huishouden AS casus_id
    FROM van_huishouden AS v
    ANTI JOIN huishouden AS h ON md5_number_lower(v.huishouden) = h.huishouden_id
    WHERE (SELECT g.huishoudens FROM grondslag AS g)
)

SELECT
    b.soort::VARCHAR AS soort,
    b.omschrijving::VARCHAR AS omschrijving,
    b.team::VARCHAR AS team,
    count(DISTINCT b.casus_id)::BIGINT AS aantal
FROM bezwaar AS b
GROUP BY b.soort, b.omschrijving, b.team
ORDER BY b.soort, b.omschrijving, b.team
