-- The starts and stops of the care that a declaration line is about, also the removed ones. Without
-- a number of a toewijzing it is the product that says which one is meant, when only one can be.
--
-- params
--   wet               VARCHAR
--   aanbieder         VARCHAR   AGB code
--   referentienummer  VARCHAR
-- columns
--   levering_nr   INTEGER
--   plaats        INTEGER
--   wat           VARCHAR    start or stop, with verwijderd behind it when it takes one back
--   van           DATE
--   tot           DATE?      of a stop
--   reden         VARCHAR?   of a stop
-- grain: levering_nr, plaats, wat
WITH deze AS (
    SELECT d.*
    FROM deze_regel($wet, $aanbieder, $referentienummer) AS d
),

zonder_nummer AS (
    SELECT g.*
    FROM gemeld AS g
    SEMI JOIN deze AS d
        ON g.wet = d.wet AND g.aanbieder = d.aanbieder AND g.client_id = d.client_id
    WHERE g.toewijzing_nummer IS NULL
),

-- As mart/melding.sql couples those that stand.
gekoppeld AS (
    SELECT z.*
    FROM zonder_nummer AS z
    INNER JOIN toewijzing AS t
        ON
            z.wet = t.wet AND z.aanbieder = t.aanbieder AND z.client_id = t.client_id
            AND NOT t.verwijderd AND z.categorie = t.categorie
            AND (z.productcode IS NULL OR z.productcode = t.productcode)
            AND z.begindatum >= t.ingangsdatum
            AND (t.einddatum IS NULL OR z.begindatum <= t.einddatum)
    QUALIFY
        count(*) OVER (PARTITION BY z.soort, z.levering_nr, z.plaats) = 1
        AND t.toewijzing_nummer = (SELECT d.toewijzing_nummer FROM deze AS d)
),

alle AS (
    SELECT g.*
    FROM gemeld AS g
    SEMI JOIN deze AS d
        ON
            g.wet = d.wet AND g.aanbieder = d.aanbieder
            AND g.toewijzing_nummer = d.toewijzing_nummer
    UNION ALL
    SELECT k.*
    FROM gekoppeld AS k
)

SELECT
    a.levering_nr::INTEGER AS levering_nr,
    a.plaats::INTEGER AS plaats,
    concat_ws(' ', a.soort, CASE a.status WHEN '3' THEN 'verwijderd' END)::VARCHAR AS wat,
    a.begindatum::DATE AS van,
    a.einddatum::DATE AS tot,
    a.reden_beeindiging::VARCHAR AS reden
FROM alle AS a
