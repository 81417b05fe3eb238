-- The figures of a day on top of the page, with what changed in the year up to it.
--
-- params
--   peildatum          DATE
--   wet                VARCHAR?  NULL selects all, here and below; casussen belong to no wet
--   team               VARCHAR?  of a person, the team of the wijk on that day
--   wijk               VARCHAR?  of a person, where he lives now
-- columns
--   clienten           BIGINT    persons with active care
--   toewijzingen       BIGINT    count of clienten
--   instroom           BIGINT    persons whose care began, once or more
--   nieuw              BIGINT    persons whose first care ever began
--   herinstroom        BIGINT    persons who came back after more than thirty days
--   uitstroom          BIGINT    persons whose care ended before the day
--   casussen           BIGINT    persons or households with an active casus
--   casussen_instroom  BIGINT    persons or households whose casus began
--   casussen_bekend    BIGINT    persons or households of those that the team knew already
-- grain: one row
-- balance: nieuw + herinstroom = instroom
WITH actief AS (
    SELECT
        count(DISTINCT i.client_id) AS clienten,
        count(*) AS toewijzingen
    FROM inzet AS i
    WHERE
        $peildatum::DATE BETWEEN i.van AND i.tot
        AND ($wet::VARCHAR IS NULL OR i.wet = $wet::VARCHAR)
        AND ($wijk::VARCHAR IS NULL OR i.wijk_code = $wijk::VARCHAR)
        AND ($team::VARCHAR IS NULL OR i.wijk_code IN (
            SELECT t.wijk_code FROM team AS t
            WHERE t.team = $team::VARCHAR AND $peildatum::DATE BETWEEN t.van AND t.tot
        ))
),

stroom AS (
    SELECT
        z.client_id,
        z.volgnr = 1 AS eerste,
        z.van > $peildatum::DATE - INTERVAL 1 YEAR AND z.van <= $peildatum::DATE AS begon,
        z.tot >= $peildatum::DATE - INTERVAL 1 YEAR AND z.tot < $peildatum::DATE AS eindigde
    FROM zorgperiode AS z
    WHERE
        z.wet = coalesce($wet::VARCHAR, 'totaal')
        AND z.van <= $peildatum::DATE
        AND z.tot >= $peildatum::DATE - INTERVAL 1 YEAR
        AND ($wijk::VARCHAR IS NULL OR z.wijk_code = $wijk::VARCHAR)
        AND ($team::VARCHAR IS NULL OR z.wijk_code IN (
            SELECT t.wijk_code FROM team AS t
            WHERE t.team = $team::VARCHAR AND $peildatum::DATE BETWEEN t.van AND t.tot
        ))
),

personen AS (
    SELECT
        count(DISTINCT client_id) FILTER (WHERE begon) AS instroom,
        count(DISTINCT client_id) FILTER (WHERE begon AND eerste) AS nieuw,
        count(DISTINCT client_id) FILTER (WHERE begon AND NOT eerste) AS herinstroom,
        count(DISTINCT client_id) FILTER (WHERE eindigde) AS uitstroom
    FROM stroom
),

casussen AS (
    SELECT
        count(*) FILTER (WHERE $peildatum::DATE <= k.einddatum) AS actief,
        count(*) FILTER (WHERE k.begindatum > $peildatum::DATE - INTERVAL 1 YEAR) AS begon,
        count(*) FILTER (
            WHERE k.begindatum > $peildatum::DATE - INTERVAL 1 YEAR AND k.eerder_bekend
        ) AS bekend
    FROM casus AS k
    WHERE
        k.begindatum <= $peildatum::DATE
        AND ($team::VARCHAR IS NULL OR k.team = $team::VARCHAR)
        AND ($wijk::VARCHAR IS NULL OR k.wijk_code = $wijk::VARCHAR)
)

SELECT
    actief.clienten::BIGINT AS clienten,
    actief.toewijzingen::BIGINT AS toewijzingen,
    personen.instroom::BIGINT AS instroom,
    personen.nieuw::BIGINT AS nieuw,
    personen.herinstroom::BIGINT AS herinstroom,
    personen.uitstroom::BIGINT AS uitstroom,
    casussen.actief::BIGINT AS casussen,
    casussen.begon::BIGINT AS casussen_instroom,
    casussen.bekend::BIGINT AS casussen_bekend
FROM actief
CROSS JOIN personen
CROSS JOIN casussen
ORDER BY actief.clienten
