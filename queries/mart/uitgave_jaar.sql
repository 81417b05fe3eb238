-- What the care of one person under one toewijzing cost in a year; by year, so that few rows tell
-- how many people there are. Of the rows of a person in a year the one with the earliest month is
-- first, and the bits of `eerste` say of what a row is the first: 1 of all, 2 of the wet, 4 of wet
-- and taakveld, 8 of wet and categorie, 16 of the aanbieder, 32 of wet and aanbieder. Adding these
-- rows up counts people once; who asks anything narrower has to count client_id.
--
-- columns
--   jaar                INTEGER    calendar year of delivery
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
--   maanden_wet         INTEGER    of these, those that only this row of person and wet counts
--   maanden_gedekt      INTEGER    in one row of a toewijzing: its months with lines while active
--   maanden_staand      INTEGER    the months with lines that were not rejected
--   volume              BIGINT     of those of these lines in the eenheid of the toewijzing
--   volume_bedrag       BIGINT     eurocents, of the same lines
--   eerste              INTEGER    of what this row is the first of its person
--   ingediend           BIGINT     eurocents, of all lines
--   toegekend           BIGINT     eurocents, of answered lines that were not rejected
--   in_behandeling      BIGINT     eurocents, of lines without an answer
--   regels              BIGINT
-- grain: jaar, client_id, wet, toewijzing_nummer, taakveld, productcode, aanbieder, teams
-- touched: raakt_besteding (client_id, jaar)
-- index: client_id
WITH geordend AS (
    SELECT
        b.*,
        row_number() OVER (
            PARTITION BY b.jaar, b.client_id
            ORDER BY
                b.maanden & -b.maanden, b.wet, b.toewijzing_nummer, b.taakveld, b.categorie,
                b.productcode, b.aanbieder, b.teams
        ) AS volgorde
    FROM raakt_besteed AS b
),

-- Beside each row the other rows of the same person and year, which are few.
gemerkt AS (
    SELECT
        o.jaar,
        o.client_id,
        o.volgorde,
        bit_or(e.maanden) FILTER (WHERE e.volgorde < o.volgorde AND e.wet = o.wet) AS eerder,
        bit_or(e.gedekt) FILTER (
            WHERE e.wet = o.wet AND e.toewijzing_nummer = o.toewijzing_nummer
        ) AS gedekt,
        min(e.volgorde) FILTER (
            WHERE e.wet = o.wet AND e.toewijzing_nummer = o.toewijzing_nummer
        ) AS toewijzing,
        min(e.volgorde) FILTER (WHERE e.wet = o.wet) AS wet,
        min(e.volgorde) FILTER (WHERE e.wet = o.wet AND e.taakveld = o.taakveld) AS taakveld,
        min(e.volgorde) FILTER (WHERE e.wet = o.wet AND e.categorie = o.categorie) AS categorie,
        min(e.volgorde) FILTER (WHERE e.aanbieder = o.aanbieder) AS aanbieder,
        min(e.volgorde) FILTER (
            WHERE e.wet = o.wet AND e.aanbieder = o.aanbieder
        ) AS wet_aanbieder
    FROM geordend AS o
    INNER JOIN geordend AS e ON o.jaar = e.jaar AND o.client_id = e.client_id
    GROUP BY o.jaar, o.client_id, o.volgorde
)

SELECT
    o.jaar::INTEGER AS jaar,
    o.wet::VARCHAR AS wet,
    o.taakveld::VARCHAR AS taakveld,
    o.categorie::VARCHAR AS categorie,
    o.productcode::VARCHAR AS productcode,
    o.aanbieder::VARCHAR AS aanbieder,
    o.wijk_code::VARCHAR AS wijk_code,
    o.teams::VARCHAR[] AS teams,
    o.client_id::INTEGER AS client_id,
    o.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    o.maanden::INTEGER AS maanden,
    (o.maanden & ~coalesce(m.eerder, 0))::INTEGER AS maanden_wet,
    CASE o.volgorde WHEN m.toewijzing THEN m.gedekt ELSE 0 END::INTEGER AS maanden_gedekt,
    o.maanden_staand::INTEGER AS maanden_staand,
    o.volume::BIGINT AS volume,
    o.volume_bedrag::BIGINT AS volume_bedrag,
    (
        (o.volgorde = 1)::INTEGER
        + (o.volgorde = m.wet)::INTEGER * 2
        + (o.volgorde = m.taakveld)::INTEGER * 4
        + (o.volgorde = m.categorie)::INTEGER * 8
        + (o.volgorde = m.aanbieder)::INTEGER * 16
        + (o.volgorde = m.wet_aanbieder)::INTEGER * 32
    )::INTEGER AS eerste,
    o.ingediend::BIGINT AS ingediend,
    o.toegekend::BIGINT AS toegekend,
    o.in_behandeling::BIGINT AS in_behandeling,
    o.regels::BIGINT AS regels
FROM geordend AS o
INNER JOIN gemerkt AS m
    ON o.jaar = m.jaar AND o.client_id = m.client_id AND o.volgorde = m.volgorde
ORDER BY o.jaar, o.client_id, o.volgorde
