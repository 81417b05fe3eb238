-- The declaration lines of a year that a 325 rejected, by retourcode: a line with two codes counts
-- under both.
--
-- params
--   jaar          INTEGER        calendar year of delivery
--   wet           VARCHAR?       NULL selects all, here and below
--   product       VARCHAR?       wet and categorie, such as jw-45
--   aanbieder     VARCHAR?       AGB code
-- columns
--   code          VARCHAR
--   omschrijving  VARCHAR?
--   wet           VARCHAR
--   regels        BIGINT         count of clienten
--   bedrag        DECIMAL(18,2)  money of clienten; a credit is negative
-- unseen
--   clienten      BIGINT         persons
-- grain: code, wet
WITH afgewezen AS (
    SELECT
        g.sleutel,
        g.wet,
        g.client_id,
        g.referentienummer,
        g.bedrag,
        d.antwoord_nr
    FROM regel AS g
    INNER JOIN declaratie AS d
        ON
            g.wet = d.wet AND g.aanbieder = d.aanbieder
            AND g.declaratienummer = d.declaratienummer
    WHERE
        g.status = 'afgewezen'
        AND g.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
        AND ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR g.wet || '-' || g.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR g.aanbieder = $aanbieder::VARCHAR)
),

reden AS (
    SELECT
        a.sleutel,
        unnest(string_split(o.codes, ' ')) AS code
    FROM afgewezen AS a
    INNER JOIN antwoord AS o ON a.antwoord_nr = o.levering_nr
    WHERE
        o.wijst_af
        AND CASE o.niveau
            WHEN 'client' THEN o.client_id = a.client_id
            WHEN 'prestatie' THEN o.referentienummer = a.referentienummer
            ELSE o.niveau IN ('bericht', 'declaratie')
        END
),

-- These reject nothing, also where they stand beside a code that does.
eenmaal AS (
    SELECT DISTINCT
        r.sleutel,
        r.code
    FROM reden AS r
    WHERE r.code NOT IN ('0200', '0233', '8001')
)

SELECT
    e.code::VARCHAR AS code,
    any_value(c.omschrijving)::VARCHAR AS omschrijving,
    a.wet::VARCHAR AS wet,
    count(*)::BIGINT AS regels,
    (sum(a.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    count(DISTINCT a.client_id)::BIGINT AS clienten
FROM afgewezen AS a
INNER JOIN eenmaal AS e ON a.sleutel = e.sleutel
LEFT JOIN retourcode AS c ON e.code = c.code
GROUP BY e.code, a.wet
ORDER BY bedrag DESC, e.code ASC, a.wet ASC
