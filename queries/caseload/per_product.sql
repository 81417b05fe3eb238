-- The people with active care of one productcategorie on a day.
--
-- params
--   peildatum     DATE
--   wet           VARCHAR?  NULL selects all, here and below
--   team          VARCHAR?  the team of the wijk on that day
--   wijk          VARCHAR?  where the person lives now
-- columns
--   wet           VARCHAR
--   categorie     VARCHAR   onbekend for a toewijzing without a product
--   naam          VARCHAR
--   clienten      BIGINT    persons
--   toewijzingen  BIGINT    count of clienten
-- grain: wet, categorie
WITH actief AS (
    SELECT
        i.wet,
        i.categorie,
        count(DISTINCT i.client_id) AS clienten,
        count(*) AS toewijzingen
    FROM inzet AS i
    WHERE
        $peildatum::DATE BETWEEN i.van AND i.tot
        AND ($wet::VARCHAR IS NULL OR i.wet = $wet::VARCHAR)
        AND ($wijk::VARCHAR IS NULL OR i.wijk_code = $wijk::VARCHAR)
        AND ($team::VARCHAR IS NULL OR i.wijk_code IN (
            SELECT t.wijk_code FROM team AS t
            WHERE t.team = $team::VARCHAR AND $peildatum::DATE BETWEEN t.van AND t.tot
        ))
    GROUP BY i.wet, i.categorie
)

SELECT
    a.wet::VARCHAR AS wet,
    coalesce(a.categorie, 'onbekend')::VARCHAR AS categorie,
    coalesce(p.naam, a.categorie, 'Zonder product')::VARCHAR AS naam,
    a.clienten::BIGINT AS clienten,
    a.toewijzingen::BIGINT AS toewijzingen
FROM actief AS a
LEFT JOIN product AS p ON a.wet = p.wet AND a.categorie = p.categorie
ORDER BY clienten DESC, wet ASC, categorie ASC
