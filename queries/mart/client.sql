-- A person as the newest 301 describes him: where he lives, and when he was born, as a month.
--
-- columns
--   client_id       INTEGER
--   wijk_code       VARCHAR    'onbekend' without a woonadres or for an unknown postcode
--   geboortejaar    BIGINT?
--   geboortemaand   BIGINT?
-- grain: client_id
-- touched: raakt_persoon (client_id)
WITH nieuwste AS (
    SELECT v.*
    FROM client_versie AS v
    SEMI JOIN raakt_persoon AS r ON v.client_id = r.client_id
    INNER JOIN levering AS l ON v.levering_nr = l.levering_nr
    QUALIFY
        row_number() OVER (
            PARTITION BY v.client_id
            ORDER BY
                l.dagtekening DESC, length(l.identificatie) DESC, l.identificatie DESC,
                l.sha256 DESC
        ) = 1
)

SELECT
    n.client_id::INTEGER AS client_id,
    coalesce(precies.wijk_code, gebied.wijk_code, 'onbekend')::VARCHAR AS wijk_code,
    n.geboortejaar::BIGINT AS geboortejaar,
    n.geboortemaand::BIGINT AS geboortemaand
FROM nieuwste AS n
LEFT JOIN postcode AS precies ON n.postcode = precies.postcode
LEFT JOIN postcode AS gebied ON n.postcodegebied = gebied.postcode
ORDER BY n.client_id
