-- Which part of what began in a period lasts longer than so many months (care) or weeks (waiting),
-- by Kaplan and Meier, of the groups with the most of it. Who has two of them counts in both.
--
-- params
--   soort        VARCHAR    zorg, or waiting: a word of sdash.queries.duur.Soort
--   van          DATE       first day on which it began
--   peildatum    DATE       last such day, and what is known of this day
--   indeling     VARCHAR    by product or aanbieder; any other word: all in one group
--   wet          VARCHAR?   NULL selects all, here and below
--   product      VARCHAR?   wet and categorie, such as jw-45
--   aanbieder    VARCHAR?   AGB code
--   aantal       INTEGER    so many groups
--   genoeg       INTEGER    of fewer than these nothing is estimated
-- columns
--   groep        VARCHAR    wet and categorie, AGB code, or totaal
--   naam         VARCHAR
--   stap         INTEGER    months of care, or weeks of waiting
--   clienten     BIGINT     persons; who last so long, as far as it is known
--   risico       BIGINT     count of clienten; how many stretches of care or waiting these are
--   overleving   DOUBLE?    money of clienten; the part that lasts longer
--   laag         DOUBLE?    money of clienten; Greenwood's band of 95 %, its lower edge
--   hoog         DOUBLE?    money of clienten; its upper edge
-- grain: groep, stap
WITH km AS MATERIALIZED (
    SELECT o.*
    FROM overleving($soort, $van, $peildatum, $wet, $product, $aanbieder, $indeling, $aantal) AS o
),

grootste AS (
    SELECT
        k.groep,
        max(k.risico) AS risico,
        max(k.clienten) AS clienten
    FROM km AS k
    GROUP BY k.groep
),

stappen AS (
    SELECT
        g.*,
        s.stap,
        CASE $soort::VARCHAR WHEN 'zorg' THEN floor(s.stap * 30.4375) ELSE s.stap * 7 END AS dag
    FROM grootste AS g
    CROSS JOIN range(CASE $soort::VARCHAR WHEN 'zorg' THEN 25 ELSE 27 END) AS s (stap)
),

gelezen AS (
    SELECT
        s.groep,
        s.stap,
        s.risico AS omvang,
        CASE s.dag WHEN k.dagen THEN k.risico ELSE coalesce(k.risico_na, s.risico) END AS risico,
        CASE s.dag WHEN k.dagen THEN k.clienten ELSE coalesce(k.clienten_na, s.clienten) END
            AS clienten,
        coalesce(k.overleving, 1) AS overleving,
        CASE WHEN k.groep IS NULL THEN 0 ELSE 1.959963984540054 * sqrt(k.greenwood) END AS marge
    FROM stappen AS s
    ASOF LEFT JOIN km AS k ON s.groep = k.groep AND s.dag >= k.dagen
)

SELECT
    g.groep::VARCHAR AS groep,
    coalesce(n.naam, CASE g.groep WHEN 'totaal' THEN 'Alles samen' ELSE g.groep END)::VARCHAR
        AS naam,
    g.stap::INTEGER AS stap,
    g.clienten::BIGINT AS clienten,
    g.risico::BIGINT AS risico,
    (CASE WHEN g.risico >= $genoeg::INTEGER THEN g.overleving END)::DOUBLE AS overleving,
    (CASE WHEN g.risico >= $genoeg::INTEGER THEN greatest(g.overleving * (1 - g.marge), 0) END)
    ::DOUBLE AS laag,
    (CASE WHEN g.risico >= $genoeg::INTEGER THEN least(g.overleving * (1 + g.marge), 1) END)
    ::DOUBLE AS hoog
FROM gelezen AS g
LEFT JOIN naam AS n ON n.soort = $indeling::VARCHAR AND g.groep = n.code
ORDER BY g.omvang DESC, g.groep ASC, g.stap ASC
