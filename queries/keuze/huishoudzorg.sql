-- What households have in a period, as they are composed on its last day. Nothing, as long as it
-- was not recorded on what ground households may be linked.
--
-- params
--   van             DATE
--   tot             DATE
-- columns
--   huishouden_id   UBIGINT
--   client_id       INTEGER
--   wet             VARCHAR
--   soort           VARCHAR    as in voorziening
--   aanbieder       VARCHAR?
--   nummer          BIGINT?    of the toewijzing
--   van             DATE
-- grain: client_id, wet, soort, nummer, van
SELECT
    h.huishouden_id::UBIGINT AS huishouden_id,
    v.client_id::INTEGER AS client_id,
    v.wet::VARCHAR AS wet,
    v.soort::VARCHAR AS soort,
    v.aanbieder::VARCHAR AS aanbieder,
    v.nummer::BIGINT AS nummer,
    v.van::DATE AS van
FROM voorziening AS v
INNER JOIN huishouden AS h
    ON v.client_id = h.client_id AND $tot::DATE BETWEEN h.van AND h.tot
WHERE
    v.van <= $tot::DATE AND v.tot >= $van::DATE
    AND (SELECT g.huishoudens FROM grondslag AS g)
