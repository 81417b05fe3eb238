-- What the care of the touched persons under one toewijzing cost in the touched years.
--
-- columns
--   jaar                BIGINT     calendar year of delivery
--   wet                 VARCHAR
--   taakveld            VARCHAR
--   categorie           VARCHAR
--   productcode         VARCHAR
--   aanbieder           VARCHAR
--   wijk_code           VARCHAR    where the person lives now, or onbekend
--   teams               VARCHAR[]  of that wijk on the first day of the month, by name
--   client_id           INTEGER
--   toewijzing_nummer   BIGINT
--   maanden             INTEGER    the months with lines: bit 0 is January
--   gedekt              INTEGER    of these, the months in which the toewijzing is active
--   maanden_staand      INTEGER    of these, the months with lines that were not rejected
--   volume              BIGINT     of those of these lines in the eenheid of the toewijzing
--   volume_bedrag       BIGINT     eurocents, of the same lines
--   ingediend           BIGINT     eurocents, of all lines
--   toegekend           BIGINT     eurocents, of answered lines that were not rejected
--   in_behandeling      BIGINT     eurocents, of lines without an answer
--   regels              BIGINT
-- grain: jaar, client_id, wet, toewijzing_nummer, taakveld, productcode, aanbieder, teams
WITH lijnen AS (
    SELECT
        1 << (month(g.maand) - 1) AS maandbit,
        g.maand,
        g.wet,
        g.taakveld,
        g.categorie,
        g.productcode,
        g.aanbieder,
        g.wijk_code,
        g.client_id,
        g.toewijzing_nummer,
        g.bedrag,
        g.status,
        g.status <> 'afgewezen' AS staat,
        g.status <> 'afgewezen' AND EXISTS (
            SELECT 1 FROM toewijzing AS w
            WHERE
                g.wet = w.wet AND g.toewijzing_nummer = w.toewijzing_nummer
                AND g.aanbieder = w.aanbieder AND g.eenheid = w.eenheid
        ) AS telt,
        sign(g.bedrag) * g.volume AS volume
    FROM regel AS g
    SEMI JOIN raakt_besteding AS r ON g.persoonjaar = r.persoonjaar
),

bediend AS (
    SELECT
        m.wijk_code,
        m.maand,
        list(DISTINCT t.team ORDER BY t.team) AS teams
    FROM (
        SELECT DISTINCT
            l.wijk_code,
            l.maand
        FROM lijnen AS l
    ) AS m
    INNER JOIN team AS t ON m.wijk_code = t.wijk_code AND m.maand BETWEEN t.van AND t.tot
    GROUP BY m.wijk_code, m.maand
),

actief AS (
    SELECT DISTINCT
        g.wet,
        g.toewijzing_nummer,
        g.client_id,
        g.maand
    FROM lijnen AS g
    INNER JOIN inzet AS i
        ON
            g.wet = i.wet AND g.toewijzing_nummer = i.toewijzing_nummer
            AND g.client_id = i.client_id
            AND g.maand <= i.tot AND last_day(g.maand) >= i.van
)

SELECT
    year(g.maand)::BIGINT AS jaar,
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    g.categorie::VARCHAR AS categorie,
    g.productcode::VARCHAR AS productcode,
    g.aanbieder::VARCHAR AS aanbieder,
    g.wijk_code::VARCHAR AS wijk_code,
    coalesce(b.teams, [])::VARCHAR[] AS teams,
    g.client_id::INTEGER AS client_id,
    g.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    bit_or(g.maandbit)::INTEGER AS maanden,
    coalesce(bit_or(CASE WHEN a.wet IS NOT NULL THEN g.maandbit END), 0)::INTEGER AS gedekt,
    coalesce(bit_or(g.maandbit) FILTER (WHERE g.staat), 0)::INTEGER AS maanden_staand,
    coalesce(sum(g.volume) FILTER (WHERE g.telt), 0)::BIGINT AS volume,
    coalesce(sum(g.bedrag) FILTER (WHERE g.telt), 0)::BIGINT AS volume_bedrag,
    sum(g.bedrag)::BIGINT AS ingediend,
    coalesce(sum(g.bedrag) FILTER (WHERE g.status = 'toegekend'), 0)::BIGINT AS toegekend,
    coalesce(sum(g.bedrag) FILTER (WHERE g.status = 'in_behandeling'), 0)::BIGINT AS in_behandeling,
    count(*)::BIGINT AS regels
FROM lijnen AS g
LEFT JOIN bediend AS b ON g.wijk_code = b.wijk_code AND g.maand = b.maand
LEFT JOIN actief AS a
    ON
        g.wet = a.wet AND g.toewijzing_nummer = a.toewijzing_nummer
        AND g.client_id = a.client_id AND g.maand = a.maand
GROUP BY
    year(g.maand), g.wet, g.taakveld, g.categorie, g.productcode, g.aanbieder, g.wijk_code,
    b.teams, g.client_id, g.toewijzing_nummer
ORDER BY jaar, g.client_id, g.wet, g.toewijzing_nummer
