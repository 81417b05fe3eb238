-- Whose care began or ended, or who waited for it: what is followed to see a change early. Only in
-- months that are over, and that messages told of from their begin.
--
-- params
--   van         DATE      a day in the first month
--   tot         DATE      the last day that is known
--   wat         VARCHAR   what begins with instroom, terug, plan or wacht
-- columns
--   eerste      DATE      the first month that is told
--   laatste     DATE      the last day of the last one
--   client_id   INTEGER
--   dag         DATE      on which it happened
--   deel        BOOLEAN?  came back, ended volgens plan, or waited longer than the norm
--   product     VARCHAR?  wet and categorie, such as jw-45
--   verwijzer   VARCHAR?  code, or onbekend
--   wijk_code   VARCHAR?  where the person lives now, or onbekend
-- grain: client_id, dag, product, verwijzer
WITH maanden AS (
    SELECT
        CASE
            -- Something went after bewaarjaren: what is kept is whole, and no message is the first.
            WHEN EXISTS (SELECT 1 FROM verwijdering) THEN date_trunc('month', $van::DATE)
            ELSE date_trunc('month', greatest($van::DATE, b.dag + INTERVAL 1 MONTH))
        END::DATE AS eerste,
        (date_trunc('month', $tot::DATE + 1)::DATE - 1)::DATE AS laatste
    FROM (
        SELECT min(l.dagtekening) AS dag
        FROM levering AS l
        WHERE l.wet IS NOT NULL AND l.geaccepteerd > 0
    ) AS b
),

gekomen AS (
    SELECT
        z.client_id,
        z.van AS dag,
        z.volgnr > 1 AS deel,
        i.wet || '-' || i.categorie AS product,
        i.verwijzer,
        z.wijk_code
    FROM maanden AS m
    INNER JOIN zorgperiode AS z ON z.van BETWEEN m.eerste AND m.laatste
    INNER JOIN inzet AS i ON z.client_id = i.client_id AND z.van = i.van
    WHERE
        z.wet = 'totaal'
        AND split_part($wat::VARCHAR, '/', 1) IN ('instroom', 'terug')
),

gestopt AS (
    SELECT
        s.client_id,
        s.einddatum AS dag,
        s.reden_beeindiging = CASE s.wet WHEN 'jw' THEN '31' ELSE '19' END AS deel,
        t.wet || '-' || t.categorie AS product
    FROM maanden AS m
    INNER JOIN melding AS s ON s.einddatum BETWEEN m.eerste AND m.laatste
    LEFT JOIN toewijzing AS t ON s.wet = t.wet AND s.toewijzing_nummer = t.toewijzing_nummer
    WHERE
        s.soort = 'stop'
        AND s.reden_beeindiging NOT IN ('02', '20')
        AND split_part($wat::VARCHAR, '/', 1) = 'plan'
),

begonnen AS (
    SELECT
        z.client_id,
        z.begonnen AS dag,
        z.begonnen - z.toegewezen_op > 7 * n.weken AS deel,
        z.wet || '-' || z.categorie AS product
    FROM maanden AS m
    INNER JOIN zorgtraject AS z ON z.begonnen BETWEEN m.eerste AND m.laatste
    INNER JOIN norm AS n ON n.soort = 'toewijzing'
    WHERE
        z.begonnen >= z.toegewezen_op
        AND split_part($wat::VARCHAR, '/', 1) = 'wacht'
),

alle AS (
    SELECT *
    FROM gekomen
    UNION ALL BY NAME
    SELECT *
    FROM gestopt
    UNION ALL BY NAME
    SELECT *
    FROM begonnen
)

SELECT
    m.eerste::DATE AS eerste,
    m.laatste::DATE AS laatste,
    a.client_id::INTEGER AS client_id,
    a.dag::DATE AS dag,
    a.deel::BOOLEAN AS deel,
    a.product::VARCHAR AS product,
    a.verwijzer::VARCHAR AS verwijzer,
    a.wijk_code::VARCHAR AS wijk_code
FROM alle AS a
CROSS JOIN maanden AS m
