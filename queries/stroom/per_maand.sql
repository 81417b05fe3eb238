-- People with care at the begin and end of a month within a selection, and who came and left.
--
-- params
--   van          DATE        the first day
--   tot          DATE        the last one, which may be within a month
--   vandaag      DATE        who left at most thirty days before it may still go on
--   wet          VARCHAR?    NULL selects all, here and below
--   product      VARCHAR?    wet and categorie, such as jw-45
--   aanbieder    VARCHAR?    AGB code
--   verwijzer    VARCHAR?    code, or onbekend
--   wijk         VARCHAR?    where the person lives now
--   team         VARCHAR?    the team of that wijk on the days of care
-- columns
--   maand        DATE        first day of the month
--   begin        BIGINT      persons with care on the last day before
--   nieuw        BIGINT      persons whose first care of any kind began
--   herinstroom  BIGINT      persons who came back after more than thirty days without any care
--   erbij        BIGINT      persons who had other care already
--   uitstroom    BIGINT      persons whose last care ended
--   weg          BIGINT      persons who keep other care
--   eind         BIGINT      persons with care on the last day
--   voorlopig    BIGINT      persons of the uitstroom who may still go on
-- grain: maand
-- balance: (begin) + nieuw + herinstroom + erbij - uitstroom - weg = (eind)
WITH maanden AS (
    SELECT greatest(date_trunc('month', d.dag)::DATE, $van::DATE) AS dag
    FROM generate_series(
        date_trunc('month', $van::DATE), $tot::DATE, INTERVAL 1 MONTH
    ) AS d (dag)
),

gebeurd AS (
    SELECT
        greatest(date_trunc('month', b.dag)::DATE, $van::DATE) AS dag,
        b.soort,
        count(*) AS personen,
        sum(b.teken) AS saldo,
        count(*) FILTER (WHERE b.dag >= $vandaag::DATE - 30) AS recent
    FROM beweging($van, $tot, NULL, $wet, $product, $aanbieder, $verwijzer, $wijk, $team) AS b
    GROUP BY ALL
),

telling AS (
    SELECT
        m.dag,
        sum(g.saldo) FILTER (WHERE g.dag < m.dag OR g.soort = 'eerder') AS begin,
        sum(g.personen) FILTER (WHERE g.dag = m.dag AND g.soort = 'nieuw') AS nieuw,
        sum(g.personen) FILTER (WHERE g.dag = m.dag AND g.soort = 'herinstroom') AS herinstroom,
        sum(g.personen) FILTER (WHERE g.dag = m.dag AND g.soort = 'erbij') AS erbij,
        sum(g.personen) FILTER (WHERE g.dag = m.dag AND g.soort = 'uitstroom') AS uitstroom,
        sum(g.personen) FILTER (WHERE g.dag = m.dag AND g.soort = 'weg') AS weg,
        sum(g.saldo) AS eind,
        sum(g.recent) FILTER (WHERE g.dag = m.dag AND g.soort = 'uitstroom') AS voorlopig
    FROM maanden AS m
    INNER JOIN gebeurd AS g ON m.dag >= g.dag
    GROUP BY m.dag
)

SELECT
    date_trunc('month', m.dag)::DATE AS maand,
    coalesce(t.begin, 0)::BIGINT AS begin,
    coalesce(t.nieuw, 0)::BIGINT AS nieuw,
    coalesce(t.herinstroom, 0)::BIGINT AS herinstroom,
    coalesce(t.erbij, 0)::BIGINT AS erbij,
    coalesce(t.uitstroom, 0)::BIGINT AS uitstroom,
    coalesce(t.weg, 0)::BIGINT AS weg,
    coalesce(t.eind, 0)::BIGINT AS eind,
    coalesce(t.voorlopig, 0)::BIGINT AS voorlopig
FROM maanden AS m
LEFT JOIN telling AS t ON m.dag = t.dag
ORDER BY maand
