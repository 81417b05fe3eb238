-- What messages said of the care that a declaration line is about: verzoeken with their answers,
-- versions of its toewijzing, starts and stops.
--
-- params
--   wet               VARCHAR
--   aanbieder         VARCHAR   AGB code
--   referentienummer  VARCHAR
-- columns
--   ontvangen_op   TIMESTAMP  UTC
--   omschrijving   VARCHAR    toewijzing, start or stop, or its removal; a verzoek or its answer
--   van            DATE?      first day of what it says
--   tot            DATE?      last day
--   volume         BIGINT?    of a toewijzing, or asked for
--   eenheid        VARCHAR?   WJ756
--   frequentie     VARCHAR?   WMO757
--   reden          VARCHAR?   JZ002 or WMO002; of a stop JZ588 or WMO588, of a verzoek WJ758, WJ759
--   soort          VARCHAR    of message
--   nummer         VARCHAR?   of message
--   dagtekening    DATE?      of message
--   bestand        VARCHAR
--   plaats         INTEGER    the record in that file
--   levering_nr    INTEGER
-- grain: levering_nr, plaats, omschrijving
-- policy: exact
WITH deze AS (
    SELECT d.*
    FROM deze_regel($wet, $aanbieder, $referentienummer) AS d
),

gezegd AS (
    SELECT
        v.levering_nr,
        v.plaats,
        CASE v.reden_wijziging WHEN '13' THEN 'toewijzing verwijderd' ELSE 'toewijzing' END AS wat,
        v.ingangsdatum AS van,
        v.einddatum AS tot,
        v.volume,
        v.eenheid,
        v.frequentie,
        v.reden_wijziging AS reden
    FROM toewijzing_versie AS v
    INNER JOIN deze AS d
        ON
            v.wet = d.wet AND v.aanbieder = d.aanbieder
            AND v.toewijzing_nummer = d.toewijzing_nummer
    UNION ALL BY NAME
    SELECT m.*
    FROM gemeld_van($wet, $aanbieder, $referentienummer) AS m
    UNION ALL BY NAME
    SELECT r.*
    FROM verzocht_van($wet, $aanbieder, $referentienummer) AS r
)

SELECT
    l.ontvangen_op::TIMESTAMP AS ontvangen_op,
    g.wat::VARCHAR AS omschrijving,
    g.van::DATE AS van,
    g.tot::DATE AS tot,
    g.volume::BIGINT AS volume,
    g.eenheid::VARCHAR AS eenheid,
    g.frequentie::VARCHAR AS frequentie,
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
