-- The leefgebieden in which a household or casus has a problem on a day; none, as long as it was
-- not recorded on what ground households may be known.
--
-- params
--   peildatum     DATE
-- columns
--   geval         VARCHAR  pseudonym of the household, or of the casus where no household is told
--   leefgebied    VARCHAR
-- grain: geval, leefgebied
SELECT DISTINCT
    coalesce(r.huishouden, r.casusnummer)::VARCHAR AS geval,
    r.leefgebied::VARCHAR AS leefgebied
FROM leefgebied AS r
WHERE
    $peildatum::DATE BETWEEN r.van AND coalesce(r.tot, DATE '9999-12-31')
    AND (SELECT g.huishoudens FROM grondslag AS g)
