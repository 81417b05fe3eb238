-- What is suspicious of an answer to a verzoek (319), or of a verzoek while another one is open, or
-- of a toewijzing that names a verzoek that never came.
--
-- columns
--   soort       VARCHAR    verzoek, antwoord or toewijzing
--   code        VARCHAR    retourcode
--   wet         VARCHAR
--   client_id   INTEGER    of whom it is, or the delivery of an answer to nothing, negative
--   aantal      BIGINT
-- grain: soort, code, wet, client_id
WITH verwezen AS MATERIALIZED (
    SELECT r.*
    FROM referentie AS r
),

antwoord_op AS (
    SELECT
        a.levering_nr,
        a.wet,
        a.aanbieder,
        a.referentie,
        a.antwoord,
        l.dagtekening,
        array_agg(a.antwoord) OVER (
            PARTITION BY a.wet, a.aanbieder, a.referentie
            ORDER BY l.dagtekening, length(l.identificatie), l.identificatie, l.sha256, a.plaats
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS eerdere
    FROM verzoek_antwoord AS a
    INNER JOIN levering AS l ON a.levering_nr = l.levering_nr
),

gezegd AS (
    SELECT
        'antwoord' AS soort,
        unnest([
            CASE WHEN v.gevraagd_op IS NULL THEN '9355' END,
            CASE WHEN v.toegewezen_op < a.dagtekening THEN '9359' END,
            CASE WHEN a.antwoord = '2' AND len(a.eerdere) > 0 THEN '9360' END,
            CASE WHEN a.antwoord = '1' AND list_contains(a.eerdere, '1') THEN '9365' END
        ]) AS code,
        a.wet,
        coalesce(v.client_id, -a.levering_nr) AS client_id
    FROM antwoord_op AS a
    LEFT JOIN verwezen AS v
        ON a.wet = v.wet AND a.aanbieder = v.aanbieder AND a.referentie = v.referentie
    UNION ALL
    SELECT
        'toewijzing' AS soort,
        '9379' AS code,
        t.wet,
        t.client_id
    FROM verwezen AS t
    WHERE t.gevraagd_op IS NULL
    UNION ALL
    SELECT
        'verzoek' AS soort,
        '9374' AS code,
        v.wet,
        v.client_id
    FROM verwezen AS v
    SEMI JOIN verwezen AS o
        ON
            v.wet = o.wet AND v.aanbieder = o.aanbieder AND v.client_id = o.client_id
            AND o.wijziging AND v.gevraagd_op > o.gevraagd_op
            AND v.gevraagd_op < coalesce(least(o.toegewezen_op, o.afgewezen_op), '9999-12-31')
    WHERE v.wijziging
)

SELECT
    g.soort::VARCHAR AS soort,
    g.code::VARCHAR AS code,
    g.wet::VARCHAR AS wet,
    g.client_id::INTEGER AS client_id,
    count(*)::BIGINT AS aantal
FROM gezegd AS g
WHERE g.code IS NOT NULL
GROUP BY g.soort, g.code, g.wet, g.client_id
