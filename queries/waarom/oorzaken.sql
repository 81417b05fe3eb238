-- Why the care of a categorie cost more or less than in other months, within a selection; `totaal`
-- is that of the wet, or of all. What begins with door adds up to verschil, to the cent, where
-- door_anders is the sum of the four below it.
--
-- params
--   van               DATE           first day of the first month of the one stretch
--   tot               DATE           first day of its last month
--   toen_van          DATE           the same of the other, with which it is compared
--   toen_tot          DATE
--   wet               VARCHAR?       NULL selects all, here and below
--   domein            VARCHAR?       a taakveld
--   product           VARCHAR?       wet and categorie, such as jw-45
--   aanbieder         VARCHAR?       AGB code
--   wijk              VARCHAR?       where the person lives now
--   team              VARCHAR?       the team of that wijk on the first day of the month
--   toegekend         BOOLEAN?       only what the gemeente granted; NULL: all that was declared
-- columns
--   wet               VARCHAR        or totaal
--   categorie         VARCHAR        or totaal
--   naam              VARCHAR
--   clienten          BIGINT         persons
--   clienten_toen     BIGINT         persons
--   bedrag            DECIMAL(18,2)  money of clienten_geld
--   bedrag_toen       DECIMAL(18,2)  money of clienten_geld
--   verschil          DECIMAL(18,2)  money of clienten_geld
--   door_clienten     DECIMAL(18,2)  money of clienten_geld; more or fewer people under the wet
--   door_intensiteit  DECIMAL(18,2)  money of clienten_geld; more or fewer units a person
--   door_prijs        DECIMAL(18,2)  money of clienten_geld; a unit cost more or less
--   door_anders       DECIMAL(18,2)  money of clienten_geld; the other four together
--   door_mix          DECIMAL(18,2)  money of clienten_los; a shift between products of the wet
--   door_nieuw        DECIMAL(18,2)  money of clienten_los; products without people before
--   door_vervallen    DECIMAL(18,2)  money of clienten_los; products without people now
--   door_rest         DECIMAL(18,2)  money of clienten_los; lines without units that compare
--   groei_intensiteit DOUBLE?        money of clienten_geld; a ratio
--   groei_prijs       DOUBLE?        money of clienten_geld; a ratio
--   eenheid           VARCHAR?       where all that is compared has the same one
-- unseen
--   clienten_geld     BIGINT         persons; the fewest of both stretches
--   clienten_los      BIGINT         persons; the fewest that are behind any of the amounts
-- grain: wet, categorie
WITH delen AS MATERIALIZED (
    SELECT o.*
    FROM oorzaak(
        $van, $tot, $toen_van, $toen_tot, $wet, $domein, $product, $aanbieder, $wijk, $team,
        $toegekend
    ) AS o
)

SELECT
    coalesce(m.wet, 'totaal')::VARCHAR AS wet,
    coalesce(m.categorie, 'totaal')::VARCHAR AS categorie,
    coalesce(p.naam, m.categorie, w.naam, 'Totaal')::VARCHAR AS naam,
    m.clienten::BIGINT AS clienten,
    m.clienten_toen::BIGINT AS clienten_toen,
    m.bedrag::DECIMAL(18, 2) AS bedrag,
    m.bedrag_toen::DECIMAL(18, 2) AS bedrag_toen,
    m.door::DECIMAL(18, 2) AS verschil,
    coalesce(sum(d.door) FILTER (WHERE d.oorzaak = 1), 0)::DECIMAL(18, 2) AS door_clienten,
    coalesce(sum(d.door) FILTER (WHERE d.oorzaak = 3), 0)::DECIMAL(18, 2) AS door_intensiteit,
    coalesce(sum(d.door) FILTER (WHERE d.oorzaak = 4), 0)::DECIMAL(18, 2) AS door_prijs,
    coalesce(sum(d.door) FILTER (WHERE d.oorzaak IN (0, 2)), 0)::DECIMAL(18, 2) AS door_anders,
    coalesce(sum(d.door) FILTER (WHERE d.oorzaak = 2), 0)::DECIMAL(18, 2) AS door_mix,
    coalesce(sum(d.door) FILTER (WHERE d.soort = 'nieuw'), 0)::DECIMAL(18, 2) AS door_nieuw,
    coalesce(sum(d.door) FILTER (WHERE d.soort = 'vervallen'), 0)::DECIMAL(18, 2) AS door_vervallen,
    coalesce(sum(d.door) FILTER (WHERE d.soort = 'rest'), 0)::DECIMAL(18, 2) AS door_rest,
    (
        sum(d.deel) FILTER (WHERE d.oorzaak = 3) / sum(d.basis) FILTER (WHERE d.oorzaak = 3)
    )::DOUBLE AS groei_intensiteit,
    (
        sum(d.deel) FILTER (WHERE d.oorzaak = 4) / sum(d.basis) FILTER (WHERE d.oorzaak = 4)
    )::DOUBLE AS groei_prijs,
    CASE
        WHEN count(DISTINCT d.eenheid) FILTER (WHERE d.soort = 'gelijk') = 1
            THEN min(d.eenheid) FILTER (WHERE d.soort = 'gelijk')
    END::VARCHAR AS eenheid,
    least(nullif(m.clienten, 0), nullif(m.clienten_toen, 0))::BIGINT AS clienten_geld,
    -- Of one soort there are at least as many people as of its largest product.
    least(
        nullif(m.clienten, 0),
        nullif(m.clienten_toen, 0),
        max(d.clienten) FILTER (WHERE d.soort = 'nieuw'),
        max(d.clienten_toen) FILTER (WHERE d.soort = 'vervallen'),
        max(least(d.clienten, d.clienten_toen)) FILTER (WHERE d.soort = 'rest')
    )::BIGINT AS clienten_los
FROM delen AS m
INNER JOIN delen AS d
    ON d.wet = coalesce(m.wet, d.wet) AND d.categorie = coalesce(m.categorie, d.categorie)
LEFT JOIN product AS p ON m.wet = p.wet AND m.categorie = p.categorie
LEFT JOIN naam AS w ON w.soort = 'wet' AND m.wet = w.code
WHERE m.soort = 'mensen' AND d.soort <> 'mensen'
GROUP BY
    m.wet, m.categorie, p.naam, w.naam, m.clienten, m.clienten_toen, m.bedrag, m.bedrag_toen, m.door
ORDER BY wet, categorie
