-- The casussen that were gone in a period, and how many of them ended before indicering.
--
-- params
--   van              DATE      first day of the period
--   tot              DATE      last day of it
--   team             VARCHAR?  NULL selects all
-- columns
--   afgesloten       BIGINT    persons or households that were gone, the next three together
--   voor_indicering  BIGINT    persons or households of which no indicering or regievoering began
--   na_indicering    BIGINT    persons or households of which one did
--   zonder           BIGINT    persons or households of which nobody told what the team did
--   gevolgd          BIGINT    persons or households of which somebody did
--   voor_aandeel     DOUBLE?   share of voor_indicering in gevolgd
-- grain: one row
-- balance: voor_indicering + na_indicering = gevolgd; gevolgd + zonder = afgesloten
WITH gegaan AS (
    SELECT
        k.casus_id,
        bool_or(s.taak IN ('indicering', 'regievoering')) AS verder
    FROM casus AS k
    LEFT JOIN taakstap AS s ON k.casus_id = s.casus_id
    WHERE
        k.einddatum + 1 BETWEEN $van::DATE AND $tot::DATE
        AND ($team::VARCHAR IS NULL OR k.team = $team::VARCHAR)
    GROUP BY k.casus_id
),

telling AS (
    SELECT
        count(*) AS afgesloten,
        count(*) FILTER (WHERE NOT g.verder) AS voor,
        count(*) FILTER (WHERE g.verder) AS na
    FROM gegaan AS g
)

SELECT
    t.afgesloten::BIGINT AS afgesloten,
    t.voor::BIGINT AS voor_indicering,
    t.na::BIGINT AS na_indicering,
    (t.afgesloten - t.voor - t.na)::BIGINT AS zonder,
    (t.voor + t.na)::BIGINT AS gevolgd,
    (t.voor / nullif(t.voor + t.na, 0))::DOUBLE AS voor_aandeel
FROM telling AS t
ORDER BY t.afgesloten
