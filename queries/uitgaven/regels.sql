-- One declaration line, without the person, within a selection.
--
-- params
--   jaar            INTEGER        calendar year of delivery
--   wet             VARCHAR?       NULL selects all, here and below
--   domein          VARCHAR?       a taakveld
--   product         VARCHAR?       wet and categorie, such as jw-45
--   aanbieder       VARCHAR?       AGB code
--   wijk            VARCHAR?       where the person lives now
--   team            VARCHAR?       the team of that wijk on the first day of the month
--   aantal          INTEGER        at most so many, the newest months first
-- columns
--   maand             DATE           first day of the month of delivery
--   wet               VARCHAR
--   aanbieder         VARCHAR        AGB code
--   naam              VARCHAR        the AGB code where no name is known
--   declaratienummer  VARCHAR
--   referentienummer  VARCHAR
--   categorie         VARCHAR
--   productcode       VARCHAR
--   bedrag            DECIMAL(18,2)  a credit is negative
--   status            VARCHAR        in_behandeling, toegekend or afgewezen
--   vlaggen           VARCHAR[]      retourcodes of what other deliveries contradict
--   bestand           VARCHAR        the file that brought it
-- grain: wet, aanbieder, referentienummer
-- policy: exact
WITH gevuld AS (
    SELECT
        u.maand,
        sum(sum(u.regels)) OVER (ORDER BY u.maand DESC) AS regels
    FROM gekozen_maand($jaar, $wet, $domein, $product, $aanbieder, $wijk, $team) AS u
    WHERE year(u.maand) = $jaar::INTEGER
    GROUP BY u.maand
),

-- The newest months that hold enough lines, so that the others need not be put in order.
nodig AS (
    SELECT
        coalesce(
            max(g.maand) FILTER (WHERE g.regels >= $aantal::INTEGER), min(g.maand)
        ) AS vanaf
    FROM gevuld AS g
),

eerst AS (
    SELECT
        u.maand,
        u.wet,
        u.aanbieder,
        u.declaratienummer,
        u.referentienummer,
        u.categorie,
        u.productcode,
        u.bedrag,
        u.status,
        u.vlaggen,
        u.levering_nr
    FROM regel AS u
    INNER JOIN nodig AS n ON u.maand >= n.vanaf
    WHERE
        u.maand <= make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR u.wet = $wet::VARCHAR)
        AND ($domein::VARCHAR IS NULL OR u.taakveld = $domein::VARCHAR)
        AND ($product::VARCHAR IS NULL OR u.wet = split_part($product::VARCHAR, '-', 1))
        AND ($product::VARCHAR IS NULL OR u.categorie = split_part($product::VARCHAR, '-', 2))
        AND ($aanbieder::VARCHAR IS NULL OR u.aanbieder = $aanbieder::VARCHAR)
        AND ($wijk::VARCHAR IS NULL OR u.wijk_code = $wijk::VARCHAR)
        AND ($team::VARCHAR IS NULL OR u.wijk_code IN (
            SELECT t.wijk_code FROM team AS t
            WHERE t.team = $team::VARCHAR AND u.maand BETWEEN t.van AND t.tot
        ))
    ORDER BY u.maand DESC, u.wet ASC, u.aanbieder ASC, u.referentienummer ASC
    LIMIT $aantal::INTEGER
)

SELECT
    u.maand::DATE AS maand,
    u.wet::VARCHAR AS wet,
    u.aanbieder::VARCHAR AS aanbieder,
    coalesce(a.naam, u.aanbieder)::VARCHAR AS naam,
    u.declaratienummer::VARCHAR AS declaratienummer,
    u.referentienummer::VARCHAR AS referentienummer,
    u.categorie::VARCHAR AS categorie,
    u.productcode::VARCHAR AS productcode,
    (u.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    u.status::VARCHAR AS status,
    u.vlaggen::VARCHAR[] AS vlaggen,
    l.bestand::VARCHAR AS bestand
FROM eerst AS u
INNER JOIN levering AS l ON u.levering_nr = l.levering_nr
LEFT JOIN aanbieder AS a ON u.aanbieder = a.agb_code
ORDER BY u.maand DESC, u.wet ASC, u.aanbieder ASC, u.referentienummer ASC
