-- Spending of a year on a product that no official row books on a taakveld.
--
-- params
--   jaar         INTEGER        calendar year of delivery
-- columns
--   wet          VARCHAR
--   categorie    VARCHAR
--   productcode  VARCHAR
--   naam         VARCHAR
--   regels       BIGINT         count of clienten
--   ingediend    DECIMAL(18,2)  money of clienten
-- unseen
--   clienten     BIGINT         persons
-- grain: wet, categorie, productcode
SELECT
    u.wet::VARCHAR AS wet,
    u.categorie::VARCHAR AS categorie,
    u.productcode::VARCHAR AS productcode,
    coalesce(any_value(p.naam), u.categorie)::VARCHAR AS naam,
    sum(u.regels)::BIGINT AS regels,
    (sum(u.ingediend)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    count(DISTINCT u.client_id)::BIGINT AS clienten
FROM uitgave_jaar AS u
LEFT JOIN product AS p ON u.wet = p.wet AND u.categorie = p.categorie
WHERE u.jaar = $jaar::INTEGER AND u.taakveld = 'onbekend'
GROUP BY u.wet, u.categorie, u.productcode
ORDER BY ingediend DESC, u.wet ASC, u.categorie ASC, u.productcode ASC
