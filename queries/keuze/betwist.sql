-- The lines that may have had more than one state after their first answer, however often each
-- came: their number came again, or their declaratie was answered again.
--
-- columns
--   levering_nr        INTEGER
--   plaats             INTEGER
--   wet                VARCHAR
--   aanbieder          VARCHAR
--   declaratienummer   VARCHAR
--   referentienummer   VARCHAR
--   client_id          INTEGER
--   categorie          VARCHAR
--   productcode        VARCHAR
--   maand              DATE       of delivery
--   bedrag             BIGINT     eurocents, a credit is negative
--   volume             BIGINT     a credit is negative
--   ontvangen          DATE       month of receipt
--   rang               VARCHAR    of the delivery, as in antwoordmaand
-- grain: levering_nr, plaats
WITH herhaald AS (
    SELECT
        a.wet,
        a.aanbieder,
        a.declaratienummer
    FROM antwoordkop AS a
    GROUP BY a.wet, a.aanbieder, a.declaratienummer
    HAVING count(*) > 1
),

lastig AS (
    SELECT g.sleutel
    FROM regel AS g
    WHERE list_contains(g.vlaggen, '8021')
    UNION
    SELECT g.sleutel
    FROM regel AS g
    SEMI JOIN herhaald AS v
        ON
            g.wet = v.wet AND g.aanbieder = v.aanbieder
            AND g.declaratienummer = v.declaratienummer
)

SELECT
    p.levering_nr::INTEGER AS levering_nr,
    p.plaats::INTEGER AS plaats,
    p.wet::VARCHAR AS wet,
    p.aanbieder::VARCHAR AS aanbieder,
    p.declaratienummer::VARCHAR AS declaratienummer,
    p.referentienummer::VARCHAR AS referentienummer,
    p.client_id::INTEGER AS client_id,
    p.categorie::VARCHAR AS categorie,
    p.productcode::VARCHAR AS productcode,
    date_trunc('month', p.begin)::DATE AS maand,
    CASE p.debet_credit WHEN 'C' THEN -p.bedrag ELSE p.bedrag END::BIGINT AS bedrag,
    CASE p.debet_credit WHEN 'C' THEN -p.volume ELSE p.volume END::BIGINT AS volume,
    o.ontvangen::DATE AS ontvangen,
    concat_ws(
        ' ', l.dagtekening, lpad(length(l.identificatie)::VARCHAR, 9, '0'), l.identificatie,
        l.sha256
    )::VARCHAR AS rang
FROM prestatie AS p
SEMI JOIN lastig AS h ON p.sleutel = h.sleutel
INNER JOIN ontvangmaand AS o ON p.levering_nr = o.levering_nr
INNER JOIN levering AS l ON p.levering_nr = l.levering_nr
