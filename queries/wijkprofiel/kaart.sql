-- One corner of a wijk on the schematic map; the corners of a wijk in order are its border.
--
-- columns
--   wijk_code  VARCHAR
--   naam       VARCHAR
--   volgnr     INTEGER
--   x          DOUBLE
--   y          DOUBLE   upward
-- grain: wijk_code, volgnr
SELECT
    k.regio_code::VARCHAR AS wijk_code,
    w.naam::VARCHAR AS naam,
    k.volgnr::INTEGER AS volgnr,
    k.x::DOUBLE AS x,
    k.y::DOUBLE AS y
FROM kaart AS k
INNER JOIN wijk AS w ON k.regio_code = w.wijk_code
ORDER BY w.naam, k.regio_code, k.volgnr
