-- How many of a thousand young people use a medicine in a year, as a file of others says.
--
-- columns
--   jaar          INTEGER
--   groep         VARCHAR    medicine and age
--   regio         VARCHAR    CBS code, or gemeente where the file names none
--   per_duizend   DOUBLE     money of gebruikers
--   ontvangen_op  TIMESTAMP  when the newest file came
-- unseen
--   gebruikers    BIGINT     persons; 1000 where the file has only a published rate
-- grain: jaar, groep, regio
WITH bestand AS (
    SELECT max(l.ontvangen_op) AS laatste
    FROM levering AS l
    SEMI JOIN medicatie_regel AS r ON l.levering_nr = r.levering_nr
)

SELECT
    m.jaar::INTEGER AS jaar,
    m.groep::VARCHAR AS groep,
    coalesce(m.regio_code, 'gemeente')::VARCHAR AS regio,
    coalesce(1000 * m.teller / nullif(m.noemer, 0), m.per_duizend, 0)::DOUBLE AS per_duizend,
    b.laatste::TIMESTAMP AS ontvangen_op,
    coalesce(m.teller, 1000)::BIGINT AS gebruikers
FROM medicatie AS m
CROSS JOIN bestand AS b
ORDER BY m.groep, regio, m.jaar
