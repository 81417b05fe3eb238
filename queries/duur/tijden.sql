-- How long what began in a period takes, by group: until the start for who waits, until the end for
-- care. Medians and shares are Kaplan and Meier's. Who has two of them counts in both groups.
--
-- params
--   soort             VARCHAR    zorg, or waiting: a word of sdash.queries.duur.Soort
--   van               DATE       first day on which it began
--   peildatum         DATE       last such day, and what is known of this day
--   indeling          VARCHAR    by product or aanbieder; any other word: all in one group
--   wet               VARCHAR?   NULL selects all, here and below
--   product           VARCHAR?   wet and categorie, such as jw-45
--   aanbieder         VARCHAR?   AGB code
--   aantal            INTEGER    so many groups, the largest
-- columns
--   groep             VARCHAR    wet and categorie, AGB code, or totaal
--   naam              VARCHAR
--   clienten          BIGINT     persons; of whom it began
--   gemeten           BIGINT     persons; of whom it is known how long it took, or that it goes on
--   loopt             BIGINT     persons; of whom it goes on
--   mediaan           BIGINT?    money of gemeten; days; NULL when not half of it is over yet
--   risico_vier       BIGINT     count of gemeten; how many last four weeks or longer
--   binnen_vier       DOUBLE?    money of gemeten; over within four weeks; NULL: unknown
--   risico_tien       BIGINT     count of gemeten; the same of ten weeks
--   binnen_tien       DOUBLE?    money of gemeten
--   norm              INTEGER?   weeks, of the settings
--   binnen_norm       DOUBLE?    money of gemeten
--   achteraf          BIGINT     persons; decided or asked for after care had begun
--   achteraf_aandeel  DOUBLE?    share of achteraf in clienten
--   onbekend          BIGINT     persons; declared without a start, so nobody says since when
-- grain: groep
WITH persoon AS (
    SELECT
        t.groep,
        t.client_id,
        count(*) FILTER (WHERE t.hoe = 'gemeten') AS gemeten,
        bool_or(t.loopt) AS loopt,
        bool_or(t.hoe = 'achteraf') AS achteraf,
        bool_or(t.hoe = 'onbekend') AS onbekend
    FROM termijn($soort, $van, $peildatum, $wet, $product, $aanbieder, $indeling) AS t
    GROUP BY t.groep, t.client_id
),

geteld AS (
    SELECT
        p.groep,
        count(*) AS clienten,
        count(*) FILTER (WHERE p.gemeten > 0) AS gemeten,
        count(*) FILTER (WHERE p.loopt) AS loopt,
        count(*) FILTER (WHERE p.achteraf) AS achteraf,
        count(*) FILTER (WHERE p.onbekend) AS onbekend
    FROM persoon AS p
    GROUP BY p.groep
    ORDER BY sum(p.gemeten) DESC, p.groep ASC
    LIMIT $aantal::INTEGER
),

km AS (
    SELECT
        o.groep,
        n.weken AS norm,
        min(o.dagen) FILTER (WHERE o.overleving <= 0.5 + 1e-12) AS mediaan,
        coalesce(max(o.risico) FILTER (WHERE o.dagen >= 28), 0) AS risico_vier,
        1 - coalesce(min(o.overleving) FILTER (WHERE o.dagen <= 28), 1) AS binnen_vier,
        coalesce(max(o.risico) FILTER (WHERE o.dagen >= 70), 0) AS risico_tien,
        1 - coalesce(min(o.overleving) FILTER (WHERE o.dagen <= 70), 1) AS binnen_tien,
        1 - coalesce(min(o.overleving) FILTER (WHERE o.dagen <= n.weken * 7), 1) AS binnen_norm,
        CASE WHEN min(o.overleving) < 1e-12 THEN 1e9 ELSE max(o.dagen) END AS gevolgd
    FROM overleving($soort, $van, $peildatum, $wet, $product, $aanbieder, $indeling, $aantal) AS o
    LEFT JOIN norm AS n ON n.soort = $soort::VARCHAR
    GROUP BY o.groep, n.weken
)

SELECT
    g.groep::VARCHAR AS groep,
    coalesce(n.naam, CASE g.groep WHEN 'totaal' THEN 'Alles samen' ELSE g.groep END)::VARCHAR
        AS naam,
    g.clienten::BIGINT AS clienten,
    g.gemeten::BIGINT AS gemeten,
    g.loopt::BIGINT AS loopt,
    k.mediaan::BIGINT AS mediaan,
    coalesce(k.risico_vier, 0)::BIGINT AS risico_vier,
    (CASE WHEN k.gevolgd >= 28 THEN k.binnen_vier END)::DOUBLE AS binnen_vier,
    coalesce(k.risico_tien, 0)::BIGINT AS risico_tien,
    (CASE WHEN k.gevolgd >= 70 THEN k.binnen_tien END)::DOUBLE AS binnen_tien,
    k.norm::INTEGER AS norm,
    (CASE WHEN k.gevolgd >= k.norm * 7 THEN k.binnen_norm END)::DOUBLE AS binnen_norm,
    g.achteraf::BIGINT AS achteraf,
    (g.achteraf / nullif(g.clienten, 0))::DOUBLE AS achteraf_aandeel,
    g.onbekend::BIGINT AS onbekend
FROM geteld AS g
LEFT JOIN km AS k ON g.groep = k.groep
LEFT JOIN naam AS n ON n.soort = $indeling::VARCHAR AND g.groep = n.code
ORDER BY g.clienten DESC, g.groep ASC
