-- How soon messages of a year were answered: declaraties with a 325 within ten working days, other
-- messages with a return message within three. Of these only the answered ones are known.
--
-- params
--   jaar         INTEGER   of the dagtekening of the message that is answered
--   peildatum    DATE      who waits, waits until this day
--   wet          VARCHAR?  NULL selects all, here and below
--   aanbieder    VARCHAR?  AGB code
-- columns
--   bericht      VARCHAR   of the answer: 325, 302, 306, 308, 316, 318 or 320
--   wet          VARCHAR
--   norm         INTEGER   working days
--   beantwoord   BIGINT
--   te_laat      BIGINT    of these the ones that came after the norm
--   mediaan      DOUBLE?   working days, of what was answered
--   wacht        BIGINT    not answered, and longer ago than the norm
-- grain: bericht, wet
WITH gegeven AS (
    SELECT
        a.wet,
        a.aanbieder,
        a.declaratienummer,
        min(l.dagtekening) AS antwoord
    FROM antwoordkop AS a
    INNER JOIN levering AS l ON a.levering_nr = l.levering_nr
    GROUP BY a.wet, a.aanbieder, a.declaratienummer
),

vraag AS (
    SELECT
        '325' AS bericht,
        10 AS norm,
        k.wet,
        k.aanbieder,
        min(l.dagtekening) AS dag,
        any_value(g.antwoord) AS antwoord
    FROM declaratie_kop AS k
    INNER JOIN levering AS l ON k.levering_nr = l.levering_nr
    LEFT JOIN gegeven AS g
        ON
            k.wet = g.wet AND k.aanbieder = g.aanbieder
            AND k.declaratienummer = g.declaratienummer
    GROUP BY k.wet, k.aanbieder, k.declaratienummer
    UNION ALL
    SELECT
        r.bericht,
        3 AS norm,
        r.wet,
        r.aanbieder,
        r.dagtekening AS dag,
        min(l.dagtekening) AS antwoord
    FROM retour AS r
    INNER JOIN levering AS l ON r.levering_nr = l.levering_nr
    GROUP BY r.bericht, r.wet, r.aanbieder, r.identificatie, r.dagtekening
),

geteld AS (
    SELECT
        v.*,
        t.werkdagen - b.werkdagen AS dagen
    FROM vraag AS v
    LEFT JOIN werkdag AS b ON v.dag = b.dag
    LEFT JOIN werkdag AS t ON coalesce(v.antwoord, $peildatum::DATE) = t.dag
    WHERE
        v.dag BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR v.wet = $wet::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR v.aanbieder = $aanbieder::VARCHAR)
)

SELECT
    g.bericht::VARCHAR AS bericht,
    g.wet::VARCHAR AS wet,
    any_value(g.norm)::INTEGER AS norm,
    count(g.antwoord)::BIGINT AS beantwoord,
    (count(g.antwoord) FILTER (WHERE g.dagen > g.norm))::BIGINT AS te_laat,
    (median(g.dagen) FILTER (WHERE g.antwoord IS NOT NULL))::DOUBLE AS mediaan,
    (count(*) FILTER (WHERE g.antwoord IS NULL AND g.dagen > g.norm))::BIGINT AS wacht
FROM geteld AS g
GROUP BY g.bericht, g.wet
ORDER BY g.bericht DESC, g.wet ASC
