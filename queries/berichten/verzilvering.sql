-- Which part of what was assigned to an aanbieder of a product was granted, over the months of a
-- year after which three have passed. A month without any line of the wet is left out.
--
-- params
--   jaar            INTEGER   calendar year of delivery
--   peildatum       DATE
--   wet             VARCHAR?  NULL selects all, here and below
--   product         VARCHAR?  wet and categorie, such as jw-45
--   aanbieder       VARCHAR?  AGB code
-- columns
--   wet             VARCHAR
--   categorie       VARCHAR
--   product         VARCHAR   the name of the categorie
--   aanbieder       VARCHAR   AGB code
--   naam            VARCHAR   the AGB code where no name is known
--   eenheid         VARCHAR   WJ756; only what was declared in the unit of its toewijzing
--   toegewezen      BIGINT    count of clienten; in units, by the day
--   geleverd        BIGINT    count of clienten; in units, as granted
--   verzilvering    DOUBLE    money of clienten; the second as a part of the first
-- unseen
--   clienten        BIGINT    persons
-- grain: wet, categorie, aanbieder, eenheid
WITH maanden AS (
    SELECT DISTINCT
        u.wet,
        u.maand AS begin,
        last_day(u.maand) AS eind
    FROM uitgave_maand AS u
    WHERE
        u.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 1)
        AND u.maand <= (date_trunc('month', $peildatum::DATE) - INTERVAL 3 MONTH)::DATE
),

-- A day is worth the volume by its frequentie: 1 a day, 2 a week, 4 a month, 6 all.
toegewezen AS (
    SELECT
        t.wet,
        t.toewijzing_nummer,
        t.categorie,
        t.aanbieder,
        t.eenheid,
        t.client_id,
        sum((  -- exact, so that the order of adding up does not matter
            (least(i.tot, m.eind) - greatest(i.van, m.begin) + 1)
            * t.volume::DOUBLE / CASE t.frequentie
                WHEN '1' THEN 1
                WHEN '2' THEN 7
                WHEN '4' THEN day(m.eind)
                ELSE greatest(t.einddatum - t.ingangsdatum + 1, 1)
            END
        )::DECIMAL(18, 6)) AS volume
    FROM toewijzing AS t
    INNER JOIN inzet AS i ON t.wet = i.wet AND t.toewijzing_nummer = i.toewijzing_nummer
    INNER JOIN maanden AS m ON i.wet = m.wet AND i.van <= m.eind AND i.tot >= m.begin
    WHERE
        NOT t.verwijderd AND t.volume > 0 AND t.categorie IS NOT NULL AND t.eenheid IS NOT NULL
        AND (t.frequentie <> '6' OR t.einddatum IS NOT NULL)
        AND i.tot >= make_date($jaar::INTEGER, 1, 1)
        AND coalesce(t.einddatum, DATE '9999-12-31') >= make_date($jaar::INTEGER, 1, 1)  -- sifts
        AND ($wet::VARCHAR IS NULL OR t.wet = $wet::VARCHAR)
        AND ($product::VARCHAR IS NULL OR t.wet || '-' || t.categorie = $product::VARCHAR)
        AND ($aanbieder::VARCHAR IS NULL OR t.aanbieder = $aanbieder::VARCHAR)
    GROUP BY ALL
),

geleverd AS (
    SELECT
        g.wet,
        g.toewijzing_nummer,
        g.aanbieder,
        g.eenheid,
        sum(CASE WHEN g.bedrag < 0 THEN -g.volume ELSE g.volume END) AS volume
    FROM regel AS g
    WHERE
        g.status = 'toegekend'
        AND g.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 1)
        AND g.maand <= (date_trunc('month', $peildatum::DATE) - INTERVAL 3 MONTH)::DATE
    GROUP BY g.wet, g.toewijzing_nummer, g.aanbieder, g.eenheid
)

SELECT
    t.wet::VARCHAR AS wet,
    t.categorie::VARCHAR AS categorie,
    any_value(coalesce(p.naam, t.categorie))::VARCHAR AS product,
    t.aanbieder::VARCHAR AS aanbieder,
    any_value(coalesce(a.naam, t.aanbieder))::VARCHAR AS naam,
    t.eenheid::VARCHAR AS eenheid,
    round(sum(t.volume))::BIGINT AS toegewezen,
    coalesce(sum(g.volume), 0)::BIGINT AS geleverd,
    (coalesce(sum(g.volume), 0)::DOUBLE / sum(t.volume)::DOUBLE)::DOUBLE AS verzilvering,
    count(DISTINCT t.client_id)::BIGINT AS clienten
FROM toegewezen AS t
LEFT JOIN geleverd AS g
    ON
        t.wet = g.wet AND t.toewijzing_nummer = g.toewijzing_nummer
        AND t.aanbieder = g.aanbieder AND t.eenheid = g.eenheid
LEFT JOIN product AS p ON t.wet = p.wet AND t.categorie = p.categorie
LEFT JOIN aanbieder AS a ON t.aanbieder = a.agb_code
GROUP BY t.wet, t.categorie, t.aanbieder, t.eenheid
ORDER BY clienten DESC, t.wet ASC, t.categorie ASC, t.aanbieder ASC, t.eenheid ASC
