-- Which part of those whose bijstand began in a year still have it so many months later, by Kaplan
-- and Meier, of whom files tell from the begin. Who came twice counts twice. The last thirty days
-- do not count, in which it may still go on.
--
-- params
--   van          DATE       first day on which it began
--   tot          DATE       last such day, and what is known of this day
--   wijk         VARCHAR?   NULL selects all
--   genoeg       INTEGER    of fewer than these nothing is estimated
-- columns
--   groep        VARCHAR    year of the begin
--   naam         VARCHAR
--   stap         INTEGER    months since the begin
--   clienten     BIGINT     persons; who have it so long, as far as it is known
--   risico       BIGINT     count of clienten; how many times bijstand these are
--   overleving   DOUBLE?    money of clienten; the part that has it longer
--   laag         DOUBLE?    money of clienten; Greenwood's band of 95 %, its lower edge
--   hoog         DOUBLE?    money of clienten; its upper edge
-- grain: groep, stap
WITH periode AS (
    SELECT DISTINCT
        year(b.begonnen) AS jaar,
        b.client_id,
        b.begonnen,
        least(b.gestopt, least($tot::DATE, t.tot) - 30) - b.begonnen + 1 AS dagen,
        b.gestopt <= least($tot::DATE, t.tot) - 30 AS gebeurd
    FROM bijstand AS b
    INNER JOIN bijstandbekend AS t
        ON b.begonnen BETWEEN greatest($van::DATE, t.van) AND least($tot::DATE, t.tot) - 30
    WHERE
        $wijk::VARCHAR IS NULL
        OR (b.van = b.begonnen AND coalesce(b.wijk_code, 'onbekend') = $wijk::VARCHAR)
),

per_dag AS (
    SELECT
        p.jaar,
        p.dagen,
        count(*) AS aantal,
        count(*) FILTER (WHERE p.gebeurd) AS gebeurd,
        sum(count(*)) OVER (PARTITION BY p.jaar ORDER BY p.dagen DESC) AS risico
    FROM periode AS p
    GROUP BY p.jaar, p.dagen
),

km AS (
    SELECT
        d.jaar,
        d.dagen,
        product(1 - d.gebeurd / d.risico) OVER tot_hier AS overleving,
        sum(d.gebeurd / (d.risico * greatest(d.risico - d.gebeurd, 1))) OVER tot_hier
        / nullif((min(d.risico - d.gebeurd) OVER tot_hier > 0)::INTEGER, 0) AS greenwood
    FROM per_dag AS d
    WINDOW tot_hier AS (PARTITION BY d.jaar ORDER BY d.dagen)
),

stappen AS (
    SELECT
        p.jaar,
        s.stap,
        floor(s.stap * 30.4375) AS dag,
        count(*) FILTER (WHERE p.dagen >= floor(s.stap * 30.4375)) AS risico,
        count(DISTINCT p.client_id) FILTER (WHERE p.dagen >= floor(s.stap * 30.4375)) AS clienten
    FROM periode AS p
    CROSS JOIN range(37) AS s (stap)
    GROUP BY p.jaar, s.stap
),

gelezen AS (
    SELECT
        s.*,
        coalesce(k.overleving, 1) AS overleving,
        CASE WHEN k.jaar IS NULL THEN 0 ELSE 1.959963984540054 * sqrt(k.greenwood) END AS marge
    FROM stappen AS s
    ASOF LEFT JOIN km AS k ON s.jaar = k.jaar AND s.dag >= k.dagen
)

SELECT
    g.jaar::VARCHAR AS groep,
    ('Begonnen in ' || g.jaar)::VARCHAR AS naam,
    g.stap::INTEGER AS stap,
    g.clienten::BIGINT AS clienten,
    g.risico::BIGINT AS risico,
    (CASE WHEN g.risico >= $genoeg::INTEGER THEN g.overleving END)::DOUBLE AS overleving,
    (CASE WHEN g.risico >= $genoeg::INTEGER THEN greatest(g.overleving * (1 - g.marge), 0) END)
    ::DOUBLE AS laag,
    (CASE WHEN g.risico >= $genoeg::INTEGER THEN least(g.overleving * (1 + g.marge), 1) END)
    ::DOUBLE AS hoog
FROM gelezen AS g
ORDER BY g.jaar, g.stap
