-- The deliveries that brought the touched declaraties.
--
-- columns
--   levering_nr        INTEGER
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   declaratienummer   VARCHAR
-- grain: levering_nr, declaratienummer
SELECT
    k.levering_nr::INTEGER AS levering_nr,
    k.wet::VARCHAR AS wet,
    k.aanbieder::VARCHAR AS aanbieder,
    k.declaratienummer::VARCHAR AS declaratienummer
FROM declaratie_kop AS k
SEMI JOIN raakt_declaratie AS r
    ON k.wet = r.wet AND k.aanbieder = r.aanbieder AND k.declaratienummer = r.declaratienummer
ORDER BY k.levering_nr, k.declaratienummer
