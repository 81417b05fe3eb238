-- What a scenario starts from: the forecast of one wet in months to come, and how much of it is of
-- care that had not been assigned yet.
--
-- params
--   jaar          INTEGER         calendar year of delivery
--   wet           VARCHAR?        NULL selects all
--   gezegd        VARCHAR         what the forecast says of each wet: see prognose/zeggen.py
-- columns
--   wet           VARCHAR
--   clienten      BIGINT?         persons; of the year before while nobody has care in this one
--   midden        DECIMAL(18,2)?  money of clienten; P50 of the year
--   maanden       INTEGER         of the year still to come
--   komend        DECIMAL(18,2)?  money of clienten; these months
--   nieuw         DECIMAL(18,2)?  money of clienten; of komend, not assigned yet
--   verder        DECIMAL(18,2)?  money of clienten; the twelve months to come
--   verder_nieuw  DECIMAL(18,2)?  money of clienten; of verder, not assigned yet
-- grain: wet
WITH persoon AS (
    SELECT
        p.wet,
        count(DISTINCT p.client_id) FILTER (WHERE p.jaar = $jaar::INTEGER) AS nu,
        count(DISTINCT p.client_id) AS ooit
    FROM per_post($wet, NULL) AS p
    WHERE p.jaar BETWEEN $jaar::INTEGER - 1 AND $jaar::INTEGER
    GROUP BY p.wet
)

SELECT
    g.wet::VARCHAR AS wet,
    nullif(CASE p.nu WHEN 0 THEN p.ooit ELSE p.nu END, 0)::BIGINT AS clienten,
    g.midden::DECIMAL(18, 2) AS midden,
    coalesce(g.maanden, 0)::INTEGER AS maanden,
    g.komend::DECIMAL(18, 2) AS komend,
    g.nieuw::DECIMAL(18, 2) AS nieuw,
    g.verder::DECIMAL(18, 2) AS verder,
    g.verder_nieuw::DECIMAL(18, 2) AS verder_nieuw
FROM gezegd($gezegd) AS g
LEFT JOIN persoon AS p ON g.wet = p.wet
WHERE g.wet IS NOT NULL
ORDER BY wet
