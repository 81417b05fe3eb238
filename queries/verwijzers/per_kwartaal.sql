-- People of whom a toewijzing began in a quarter of a year, by who sent them.
--
-- params
--   van         DATE      a day in the first quarter
--   tot         DATE      inclusive
--   wet         VARCHAR?  NULL selects all
-- columns
--   kwartaal    DATE      first day of the quarter
--   verwijzer   VARCHAR   code, or onbekend where no request says it
--   naam        VARCHAR
--   clienten    BIGINT    persons; who was sent by two counts at both
--   samen       BIGINT    persons, whoever sent them
--   aandeel     DOUBLE?   share of clienten in samen
-- grain: kwartaal, verwijzer
WITH nieuw AS (
    SELECT
        date_trunc('quarter', t.ingangsdatum)::DATE AS kwartaal,
        t.verwijzer,
        t.client_id
    FROM toewijzing AS t
    WHERE
        NOT t.verwijderd
        AND t.ingangsdatum BETWEEN date_trunc('quarter', $van::DATE) AND $tot::DATE
        AND ($wet::VARCHAR IS NULL OR t.wet = $wet::VARCHAR)
),

samen AS (
    SELECT
        n.kwartaal,
        count(DISTINCT n.client_id) AS clienten
    FROM nieuw AS n
    GROUP BY n.kwartaal
)

SELECT
    n.kwartaal::DATE AS kwartaal,
    n.verwijzer::VARCHAR AS verwijzer,
    coalesce(any_value(v.naam), n.verwijzer)::VARCHAR AS naam,
    count(DISTINCT n.client_id)::BIGINT AS clienten,
    any_value(s.clienten)::BIGINT AS samen,
    (count(DISTINCT n.client_id) / any_value(s.clienten))::DOUBLE AS aandeel
FROM nieuw AS n
INNER JOIN samen AS s ON n.kwartaal = s.kwartaal
LEFT JOIN verwijzer AS v ON n.verwijzer = v.code
GROUP BY n.kwartaal, n.verwijzer
ORDER BY n.kwartaal ASC, n.verwijzer ASC
