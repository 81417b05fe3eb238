-- A month of a year in which a toewijzing runs and of which no line stands yet, with the price that
-- was agreed.
--
-- params
--   jaar                INTEGER   calendar year of delivery
-- columns
--   wet                 VARCHAR
--   toewijzing_nummer   BIGINT
--   maand               DATE      first day
--   aanbieder           VARCHAR   AGB code
--   eenheid             VARCHAR?
--   frequentie          VARCHAR?
--   volume              BIGINT?
--   budget              BIGINT?   eurocents
--   ineens              BOOLEAN   whether the volume or budget is for all its days together
--   alle_dagen          BIGINT    how many these are
--   dagen               BIGINT    on which it runs in the month
--   cent                BIGINT?   eurocents, the agreed price of a unit; NULL when there is none
-- grain: wet, toewijzing_nummer, maand
WITH gevraagd AS (
    SELECT
        b.*,
        m.maand,
        m.eerste_dag,
        m.dagen
    FROM openmaand($jaar) AS m
    INNER JOIN begrensd AS b ON m.wet = b.wet AND m.toewijzing_nummer = b.toewijzing_nummer
),

-- The price of an aanbieder goes before one of all, and a newer one before an older one.
prijs AS (
    SELECT
        a.*,
        arg_max(p.tarief * 100, (p.agb_code IS NOT NULL, p.van, p.tarief))::BIGINT AS cent
    FROM (
        SELECT DISTINCT
            v.wet,
            v.productcode,
            v.eenheid,
            v.aanbieder,
            v.eerste_dag
        FROM gevraagd AS v
    ) AS a
    INNER JOIN tarief AS p
        ON
            a.wet = p.wet AND a.productcode = p.productcode AND a.eenheid = p.eenheid
            AND a.aanbieder = coalesce(p.agb_code, a.aanbieder)
            AND a.eerste_dag BETWEEN p.van AND coalesce(p.tot, a.eerste_dag)
    GROUP BY ALL
)

SELECT
    g.wet::VARCHAR AS wet,
    g.toewijzing_nummer::BIGINT AS toewijzing_nummer,
    g.maand::DATE AS maand,
    g.aanbieder::VARCHAR AS aanbieder,
    g.eenheid::VARCHAR AS eenheid,
    g.frequentie::VARCHAR AS frequentie,
    g.volume::BIGINT AS volume,
    g.budget::BIGINT AS budget,
    g.ineens::BOOLEAN AS ineens,
    g.alle_dagen::BIGINT AS alle_dagen,
    g.dagen::BIGINT AS dagen,
    p.cent::BIGINT AS cent
FROM gevraagd AS g
LEFT JOIN prijs AS p
    ON
        g.wet = p.wet AND g.productcode = p.productcode AND g.eenheid = p.eenheid
        AND g.aanbieder = p.aanbieder AND g.eerste_dag = p.eerste_dag
