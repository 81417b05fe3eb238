-- The name of a value that can be chosen; what has no name of its own is not here.
--
-- columns
--   soort  VARCHAR  wet, domein, product, aanbieder or wijk
--   code   VARCHAR
--   naam   VARCHAR
-- grain: soort, code
SELECT
    'wet'::VARCHAR AS soort,
    w.wet::VARCHAR AS code,
    w.naam::VARCHAR AS naam
FROM (VALUES ('jw', 'Jeugd'), ('wmo', 'Wmo'), ('pw', 'Participatie')) AS w (wet, naam)
UNION ALL
SELECT
    'domein'::VARCHAR AS soort,
    v.taakveld::VARCHAR AS code,
    v.naam::VARCHAR AS naam
FROM taakveld AS v
UNION ALL
SELECT
    'product'::VARCHAR AS soort,
    (p.wet || '-' || p.categorie)::VARCHAR AS code,
    p.naam::VARCHAR AS naam
FROM product AS p
UNION ALL
SELECT
    'aanbieder'::VARCHAR AS soort,
    a.agb_code::VARCHAR AS code,
    a.naam::VARCHAR AS naam
FROM aanbieder AS a
UNION ALL
SELECT
    'wijk'::VARCHAR AS soort,
    w.wijk_code::VARCHAR AS code,
    w.naam::VARCHAR AS naam
FROM wijk AS w
UNION ALL
SELECT
    'wijk'::VARCHAR AS soort,
    'onbekend'::VARCHAR AS code,
    'Wijk onbekend'::VARCHAR AS naam
ORDER BY soort, code
