-- How long care lasts that began in a period: from its first start (305), or its first day where
-- there is none. The last thirty days do not count, in which it may still be continued; and what
-- ran when the first toewijzing came in does not count, since of what had ended by then nobody
-- knows.
--
-- params
--   van          DATE       first day on which it began
--   tot          DATE       what is known of this day
-- columns
--   wet          VARCHAR
--   categorie    VARCHAR?
--   aanbieder    VARCHAR    AGB code
--   client_id    INTEGER
--   volgnr       INTEGER    1 is the first time, more is a return
--   hoe          VARCHAR    gemeten
--   dagen        INTEGER    with the first and the last day
--   gebeurd      BOOLEAN    whether it ended; if not, it lasts longer than these days
--   loopt        BOOLEAN    whether it goes on after tot
-- grain: wet, categorie, aanbieder, client_id, volgnr
WITH zorg AS (
    SELECT
        z.*,
        greatest(z.van, z.begonnen) AS vanaf,
        $tot::DATE - 30 AS grens
    FROM zorgtraject AS z
    WHERE
        greatest(z.van, z.begonnen) BETWEEN $van::DATE AND $tot::DATE - 30
        AND greatest(z.van, z.begonnen) >= coalesce(
            (SELECT min(l.dagtekening) FROM levering AS l WHERE l.soort IN ('JW301', 'WMO301')),
            $van::DATE
        )
)

SELECT
    z.wet::VARCHAR AS wet,
    z.categorie::VARCHAR AS categorie,
    z.aanbieder::VARCHAR AS aanbieder,
    z.client_id::INTEGER AS client_id,
    z.volgnr::INTEGER AS volgnr,
    'gemeten'::VARCHAR AS hoe,
    (least(z.tot, z.grens) - z.vanaf + 1)::INTEGER AS dagen,
    (z.tot <= z.grens)::BOOLEAN AS gebeurd,
    (z.tot > $tot::DATE)::BOOLEAN AS loopt
FROM zorg AS z
