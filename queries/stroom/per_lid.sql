-- Of each member of a cut, and of everybody: the people at the begin and end, and who came and left
-- in between. Who has care of two members counts with both; `totaal` counts everybody once.
--
-- params
--   van          DATE        the first day
--   tot          DATE        the last one
--   vandaag      DATE        who left at most thirty days before it may still go on
--   snede        VARCHAR?    wet, product, team, wijk, aanbieder or verwijzer; NULL: only `totaal`
--   wet          VARCHAR?    NULL selects all, here and below
--   product      VARCHAR?    wet and categorie, such as jw-45
--   aanbieder    VARCHAR?    AGB code
--   verwijzer    VARCHAR?    code, or onbekend
--   wijk         VARCHAR?    where the person lives now
--   team         VARCHAR?    the team of that wijk on the days of care
-- columns
--   lid          VARCHAR     code of the member, or totaal
--   naam         VARCHAR
--   begin        BIGINT      persons with care on the last day before
--   nieuw        BIGINT      persons whose first care of any kind began
--   herinstroom  BIGINT      count of terug: came back after more than thirty days without any care
--   erbij        BIGINT      count of van_elders: had other care already
--   uitstroom    BIGINT      count of vertrokken: the last care ended
--   weg          BIGINT      count of naar_elders: keeps other care
--   eind         BIGINT      persons with care on the last day
--   onderbroken  BIGINT      persons of those whose every toewijzing has stopped for a while then
--   voorlopig    BIGINT      persons of the uitstroom who may still go on
-- unseen
--   terug        BIGINT      persons
--   van_elders   BIGINT      persons
--   vertrokken   BIGINT      persons
--   naar_elders  BIGINT      persons
-- grain: lid
-- balance: (begin) + nieuw + terug + van_elders - vertrokken - naar_elders = (eind)
WITH persoon AS (
    SELECT
        b.lid,
        b.soort,
        CASE WHEN b.dag >= $van::DATE THEN b.client_id END AS client_id,
        sum(b.teken) AS saldo,
        count(*) AS aantal,
        count(*) FILTER (WHERE b.dag >= $vandaag::DATE - 30) AS recent
    FROM beweging($van, $tot, $snede, $wet, $product, $aanbieder, $verwijzer, $wijk, $team) AS b
    GROUP BY ALL
),

telling AS (
    SELECT
        p.lid,
        sum(p.saldo) FILTER (WHERE p.soort = 'eerder') AS begin,
        count(*) FILTER (WHERE p.soort = 'nieuw') AS nieuw,
        sum(p.aantal) FILTER (WHERE p.soort = 'herinstroom') AS herinstroom,
        sum(p.aantal) FILTER (WHERE p.soort = 'erbij') AS erbij,
        sum(p.aantal) FILTER (WHERE p.soort = 'uitstroom') AS uitstroom,
        sum(p.aantal) FILTER (WHERE p.soort = 'weg') AS weg,
        sum(p.saldo) AS eind,
        sum(p.recent) FILTER (WHERE p.soort = 'uitstroom') AS voorlopig,
        count(*) FILTER (WHERE p.soort = 'herinstroom') AS terug,
        count(*) FILTER (WHERE p.soort = 'erbij') AS van_elders,
        count(*) FILTER (WHERE p.soort = 'uitstroom') AS vertrokken,
        count(*) FILTER (WHERE p.soort = 'weg') AS naar_elders
    FROM persoon AS p
    GROUP BY p.lid
    HAVING count(p.client_id) > 0 OR sum(p.saldo) > 0
),

stil AS (
    SELECT
        o.lid,
        count(*) AS personen
    FROM onderbroken($tot, $snede, $wet, $product, $aanbieder, $verwijzer, $wijk, $team) AS o
    GROUP BY o.lid
)

SELECT
    coalesce(t.lid, a.lid)::VARCHAR AS lid,
    coalesce(
        CASE $snede::VARCHAR WHEN 'verwijzer' THEN v.naam ELSE n.naam END,
        CASE WHEN t.lid LIKE '%onbekend' THEN 'Onbekend' WHEN t.lid <> 'totaal' THEN t.lid END,
        'Iedereen, één keer geteld'
    )::VARCHAR AS naam,
    coalesce(t.begin, 0)::BIGINT AS begin,
    coalesce(t.nieuw, 0)::BIGINT AS nieuw,
    coalesce(t.herinstroom, 0)::BIGINT AS herinstroom,
    coalesce(t.erbij, 0)::BIGINT AS erbij,
    coalesce(t.uitstroom, 0)::BIGINT AS uitstroom,
    coalesce(t.weg, 0)::BIGINT AS weg,
    coalesce(t.eind, 0)::BIGINT AS eind,
    coalesce(s.personen, 0)::BIGINT AS onderbroken,
    coalesce(t.voorlopig, 0)::BIGINT AS voorlopig,
    coalesce(t.terug, 0)::BIGINT AS terug,
    coalesce(t.van_elders, 0)::BIGINT AS van_elders,
    coalesce(t.vertrokken, 0)::BIGINT AS vertrokken,
    coalesce(t.naar_elders, 0)::BIGINT AS naar_elders
FROM telling AS t
FULL JOIN (VALUES ('totaal')) AS a (lid) ON t.lid = a.lid
LEFT JOIN stil AS s ON t.lid = s.lid
LEFT JOIN naam AS n ON t.lid = n.code AND n.soort = $snede::VARCHAR
LEFT JOIN verwijzer AS v ON t.lid = v.code
ORDER BY (t.lid <> 'totaal') ASC, eind DESC, t.lid ASC
