-- A line with a tariff that its aanbieder has not agreed on. The price of an aanbieder goes before
-- one of all; where no price is known, no tariff is another one.
--
-- columns
--   levering_nr   INTEGER
--   plaats        INTEGER
-- grain: levering_nr, plaats
SELECT
    t.levering_nr::INTEGER AS levering_nr,
    t.plaats::INTEGER AS plaats
FROM raakt_lijn AS t
INNER JOIN tarief AS p
    ON
        t.wet = p.wet AND t.productcode = p.productcode AND t.eenheid = p.eenheid
        AND t.aanbieder = coalesce(p.agb_code, t.aanbieder)
        AND t.begin >= p.van AND t.begin <= coalesce(p.tot, t.begin)
WHERE t.tarief IS NOT NULL
GROUP BY t.levering_nr, t.plaats
HAVING
    NOT coalesce(
        bool_or(t.tarief = p.tarief * 100) FILTER (WHERE p.agb_code IS NOT NULL),
        bool_or(t.tarief = p.tarief * 100)
    )
