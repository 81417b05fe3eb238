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
SELECT
    i.wet::VARCHAR AS wet,
    coalesce(i.categorie, 'onbekend')::VARCHAR AS categorie,
    coalesce(p.naam, i.categorie, 'Zonder product')::VARCHAR AS naam,
    count(DISTINCT i.client_id)::BIGINT AS clienten,
    count(*)::BIGINT AS toewijzingen
FROM inzet AS i
LEFT JOIN product AS p ON i.wet = p.wet AND i.categorie = p.categorie
WHERE
    $peildatum::DATE BETWEEN i.van AND i.tot
    AND ($wet::VARCHAR IS NULL OR i.wet = $wet::VARCHAR)
    AND ($wijk::VARCHAR IS NULL OR i.wijk_code = $wijk::VARCHAR)
    AND ($team::VARCHAR IS NULL OR i.wijk_code IN (
        SELECT t.wijk_code FROM team AS t
        WHERE t.team = $team::VARCHAR AND $peildatum::DATE BETWEEN t.van AND t.tot
    ))
GROUP BY i.wet, i.categorie, p.naam
ORDER BY clienten DESC, wet ASC, categorie ASC
