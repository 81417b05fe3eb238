-- How the referrals of practices that got a POH changed beside those that have none: the mean
-- change of the first less that of the others, each practice once (Welch).
--
-- columns
--   praktijken       BIGINT   that got a POH, with a year before it and three months after it
--   vergeleken       BIGINT   practices without a POH
--   anders           BIGINT   practices with a POH that began too early or late to be compared
--   zonder_datum     BIGINT   practices with a POH of which nobody says since when
--   leeg             BIGINT   months of a practice of which the file says nothing
--   verwezen         BIGINT   persons, as referrals, of the practices that got a POH
--   verwezen_zonder  BIGINT   persons, as referrals, of the others in the same months
--   met_voor         DOUBLE?  money of verwezen; referrals a practice and month, the year before
--   met_na           DOUBLE?  money of verwezen; in at most a year after
--   zonder_voor      DOUBLE?  money of verwezen_zonder
--   zonder_na        DOUBLE?  money of verwezen_zonder
--   verschil         DOUBLE?  money of verwezen; the change of the first less that of the second
--   fout             DOUBLE?  money of verwezen; its standard error, from two practices on
--   vrijheid         DOUBLE?  money of verwezen; its degrees of freedom
-- grain: one row
WITH verandering AS (
    SELECT
        r.begonnen,
        r.praktijk,
        r.soort,
        sum(r.verwijzingen) AS verwezen,
        avg(r.verwijzingen) FILTER (WHERE r.sinds < 0) AS voor,
        avg(r.verwijzingen) FILTER (WHERE r.sinds >= 0) AS na
    FROM rond_poh AS r
    GROUP BY r.begonnen, r.praktijk, r.soort
),

per_praktijk AS (
    SELECT
        v.praktijk,
        v.soort,
        max(v.verwezen) AS verwezen,
        avg(v.voor) AS voor,
        avg(v.na) AS na
    FROM verandering AS v
    GROUP BY v.praktijk, v.soort
),

per_soort AS (
    SELECT
        p.soort,
        count(*) AS praktijken,
        sum(p.verwezen) AS verwezen,
        avg(p.voor) AS voor,
        avg(p.na) AS na,
        var_samp(p.na - p.voor) / count(*) AS deel
    FROM per_praktijk AS p
    GROUP BY p.soort
),

bekend AS (
    SELECT
        count(DISTINCT p.praktijk) FILTER (WHERE p.soort = 'met') AS met,
        count(DISTINCT p.praktijk) FILTER (WHERE p.soort = 'onbekend') AS zonder_datum,
        count(*) FILTER (WHERE p.leeg) AS leeg
    FROM praktijkmaand AS p
)

SELECT
    coalesce(m.praktijken, 0)::BIGINT AS praktijken,
    coalesce(z.praktijken, 0)::BIGINT AS vergeleken,
    (b.met - coalesce(m.praktijken, 0))::BIGINT AS anders,
    b.zonder_datum::BIGINT AS zonder_datum,
    b.leeg::BIGINT AS leeg,
    coalesce(m.verwezen, 0)::BIGINT AS verwezen,
    coalesce(z.verwezen, 0)::BIGINT AS verwezen_zonder,
    m.voor::DOUBLE AS met_voor,
    m.na::DOUBLE AS met_na,
    z.voor::DOUBLE AS zonder_voor,
    z.na::DOUBLE AS zonder_na,
    ((m.na - m.voor) - (z.na - z.voor))::DOUBLE AS verschil,
    sqrt(m.deel + z.deel)::DOUBLE AS fout,
    ((m.deel + z.deel) ** 2 / nullif(
        m.deel ** 2 / nullif(m.praktijken - 1, 0) + z.deel ** 2 / nullif(z.praktijken - 1, 0), 0
    ))::DOUBLE AS vrijheid
FROM bekend AS b
LEFT JOIN per_soort AS m ON m.soort = 'met'
LEFT JOIN per_soort AS z ON z.soort = 'zonder'
