-- Which toewijzing came next within six months after those of an aanbieder had ended: whether there
-- was one at all, and whether it is of an earlier layer of the regenboog. Nobody counts of whom
-- less time has passed, and who died counts nowhere.
--
-- params
--   van               DATE       first day on which one ended
--   peildatum         DATE       last such day, and what is known of this day
--   aantal            INTEGER    so many aanbieders, the largest
--   wet               VARCHAR?   NULL selects all, here and below
--   product           VARCHAR?   wet and categorie, such as jw-45
--   aanbieder         VARCHAR?   AGB code
--   team              VARCHAR?   the team of where the person lives now, on the day of the end
-- columns
--   aanbieder         VARCHAR    AGB code
--   naam              VARCHAR    the AGB code where no name is known
--   clienten          BIGINT     persons; whose toewijzing ended, six months ago or longer
--   opnieuw           BIGINT     persons; of them, with a new toewijzing within six months
--   aandeel_opnieuw   DOUBLE?    share of opnieuw in clienten
--   vervolgd          BIGINT     persons; of whom that one could be of an earlier layer
--   lichter           BIGINT     persons; of whom each such one is
--   aandeel_lichter   DOUBLE?    share of lichter in vervolgd
-- unseen
--   klaar             BIGINT     persons; without a new toewijzing within six months
--   zwaarder          BIGINT     persons; of whom one is of the same or a later layer
-- grain: aanbieder
-- balance: opnieuw + klaar = clienten; lichter + zwaarder = vervolgd
WITH einde AS (
    SELECT
        b.groep,
        b.client_id,
        b.dag,
        b.laag
    FROM beeindigd($van, $peildatum, 'aanbieder', $wet, $product, $aanbieder, $team) AS b
    ANTI JOIN melding AS m
        ON b.client_id = m.client_id AND m.soort = 'stop' AND m.reden_beeindiging = '02'
    WHERE b.dag + INTERVAL 6 MONTH <= $peildatum::DATE
),

-- Where two begin on one day, the innermost counts.
nieuw AS (
    SELECT
        t.client_id,
        t.ingangsdatum,
        CASE WHEN bool_and(p.laag IS NOT NULL) THEN max(p.laag) END AS laag
    FROM toewijzing AS t
    LEFT JOIN product AS p ON t.wet = p.wet AND t.categorie = p.categorie
    WHERE NOT t.verwijderd AND t.ingangsdatum BETWEEN $van::DATE AND $peildatum::DATE
    GROUP BY t.client_id, t.ingangsdatum
),

buitenste AS (SELECT min(p.laag) AS laag FROM product AS p),

gevolgd AS (
    SELECT
        e.groep,
        e.client_id,
        coalesce(n.ingangsdatum <= e.dag + INTERVAL 6 MONTH, FALSE) AS opnieuw,
        CASE WHEN e.laag > b.laag THEN n.laag < e.laag END AS lichter
    FROM einde AS e
    ASOF LEFT JOIN nieuw AS n ON e.client_id = n.client_id AND e.dag < n.ingangsdatum
    CROSS JOIN buitenste AS b
),

persoon AS (
    SELECT
        g.groep,
        bool_or(g.opnieuw) AS opnieuw,
        bool_and(g.lichter) FILTER (WHERE g.opnieuw) AS lichter
    FROM gevolgd AS g
    GROUP BY g.groep, g.client_id
),

geteld AS (
    SELECT
        p.groep,
        count(*) AS clienten,
        count(*) FILTER (WHERE p.opnieuw) AS opnieuw,
        count(*) FILTER (WHERE p.lichter) AS lichter,
        count(*) FILTER (WHERE NOT p.lichter) AS zwaarder
    FROM persoon AS p
    GROUP BY p.groep
)

SELECT
    g.groep::VARCHAR AS aanbieder,
    coalesce(a.naam, g.groep)::VARCHAR AS naam,
    g.clienten::BIGINT AS clienten,
    g.opnieuw::BIGINT AS opnieuw,
    (g.opnieuw / nullif(g.clienten, 0))::DOUBLE AS aandeel_opnieuw,
    (g.lichter + g.zwaarder)::BIGINT AS vervolgd,
    g.lichter::BIGINT AS lichter,
    (g.lichter / nullif(g.lichter + g.zwaarder, 0))::DOUBLE AS aandeel_lichter,
    (g.clienten - g.opnieuw)::BIGINT AS klaar,
    g.zwaarder::BIGINT AS zwaarder
FROM geteld AS g
LEFT JOIN aanbieder AS a ON g.groep = a.agb_code
ORDER BY clienten DESC, aanbieder ASC
LIMIT $aantal::INTEGER
