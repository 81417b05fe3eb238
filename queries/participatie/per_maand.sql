-- People with bijstand at the begin and end of a month that files tell of, and who came and left.
--
-- params
--   van               DATE        a day in the first month
--   tot               DATE        a day in the last one
--   regeling          VARCHAR?    NULL selects all, here and below
--   leefvorm          VARCHAR?
--   leeftijd          VARCHAR?    class, such as tot 27
--   trede             VARCHAR?
--   wijk              VARCHAR?
-- columns
--   maand             DATE        first day of the month
--   begin             BIGINT      persons with bijstand on the last day before
--   instroom          BIGINT      persons whose bijstand began
--   erbij             BIGINT      persons who had bijstand outside the selection already
--   uitstroom         BIGINT      persons whose last day was the day before one of this month
--   weg               BIGINT      persons who keep bijstand outside the selection
--   eind              BIGINT      persons with bijstand on the last day
-- grain: maand
-- balance: (begin) + instroom + erbij - uitstroom - weg = (eind)
WITH maanden AS (
    SELECT d.dag::DATE AS maand
    FROM bijstandbekend AS b
    CROSS JOIN
        generate_series(
            greatest(date_trunc('month', $van::DATE), b.van), least($tot::DATE, b.tot),
            INTERVAL 1 MONTH
        ) AS d (dag)
    WHERE b.van IS NOT NULL
),

gekozen AS (
    SELECT
        b.*,
        max(b.tot) OVER (
            PARTITION BY b.client_id ORDER BY b.van, b.tot
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS tot_hiervoor
    FROM bijstand AS b
    WHERE
        b.tot >= date_trunc('month', $van::DATE) - INTERVAL 1 DAY
        AND coalesce($regeling::VARCHAR, b.regeling) = b.regeling
        AND coalesce($leefvorm::VARCHAR, b.leefvorm, '?') = coalesce(b.leefvorm, '?')
        AND coalesce($leeftijd::VARCHAR, b.leeftijdsklasse, '?') = coalesce(b.leeftijdsklasse, '?')
        AND coalesce($trede::VARCHAR, b.trede, '?') = coalesce(b.trede, '?')
        AND coalesce($wijk::VARCHAR, b.wijk_code, 'onbekend') = coalesce(b.wijk_code, 'onbekend')
),

genummerd AS (
    SELECT
        g.*,
        count(*) FILTER (WHERE g.van > g.tot_hiervoor + 1) OVER (
            PARTITION BY g.client_id ORDER BY g.van, g.tot
        ) AS nr
    FROM gekozen AS g
),

stuk AS (
    SELECT
        min(n.van) AS van,
        max(n.tot) AS tot,
        min(n.begonnen) AS begonnen,
        max(n.gestopt) AS gestopt
    FROM genummerd AS n
    GROUP BY n.client_id, n.nr
),

gebeurd AS (
    SELECT
        date_trunc('month', unnest([s.van, s.tot + 1]))::DATE AS maand,
        unnest([
            CASE WHEN s.van = s.begonnen THEN 'in' ELSE 'erbij' END,
            CASE WHEN s.tot = s.gestopt THEN 'uit' ELSE 'weg' END
        ]) AS wat,
        unnest([1, -1]) AS teken
    FROM stuk AS s
),

geteld AS (
    SELECT
        g.maand,
        g.wat,
        count(*) AS n,
        sum(g.teken) AS saldo
    FROM gebeurd AS g
    GROUP BY g.maand, g.wat
)

SELECT
    m.maand::DATE AS maand,
    coalesce(sum(g.saldo) FILTER (WHERE g.maand < m.maand), 0)::BIGINT AS begin,
    coalesce(sum(g.n) FILTER (WHERE g.maand = m.maand AND g.wat = 'in'), 0)::BIGINT AS instroom,
    coalesce(sum(g.n) FILTER (WHERE g.maand = m.maand AND g.wat = 'erbij'), 0)::BIGINT AS erbij,
    coalesce(sum(g.n) FILTER (WHERE g.maand = m.maand AND g.wat = 'uit'), 0)::BIGINT AS uitstroom,
    coalesce(sum(g.n) FILTER (WHERE g.maand = m.maand AND g.wat = 'weg'), 0)::BIGINT AS weg,
    coalesce(sum(g.saldo), 0)::BIGINT AS eind
FROM maanden AS m
LEFT JOIN geteld AS g ON m.maand >= g.maand
GROUP BY m.maand
ORDER BY m.maand
