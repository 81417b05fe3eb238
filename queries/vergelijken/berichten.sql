-- What our messages say of a wet in a year, with what an Iv3 report says of the same.
--
-- params
--   gemeente    VARCHAR         CBS code of ours
--   jaar        INTEGER         of the Iv3 report, and of delivery
--   stand       VARCHAR         begroting, kwartaal 1 to 4, or rekening
-- columns
--   wet         VARCHAR
--   clienten    BIGINT          persons
--   ingediend   DECIMAL(18,2)?  money of clienten
--   lasten      DOUBLE?         euro in Iv3; NULL when ours did not deliver
-- grain: wet
WITH iv3_wet AS (
    SELECT
        CASE WHEN i.post IN ('jeugd_maatwerk', 'jeugd_gedwongen') THEN 'jw' ELSE 'wmo' END AS wet,
        sum(i.lasten) AS lasten
    FROM iv3 AS i
    WHERE
        i.regio_code = $gemeente::VARCHAR
        AND i.jaar = $jaar::INTEGER
        AND i.stand = $stand::VARCHAR
        AND i.post IN ('jeugd_maatwerk', 'jeugd_gedwongen', 'wmo', 'opvang')
    GROUP BY ALL
)

SELECT
    u.wet::VARCHAR AS wet,
    count(*) FILTER (WHERE u.eerste & 2 > 0)::BIGINT AS clienten,
    (sum(u.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    any_value(i.lasten)::DOUBLE AS lasten
FROM uitgave_jaar AS u
LEFT JOIN iv3_wet AS i ON u.wet = i.wet
WHERE u.jaar = $jaar::INTEGER
GROUP BY u.wet
ORDER BY u.wet
