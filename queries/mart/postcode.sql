-- The wijk of a postcode, by the keyed hash of the postcode.
--
-- columns
--   postcode    VARCHAR    keyed hash
--   wijk_code   VARCHAR
-- grain: postcode
SELECT
    p.postcode::VARCHAR AS postcode,
    p.wijk_code::VARCHAR AS wijk_code
FROM postcode_regel AS p
INNER JOIN levering AS l ON p.levering_nr = l.levering_nr
QUALIFY
    row_number() OVER (
        PARTITION BY p.postcode ORDER BY l.ontvangen_op DESC, p.levering_nr DESC, p.plaats DESC
    ) = 1
ORDER BY p.postcode
