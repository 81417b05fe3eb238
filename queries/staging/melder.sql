-- Persons at an aanbieder whose starts and stops deliveries bring, or refuse.
--
-- params
--   van           INTEGER    first delivery number
--   tot           INTEGER    last delivery number
-- columns
--   wet           VARCHAR
--   aanbieder     VARCHAR
--   client_id     INTEGER
-- grain: wet, aanbieder, client_id
WITH geweigerd AS (
    SELECT DISTINCT l.levering_nr
    FROM retour AS r
    INNER JOIN levering AS l
        ON
            r.identificatie = l.identificatie AND r.dagtekening = l.dagtekening
            AND r.wet = l.wet AND r.aanbieder = l.aanbieder
    WHERE r.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER AND r.wijst_af
)

SELECT
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.client_id::INTEGER AS client_id
FROM start AS s
WHERE s.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
UNION
SELECT
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.client_id::INTEGER AS client_id
FROM stop AS s
WHERE s.levering_nr BETWEEN $van::INTEGER AND $tot::INTEGER
UNION
SELECT
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.client_id::INTEGER AS client_id
FROM start AS s
SEMI JOIN geweigerd AS g ON s.levering_nr = g.levering_nr
UNION
SELECT
    s.wet::VARCHAR AS wet,
    s.aanbieder::VARCHAR AS aanbieder,
    s.client_id::INTEGER AS client_id
FROM stop AS s
SEMI JOIN geweigerd AS g ON s.levering_nr = g.levering_nr
ORDER BY wet, aanbieder, client_id
