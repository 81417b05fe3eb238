-- People with a new toewijzing of a kind of product, by who sent them.
--
-- params
--   van         DATE      inclusive
--   tot         DATE      inclusive
--   wet         VARCHAR?  NULL selects all
-- columns
--   groep       VARCHAR   what the gemeente calls its productcode, else its productcategorie
--   verwijzer   VARCHAR   code, or onbekend where no request says it
--   naam        VARCHAR
--   clienten    BIGINT    persons; who was sent by two counts at both
--   samen       BIGINT    persons, whoever sent them
--   aandeel     DOUBLE?   share of clienten in samen
-- grain: groep, verwijzer
WITH nieuw AS (
    SELECT
        coalesce(g.naam, p.naam, t.categorie, 'Zonder product') AS groep,
        t.verwijzer,
        t.client_id
    FROM toewijzing AS t
    LEFT JOIN productgroep AS g ON t.productcode = g.productcode
    LEFT JOIN product AS p ON t.wet = p.wet AND t.categorie = p.categorie
    WHERE
        NOT t.verwijderd
        AND t.ingangsdatum BETWEEN $van::DATE AND $tot::DATE
        AND ($wet::VARCHAR IS NULL OR t.wet = $wet::VARCHAR)
),

samen AS (
    SELECT
        n.groep,
        count(DISTINCT n.client_id) AS clienten
    FROM nieuw AS n
    GROUP BY n.groep
)

SELECT
    n.groep::VARCHAR AS groep,
    n.verwijzer::VARCHAR AS verwijzer,
    coalesce(any_value(v.naam), n.verwijzer)::VARCHAR AS naam,
    count(DISTINCT n.client_id)::BIGINT AS clienten,
    any_value(s.clienten)::BIGINT AS samen,
    (count(DISTINCT n.client_id) / any_value(s.clienten))::DOUBLE AS aandeel
FROM nieuw AS n
INNER JOIN samen AS s ON n.groep = s.groep
LEFT JOIN verwijzer AS v ON n.verwijzer = v.code
GROUP BY n.groep, n.verwijzer
ORDER BY samen DESC, n.groep ASC, clienten DESC, n.verwijzer ASC
