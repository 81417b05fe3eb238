-- The young people with Jeugdwet care at 17.5, how many of them still have it when they are 18, and
-- how many turn 18 soon while they live in youth care.
--
-- params
--   van               DATE     the first day of the first month in which they turn 18
--   tot               DATE     the first day of the last month
--   peildatum         DATE     the last day that anything is known of
-- columns
--   clienten          BIGINT   persons who turn 18 in those months
--   bereikt           BIGINT   persons of these who are 18 now
--   later             BIGINT   persons of these who will be
--   verlengd          BIGINT   persons of those who are 18 now who had jeugdhulp then
--   anders            BIGINT   persons of those who are 18 now who had not
--   verblijf          BIGINT   persons who live in youth care and turn 18 within six months
--   uitkering_vanaf   DATE?    the first month of which there are uitkeringen; NULL without a file
-- grain: one row
-- balance: bereikt + later = clienten; verlengd + anders = bereikt
WITH op_achttien AS (
    SELECT
        count(*) AS clienten,
        count(*) FILTER (WHERE t.toestand = 'later') AS later,
        count(*) FILTER (WHERE t.toestand = 'jeugdhulp') AS verlengd
    FROM rond_achttien($van, $tot, $peildatum) AS t
    WHERE t.leeftijd = 18
),

binnenkort AS (
    SELECT count(DISTINCT i.client_id) AS verblijf
    FROM inzet AS i
    INNER JOIN client AS c ON i.client_id = c.client_id
    WHERE
        i.wet = 'jw' AND i.categorie IN ('35', '36', '37', '38', '43', '44')
        AND $peildatum::DATE BETWEEN i.van AND i.tot
        AND c.geboortemaand BETWEEN 1 AND 12
        AND make_date(c.geboortejaar + 18, c.geboortemaand, 1) + INTERVAL 1 MONTH
        > $peildatum::DATE
        AND make_date(c.geboortejaar + 18, c.geboortemaand, 1) + INTERVAL 1 MONTH
        <= $peildatum::DATE + INTERVAL 6 MONTH
)

SELECT
    a.clienten::BIGINT AS clienten,
    (a.clienten - a.later)::BIGINT AS bereikt,
    a.later::BIGINT AS later,
    a.verlengd::BIGINT AS verlengd,
    (a.clienten - a.later - a.verlengd)::BIGINT AS anders,
    b.verblijf::BIGINT AS verblijf,
    (SELECT min(u.maand) FROM uitkering_regel AS u)::DATE AS uitkering_vanaf
FROM op_achttien AS a
CROSS JOIN binnenkort AS b
ORDER BY a.clienten
