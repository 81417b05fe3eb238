-- What gemeenten are compared on, and the posten that it adds up.
--
-- columns
--   onderdeel     VARCHAR
--   volgnr      INTEGER
--   naam        VARCHAR
--   post        VARCHAR
--   doorgaand   BOOLEAN   whether its total means the same in every generation of taakvelden
-- grain: onderdeel, post
SELECT
    c.onderdeel::VARCHAR AS onderdeel,
    c.volgnr::INTEGER AS volgnr,
    c.naam::VARCHAR AS naam,
    c.post::VARCHAR AS post,
    c.doorgaand::BOOLEAN AS doorgaand
FROM (
    VALUES
    ('jeugd', 1, 'Jeugd', 'jeugd_maatwerk', TRUE),
    ('jeugd', 1, 'Jeugd', 'jeugd_gedwongen', TRUE),
    ('wmo', 2, 'Wmo', 'wmo', FALSE),
    ('wmo_opvang', 3, 'Wmo met opvang', 'wmo', FALSE),
    ('wmo_opvang', 3, 'Wmo met opvang', 'opvang', FALSE),
    ('participatie', 4, 'Participatie', 'participatie', FALSE),
    ('basis', 5, 'Sociale basis', 'samenkracht', FALSE),
    ('basis', 5, 'Sociale basis', 'toegang', FALSE)
) AS c (onderdeel, volgnr, naam, post, doorgaand)
