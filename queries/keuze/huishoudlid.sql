-- In which household everyone lives on a day; of two at once the one that he came to last. Nobody,
-- as long as it was not recorded on what ground households may be linked.
--
-- params
--   peildatum       DATE
-- columns
--   client_id       INTEGER
--   huishouden_id   UBIGINT
--   dubbel          BOOLEAN    whether a file puts him in two at once
-- grain: client_id
SELECT
    h.client_id::INTEGER AS client_id,
    arg_max(h.huishouden_id, h.van)::UBIGINT AS huishouden_id,
    (min(h.huishouden_id) < max(h.huishouden_id))::BOOLEAN AS dubbel
FROM huishouden AS h
WHERE
    $peildatum::DATE BETWEEN h.van AND h.tot
    AND (SELECT g.huishoudens FROM grondslag AS g)
GROUP BY h.client_id
