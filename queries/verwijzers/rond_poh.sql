-- Referrals a month of a practice around the begin of its POH, beside those without one in the
-- same months; three months together, of practices of which all three are known.
--
-- columns
--   sinds         INTEGER  the first of three months since the POH began; below zero before it
--   praktijken    BIGINT   that got a POH
--   verwezen      BIGINT   persons, as referrals, of the practices that got a POH
--   verwezen_zonder  BIGINT   persons, as referrals, of those without one in these months
--   met           DOUBLE   money of verwezen; referrals a practice and month
--   zonder        DOUBLE?  money of verwezen_zonder; the same of the practices without a POH
-- grain: sinds
WITH kwartaal AS (
    SELECT
        r.begonnen,
        floor(r.sinds / 3)::INTEGER * 3 AS sinds,
        sum(r.verwijzingen) FILTER (WHERE r.soort = 'met') AS verwezen,
        sum(r.verwijzingen) FILTER (WHERE r.soort = 'zonder') AS verwezen_zonder,
        avg(r.verwijzingen) FILTER (WHERE r.soort = 'met') AS met,
        avg(r.verwijzingen) FILTER (WHERE r.soort = 'zonder') AS zonder
    FROM rond_poh AS r
    GROUP BY r.begonnen, floor(r.sinds / 3)
    HAVING count(DISTINCT r.maand) = 3
)

SELECT
    k.sinds::INTEGER AS sinds,
    count(*)::BIGINT AS praktijken,
    sum(k.verwezen)::BIGINT AS verwezen,
    coalesce(max(k.verwezen_zonder), 0)::BIGINT AS verwezen_zonder,
    avg(k.met)::DOUBLE AS met,
    avg(k.zonder)::DOUBLE AS zonder
FROM kwartaal AS k
GROUP BY k.sinds
ORDER BY k.sinds
