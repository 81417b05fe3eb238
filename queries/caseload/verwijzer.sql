-- The toewijzingen that one kind of verwijzer led to, by their first day.
--
-- params
--   van           DATE      inclusive
--   tot           DATE      inclusive
--   wet           VARCHAR?  NULL selects all
-- columns
--   verwijzer     VARCHAR   code, or onbekend where no request says it
--   naam          VARCHAR
--   clienten      BIGINT    persons
--   toewijzingen  BIGINT    count of clienten
-- grain: verwijzer
SELECT
    t.verwijzer::VARCHAR AS verwijzer,
    coalesce(v.naam, t.verwijzer)::VARCHAR AS naam,
    count(DISTINCT t.client_id)::BIGINT AS clienten,
    count(*)::BIGINT AS toewijzingen
FROM toewijzing AS t
LEFT JOIN verwijzer AS v ON t.verwijzer = v.code
WHERE
    NOT t.verwijderd
    AND t.ingangsdatum BETWEEN $van::DATE AND $tot::DATE
    AND ($wet::VARCHAR IS NULL OR t.wet = $wet::VARCHAR)
GROUP BY t.verwijzer, v.naam
ORDER BY clienten DESC, verwijzer ASC
