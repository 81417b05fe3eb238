-- What was asked for before the toewijzing of a declaration line was given or changed, and what the
-- gemeente answered to that other than by a toewijzing.
--
-- params
--   wet               VARCHAR
--   aanbieder         VARCHAR   AGB code
--   referentienummer  VARCHAR
-- columns
--   levering_nr   INTEGER
--   plaats        INTEGER
--   wat           VARCHAR    verzoek om toewijzing or wijziging, or an answer
--   van           DATE?      first day that was asked for
--   tot           DATE?      last day
--   volume        BIGINT?
--   eenheid       VARCHAR?   WJ756
--   frequentie    VARCHAR?   WMO757
--   reden         VARCHAR?   of a wijziging (WJ758), or why it was turned down (WJ759)
-- grain: levering_nr, plaats, wat
WITH deze AS (
    SELECT d.*
    FROM deze_regel($wet, $aanbieder, $referentienummer) AS d
),

genoemd AS (
    SELECT DISTINCT v.referentie
    FROM toewijzing_versie AS v
    SEMI JOIN deze AS d
        ON
            v.wet = d.wet AND v.aanbieder = d.aanbieder
            AND v.toewijzing_nummer = d.toewijzing_nummer
    WHERE v.referentie IS NOT NULL
),

gevraagd AS (
    SELECT
        q.levering_nr,
        q.plaats,
        q.referentie,
        'verzoek om toewijzing' AS wat,
        q.ingangsdatum AS van,
        q.einddatum AS tot,
        q.volume,
        q.eenheid,
        q.frequentie,
        NULL AS reden
    FROM verzoek AS q
    SEMI JOIN deze AS d
        ON q.wet = d.wet AND q.aanbieder = d.aanbieder AND q.client_id = d.client_id
    SEMI JOIN genoemd AS r ON q.referentie = r.referentie
    UNION ALL
    SELECT
        w.levering_nr,
        w.plaats,
        w.referentie,
        concat('verzoek om wijziging: ', w.wens) AS wat,
        w.ingangsdatum AS van,
        w.einddatum AS tot,
        w.volume,
        w.eenheid,
        w.frequentie,
        w.reden_verzoek AS reden
    FROM wijziging AS w
    INNER JOIN deze AS d
        ON w.wet = d.wet AND w.aanbieder = d.aanbieder AND w.client_id = d.client_id
    WHERE
        w.toewijzing_nummer = d.toewijzing_nummer
        OR (
            w.wens = 'nieuw' AND w.referentie IN (SELECT r.referentie FROM genoemd AS r)
            AND coalesce(w.categorie = d.categorie, TRUE)
        )
),

gezegd AS (
    SELECT g.*
    FROM gevraagd AS g
    UNION ALL BY NAME
    SELECT
        a.levering_nr,
        a.plaats,
        CASE a.antwoord WHEN '1' THEN 'verzoek afgewezen' ELSE 'verzoek in onderzoek' END AS wat,
        a.reden_afwijzing AS reden
    FROM verzoek_antwoord AS a
    SEMI JOIN deze AS d ON a.wet = d.wet AND a.aanbieder = d.aanbieder
    SEMI JOIN gevraagd AS g ON a.referentie = g.referentie
)

SELECT
    g.levering_nr::INTEGER AS levering_nr,
    g.plaats::INTEGER AS plaats,
    g.wat::VARCHAR AS wat,
    g.van::DATE AS van,
    g.tot::DATE AS tot,
    g.volume::BIGINT AS volume,
    g.eenheid::VARCHAR AS eenheid,
    g.frequentie::VARCHAR AS frequentie,
    g.reden::VARCHAR AS reden
FROM gezegd AS g
