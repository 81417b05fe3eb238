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

gemerkt AS (
    SELECT
        o.*,
        bit_or(o.maanden) OVER (
            PARTITION BY o.jaar, o.client_id, o.wet ORDER BY o.volgorde
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS maanden_eerder,
        bit_or(o.gedekt) OVER (
            PARTITION BY o.jaar, o.client_id, o.wet, o.toewijzing_nummer
        ) AS gedekt_samen,
        min(o.volgorde) OVER (
            PARTITION BY o.jaar, o.client_id, o.wet, o.toewijzing_nummer
        ) AS toewijzing_eerst,
        min(o.volgorde) OVER (PARTITION BY o.jaar, o.client_id, o.wet) AS wet_eerst,
        min(o.volgorde) OVER (PARTITION BY o.jaar, o.client_id, o.wet, o.taakveld) AS veld_eerst,
        min(o.volgorde) OVER (PARTITION BY o.jaar, o.client_id, o.wet, o.categorie) AS soort_eerst,
        min(o.volgorde) OVER (PARTITION BY o.jaar, o.client_id, o.aanbieder) AS aanbieder_eerst,
        min(o.volgorde) OVER (
            PARTITION BY o.jaar, o.client_id, o.wet, o.aanbieder
        ) AS wet_aanbieder_eerst
    FROM geordend AS o
)

SELECT
    m.jaar::INTEGER AS jaar,
    m.wet::VARCHAR AS wet,
    m.taakveld::VARCHAR AS taakveld,
    m.categorie::VARCHAR AS categorie,
    m.productcode::VARCHAR AS productcode,
    m.aanbieder::VARCHAR AS aanbieder,
    m.wijk_code::VARCHAR AS wijk_code,
    m.teams::VARCHAR[] AS teams,
    m.client_id::INTEGER AS client_id,
    m.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    m.maanden::INTEGER AS maanden,
    (m.maanden & ~coalesce(m.maanden_eerder, 0))::INTEGER AS maanden_wet,
    CASE m.volgorde WHEN m.toewijzing_eerst THEN m.gedekt_samen ELSE 0 END::INTEGER
        AS maanden_gedekt,
    (
        (m.volgorde = 1)::INTEGER
        + (m.volgorde = m.wet_eerst)::INTEGER * 2
        + (m.volgorde = m.veld_eerst)::INTEGER * 4
        + (m.volgorde = m.soort_eerst)::INTEGER * 8
        + (m.volgorde = m.aanbieder_eerst)::INTEGER * 16
        + (m.volgorde = m.wet_aanbieder_eerst)::INTEGER * 32
    )::INTEGER AS eerste,
    m.ingediend::BIGINT AS ingediend,
    m.toegekend::BIGINT AS toegekend,
    m.in_behandeling::BIGINT AS in_behandeling,
    m.regels::BIGINT AS regels
FROM gemerkt AS m
ORDER BY m.jaar, m.client_id, m.volgorde
