-- Every answer to a declaratie, with when it was received.
--
-- columns
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   declaratienummer   VARCHAR
--   levering_nr        INTEGER    of the answer
--   geheel             BOOLEAN    it rejects the declaratie as a whole
--   ontvangen          DATE       month of receipt
--   rang               VARCHAR    the newest answer has the highest
-- grain: wet, aanbieder, declaratienummer, levering_nr
SELECT
    k.wet::VARCHAR AS wet,
    k.aanbieder::VARCHAR AS aanbieder,
    k.declaratienummer::VARCHAR AS declaratienummer,
    k.levering_nr::INTEGER AS levering_nr,
    k.geheel::BOOLEAN AS geheel,
    o.ontvangen::DATE AS ontvangen,
    -- By what the messages themselves say.
    concat_ws(
        ' ', l.dagtekening, lpad(length(l.identificatie)::VARCHAR, 9, '0'), l.identificatie,
        l.sha256
    )::VARCHAR AS rang
FROM antwoordkop AS k
INNER JOIN ontvangmaand AS o ON k.levering_nr = o.levering_nr
INNER JOIN levering AS l ON k.levering_nr = l.levering_nr
