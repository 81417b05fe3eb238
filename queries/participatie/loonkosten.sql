-- People for whom loonkostensubsidie was paid in a month, what it cost, and who came and left since
-- the month before. Of who is in both files uitkeringen counts; a traject pays while it goes on.
--
-- params
--   van         DATE      a day in the first month
--   tot         DATE      a day in the last one, as far as files tell
-- columns
--   maand       DATE      first day of the month
--   begin       BIGINT    persons in the month before
--   instroom    BIGINT    persons who were not in the month before
--   uitstroom   BIGINT    persons who were, and are not in this one
--   eind        BIGINT    persons in this month
--   kosten      DOUBLE    money of eind; euro
-- grain: maand
-- balance: (begin) + instroom - uitstroom = (eind)
WITH betaald AS (
    SELECT
        u.client_id,
        u.begin,
        u.maand,
        max_by(u.bedrag, (l.ontvangen_op, u.levering_nr, u.plaats)) AS betaald
    FROM uitkering_regel AS u
    INNER JOIN levering AS l ON u.levering_nr = l.levering_nr
    WHERE u.regeling = 'LKS'
    GROUP BY u.client_id, u.begin, u.maand
),

grens AS (
    SELECT least($tot::DATE, b.tot) AS tot FROM bijstandbekend AS b
),

-- A traject costs so much in each month of which it has a day.
genoemd AS (
    SELECT
        t.client_id,
        unnest(generate_series(
            date_trunc('month', t.begin), least(coalesce(t.eind, g.tot), g.tot), INTERVAL 1 MONTH
        ))::DATE AS maand,
        t.loonkostensubsidie AS bedrag
    FROM traject AS t
    CROSS JOIN grens AS g
    WHERE t.loonkostensubsidie > 0
),

beloofd AS (
    SELECT
        g.client_id,
        g.maand,
        sum(g.bedrag) AS beloofd
    FROM genoemd AS g
    GROUP BY ALL
),

per_persoon AS (
    SELECT
        coalesce(b.client_id, t.client_id) AS client_id,
        coalesce(b.maand, t.maand) AS maand,
        coalesce(sum(b.betaald), sum(t.beloofd)) AS bedrag
    FROM betaald AS b
    FULL JOIN beloofd AS t ON b.client_id = t.client_id AND b.maand = t.maand
    GROUP BY ALL
),

-- Who is there in the first month of all came before it.
stap AS (
    SELECT
        p.maand,
        1 AS eind,
        (
            p.maand > min(p.maand) OVER ()
            AND lag(p.maand) OVER persoon IS DISTINCT FROM (p.maand - INTERVAL 1 MONTH)::DATE
        )::INTEGER AS instroom,
        0 AS uitstroom,
        p.bedrag
    FROM per_persoon AS p
    WINDOW persoon AS (PARTITION BY p.client_id ORDER BY p.maand)
    UNION ALL
    SELECT
        (p.maand + INTERVAL 1 MONTH)::DATE AS maand,
        0 AS eind,
        0 AS instroom,
        1 AS uitstroom,
        0 AS bedrag
    FROM per_persoon AS p
    WINDOW daarna AS (PARTITION BY p.client_id ORDER BY p.maand)
    QUALIFY lead(p.maand) OVER daarna IS DISTINCT FROM (p.maand + INTERVAL 1 MONTH)::DATE
)

SELECT
    s.maand::DATE AS maand,
    (sum(s.eind) - sum(s.instroom) + sum(s.uitstroom))::BIGINT AS begin,
    sum(s.instroom)::BIGINT AS instroom,
    sum(s.uitstroom)::BIGINT AS uitstroom,
    sum(s.eind)::BIGINT AS eind,
    sum(s.bedrag)::DOUBLE AS kosten
FROM stap AS s
CROSS JOIN grens AS g
WHERE s.maand BETWEEN date_trunc('month', $van::DATE) AND g.tot
GROUP BY s.maand
ORDER BY s.maand
