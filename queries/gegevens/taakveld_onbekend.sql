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
    r.wet::VARCHAR AS wet,
    r.categorie::VARCHAR AS categorie,
    r.productcode::VARCHAR AS productcode,
    coalesce(p.naam, r.categorie)::VARCHAR AS naam,
    count(*)::BIGINT AS regels,
    (sum(r.bedrag)::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS ingediend,
    count(DISTINCT r.client_id)::BIGINT AS clienten
FROM regel AS r
LEFT JOIN product AS p ON r.wet = p.wet AND r.categorie = p.categorie
WHERE
    r.taakveld = 'onbekend'
    AND r.maand BETWEEN make_date($jaar::INTEGER, 1, 1) AND make_date($jaar::INTEGER, 12, 31)
GROUP BY r.wet, r.categorie, r.productcode, p.naam
ORDER BY ingediend DESC, r.wet ASC, r.categorie ASC, r.productcode ASC
