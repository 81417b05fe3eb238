-- One declaration line, without the person, within a selection; a part of them in an order.
--
-- params
--   jaar            INTEGER        calendar year of delivery
--   wet             VARCHAR?       NULL selects all, here and below
--   domein          VARCHAR?       a taakveld
--   product         VARCHAR?       wet and categorie, such as jw-45
--   aanbieder       VARCHAR?       AGB code
--   wijk            VARCHAR?       where the person lives now
--   team            VARCHAR?       the team of that wijk on the first day of the month
--   maand           DATE?          first day of a month of delivery
--   status          VARCHAR?       in_behandeling, toegekend or afgewezen
--   zoek            VARCHAR?       part of the number of a line or of its declaratie
--   volgorde        VARCHAR?       bedrag: the largest first; ontvangen or else maand: the newest
--   vanaf           INTEGER        so many are skipped
--   aantal          INTEGER        at most so many
-- columns
--   maand             DATE           first day of the month of delivery
--   wet               VARCHAR
--   aanbieder         VARCHAR        AGB code
--   naam              VARCHAR        of the aanbieder; the AGB code where no name is known
--   productcode       VARCHAR
--   referentienummer  VARCHAR
--   declaratienummer  VARCHAR
--   bedrag            DECIMAL(18,2)  a credit is negative
--   status            VARCHAR        in_behandeling, toegekend or afgewezen
--   vlaggen           VARCHAR[]      retourcodes of what other deliveries contradict
--   ontvangen_op      TIMESTAMP      UTC
--   bestand           VARCHAR        the file that brought it
--   plaats            INTEGER        the line in that file
-- grain: wet, aanbieder, referentienummer
-- policy: exact
WITH eerst AS (
    SELECT
        g.*,
        l.ontvangen_op,
        l.bestand,
        CASE $volgorde::VARCHAR
            WHEN 'bedrag' THEN abs(g.bedrag)
            WHEN 'ontvangen' THEN epoch_us(l.ontvangen_op)
            ELSE year(g.maand) * 12 + month(g.maand)
        END AS rang
    FROM
        gekozen_regel(
            $jaar, $wet, $domein, $product, $aanbieder, $wijk, $team, $maand, $status, $zoek
        ) AS g
    INNER JOIN levering AS l ON g.levering_nr = l.levering_nr
    ORDER BY rang DESC, g.maand DESC, g.wet ASC, g.aanbieder ASC, g.referentienummer ASC
    LIMIT $aantal::INTEGER OFFSET $vanaf::INTEGER
)

SELECT
    e.maand::DATE AS maand,
    e.wet::VARCHAR AS wet,
    e.aanbieder::VARCHAR AS aanbieder,
    coalesce(a.naam, e.aanbieder)::VARCHAR AS naam,
    e.productcode::VARCHAR AS productcode,
    e.referentienummer::VARCHAR AS referentienummer,
    e.declaratienummer::VARCHAR AS declaratienummer,
    (e.bedrag::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS bedrag,
    e.status::VARCHAR AS status,
    e.vlaggen::VARCHAR[] AS vlaggen,
    e.ontvangen_op::TIMESTAMP AS ontvangen_op,
    e.bestand::VARCHAR AS bestand,
    e.plaats::INTEGER AS plaats
FROM eerst AS e
LEFT JOIN aanbieder AS a ON e.aanbieder = a.agb_code
ORDER BY e.rang DESC, e.maand DESC, e.wet ASC, e.aanbieder ASC, e.referentienummer ASC
