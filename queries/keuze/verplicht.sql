-- What is still promised of a year by one toewijzing: its price times its quantity over the months
-- in which it runs and of which no line stands yet, also of months that are over. Never more than
-- what is left of a volume in total or of a budget; nothing of a year whose accounts are known.
--
-- params
--   jaar                INTEGER   calendar year of delivery
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   client_id           INTEGER
--   taakveld            VARCHAR   onbekend where no official row books the code
--   aanbieder           VARCHAR
--   categorie           VARCHAR?
--   productcode         VARCHAR?
--   bedrag              BIGINT    eurocents, each month rounded to the cent
--   geprijsd            BOOLEAN   whether all its months have a price; one without is left out
-- grain: wet, toewijzing_nummer
WITH per_toewijzing AS (
    SELECT
        b.wet,
        b.toewijzing_nummer,
        sum(
            (2 * b.cent::HUGEINT * b.volume * b.dagen + b.stuks * b.per_dagen)
            // (2 * b.stuks::HUGEINT * b.per_dagen)
        ) AS bedrag,
        max((2 * b.cent::HUGEINT * b.rest + b.stuks) // (2 * b.stuks)) AS hoogstens,
        bool_and(b.cent IS NOT NULL) AS geprijsd
    FROM beloofd($jaar) AS b
    GROUP BY b.wet, b.toewijzing_nummer
)

SELECT
    p.wet::VARCHAR AS wet,
    p.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    t.client_id::INTEGER AS client_id,
    coalesce(code.taakveld, soort.taakveld, 'onbekend')::VARCHAR AS taakveld,
    t.aanbieder::VARCHAR AS aanbieder,
    t.categorie::VARCHAR AS categorie,
    t.productcode::VARCHAR AS productcode,
    coalesce(least(p.bedrag, p.hoogstens), 0)::BIGINT AS bedrag,
    p.geprijsd::BOOLEAN AS geprijsd
FROM per_toewijzing AS p
INNER JOIN toewijzing AS t
    ON p.wet = t.wet AND p.toewijzing_nummer = t.toewijzing_nummer
LEFT JOIN taakveld_regel AS code
    ON
        t.wet = code.wet AND t.categorie = code.categorie AND t.productcode = code.productcode
        AND $jaar::INTEGER BETWEEN code.vanaf_jaar AND code.tot_jaar
LEFT JOIN taakveld_regel AS soort
    ON
        t.wet = soort.wet AND t.categorie = soort.categorie AND soort.productcode IS NULL
        AND $jaar::INTEGER BETWEEN soort.vanaf_jaar AND soort.tot_jaar
WHERE
    NOT EXISTS (
        SELECT 1 FROM begroting_regel AS r
        WHERE r.stand = 'rekening' AND r.jaar = $jaar::INTEGER
    )
