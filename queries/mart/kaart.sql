-- A corner of a wijk on the map.
--
-- columns
--   regio_code   VARCHAR
--   volgnr       BIGINT
--   x            DOUBLE
--   y            DOUBLE
-- grain: regio_code, volgnr
SELECT
    k.regio_code::VARCHAR AS regio_code,
    k.volgnr::BIGINT AS volgnr,
    k.x::DOUBLE AS x,
    k.y::DOUBLE AS y
FROM kaart_regel AS k
INNER JOIN levering AS l ON k.levering_nr = l.levering_nr
QUALIFY
    row_number() OVER (
        PARTITION BY k.regio_code, k.volgnr
        ORDER BY l.ontvangen_op DESC, k.levering_nr DESC, k.plaats DESC
    ) = 1
ORDER BY k.regio_code, k.volgnr
