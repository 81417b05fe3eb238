-- How toewijzingen of an aanbieder ended in a year, beside what others of the same products see for
-- its own mix; without the last thirty days, in which a next one can still follow.
--
-- params
--   jaar                INTEGER   calendar year in which they ended
--   peildatum           DATE      what is known of that day
--   wet                 VARCHAR?  NULL selects all, here and below
--   product             VARCHAR?  wet and categorie, such as jw-45
-- columns
--   aanbieder           VARCHAR   AGB code
--   naam                VARCHAR   the AGB code where no name is known
--   clienten            BIGINT    persons; of whom a toewijzing ended that others have too
--   duur                DOUBLE    money of clienten; days of such a toewijzing on average
--   duur_verwacht       DOUBLE    money of clienten
--   verlengd            BIGINT    persons; followed within thirty days, or extended (reden 04)
--   verlengd_aandeel    DOUBLE?   share of verlengd in clienten
--   verlengd_verwacht   DOUBLE    money of clienten
--   voortijdig          BIGINT    persons; ended early, by the reason of the stop
--   voortijdig_aandeel  DOUBLE?   share of voortijdig in clienten
--   voortijdig_verwacht  DOUBLE   money of clienten
-- grain: aanbieder
WITH gedaan AS (
    SELECT
        t.wet,
        t.aanbieder,
        coalesce(t.productcode, t.categorie, '') AS productcode,
        t.client_id,
        t.toewijzing_nummer,
        coalesce(t.reden_wijziging = '04', FALSE) AS verlengd,
        g.van,
        g.tot,
        g.voortijdig
    FROM afgelopen($jaar, $peildatum) AS g
    INNER JOIN toewijzing AS t ON g.wet = t.wet AND g.toewijzing_nummer = t.toewijzing_nummer
    WHERE
        ($wet::VARCHAR IS NULL OR t.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR t.wet = split_part($product::VARCHAR, '-', 1))
        AND ($product::VARCHAR IS NULL OR t.categorie = split_part($product::VARCHAR, '-', 2))
),

gemerkt AS (
    SELECT
        g.* EXCLUDE (verlengd, voortijdig),
        g.tot - g.van + 1 AS dagen,
        g.verlengd OR EXISTS (
            SELECT 1
            FROM toewijzing AS n
            WHERE
                g.client_id = n.client_id AND g.wet = n.wet AND NOT n.verwijderd
                AND g.productcode = coalesce(n.productcode, n.categorie, '')
                AND g.tot < n.ingangsdatum AND g.tot + 30 >= n.ingangsdatum
        ) AS verlengd,
        g.voortijdig
    FROM gedaan AS g
),

naast AS (
    SELECT
        g.wet,
        g.aanbieder,
        g.productcode,
        count(*) AS aantal,
        sum(count(*)) OVER zelfde - count(*) AS anderen,
        (sum(sum(g.dagen)) OVER zelfde - sum(g.dagen))::DOUBLE AS dagen,
        sum(sum(g.verlengd::INTEGER)) OVER zelfde - sum(g.verlengd::INTEGER) AS verlengd,
        sum(sum(g.voortijdig::INTEGER)) OVER zelfde - sum(g.voortijdig::INTEGER) AS voortijdig
    FROM gemerkt AS g
    GROUP BY g.wet, g.aanbieder, g.productcode
    WINDOW zelfde AS (PARTITION BY g.wet, g.productcode)
)

SELECT
    g.aanbieder::VARCHAR AS aanbieder,
    coalesce(any_value(a.naam), g.aanbieder)::VARCHAR AS naam,
    count(DISTINCT g.client_id)::BIGINT AS clienten,
    avg(g.dagen)::DOUBLE AS duur,
    avg(n.dagen / n.anderen)::DOUBLE AS duur_verwacht,
    count(DISTINCT g.client_id) FILTER (WHERE g.verlengd)::BIGINT AS verlengd,
    (count(DISTINCT g.client_id) FILTER (WHERE g.verlengd) / count(DISTINCT g.client_id))::DOUBLE
        AS verlengd_aandeel,
    avg(n.verlengd / n.anderen)::DOUBLE AS verlengd_verwacht,
    count(DISTINCT g.client_id) FILTER (WHERE g.voortijdig)::BIGINT AS voortijdig,
    (count(DISTINCT g.client_id) FILTER (WHERE g.voortijdig) / count(DISTINCT g.client_id))::DOUBLE
        AS voortijdig_aandeel,
    avg(n.voortijdig / n.anderen)::DOUBLE AS voortijdig_verwacht
FROM gemerkt AS g
INNER JOIN naast AS n
    ON
        g.wet = n.wet AND g.aanbieder = n.aanbieder AND g.productcode = n.productcode
        AND n.anderen > 0
LEFT JOIN aanbieder AS a ON g.aanbieder = a.agb_code
GROUP BY g.aanbieder
ORDER BY clienten DESC, g.aanbieder ASC
