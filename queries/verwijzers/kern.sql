-- The people of whom a toewijzing began in a period, and what is known of who sent them.
--
-- params
--   van       DATE      inclusive
--   tot       DATE      inclusive
--   wet       VARCHAR?  NULL selects all
-- columns
--   clienten  BIGINT    persons
--   huisarts  BIGINT    persons sent by a huisarts
--   onbekend  BIGINT    persons with a toewijzing of which no request says who sent them
--   groepen   BIGINT    productcodes to which the gemeente gave a group of its own
-- grain: one row
SELECT
    count(DISTINCT t.client_id)::BIGINT AS clienten,
    (count(DISTINCT t.client_id) FILTER (WHERE t.verwijzer = '02'))::BIGINT AS huisarts,
    (count(DISTINCT t.client_id) FILTER (WHERE t.verwijzer = 'onbekend'))::BIGINT AS onbekend,
    (SELECT count(*) FROM productgroep)::BIGINT AS groepen
FROM toewijzing AS t
WHERE
    NOT t.verwijderd
    AND t.ingangsdatum BETWEEN $van::DATE AND $tot::DATE
    AND ($wet::VARCHAR IS NULL OR t.wet = $wet::VARCHAR)
