-- The people and casussen of one sociaal team on a day.
--
-- params
--   peildatum          DATE
-- columns
--   team               VARCHAR
--   clienten           BIGINT   persons with active care in the wijken of the team
--   toewijzingen       BIGINT   count of clienten
--   casussen           BIGINT   persons or households with an active casus
--   casussen_instroom  BIGINT   persons or households whose casus began in the year up to the day
--   casussen_bekend    BIGINT   persons or households of those that the team knew already
-- grain: team
WITH actief AS (
    SELECT
        t.team,
        count(DISTINCT i.client_id) AS clienten,
        count(i.client_id) AS toewijzingen
    FROM team AS t
    LEFT JOIN inzet AS i
        ON t.wijk_code = i.wijk_code AND $peildatum::DATE BETWEEN i.van AND i.tot
    WHERE $peildatum::DATE BETWEEN t.van AND t.tot
    GROUP BY t.team
),

casussen AS (
    SELECT
        k.team,
        count(*) FILTER (WHERE $peildatum::DATE <= k.einddatum) AS actief,
        count(*) FILTER (WHERE k.begindatum > $peildatum::DATE - INTERVAL 1 YEAR) AS begon,
        count(*) FILTER (
            WHERE k.begindatum > $peildatum::DATE - INTERVAL 1 YEAR AND k.eerder_bekend
        ) AS bekend
    FROM casus AS k
    WHERE k.begindatum <= $peildatum::DATE
    GROUP BY k.team
)

SELECT
    coalesce(a.team, k.team)::VARCHAR AS team,
    coalesce(a.clienten, 0)::BIGINT AS clienten,
    coalesce(a.toewijzingen, 0)::BIGINT AS toewijzingen,
    coalesce(k.actief, 0)::BIGINT AS casussen,
    coalesce(k.begon, 0)::BIGINT AS casussen_instroom,
    coalesce(k.bekend, 0)::BIGINT AS casussen_bekend
FROM actief AS a
FULL JOIN casussen AS k ON a.team = k.team
WHERE a.team IS NOT NULL OR k.actief > 0 OR k.begon > 0
ORDER BY team
