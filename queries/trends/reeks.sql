-- One series month by month, with the band between which it lies as long as nothing changes.
--
-- params
--   van         DATE       a day in the first month
--   tot         DATE       the last day that is known
--   reeks       VARCHAR    the series: onderwerp/snede/lid
-- columns
--   maand       DATE       first day; from the second year on
--   aantal      BIGINT     persons
--   noemer      BIGINT?    persons of whom these are a part
--   aandeel     DOUBLE?    share of aantal in noemer
--   gewoon      DOUBLE     money of aantal; as before, to a half: closer would tell hidden months
--   onder       BIGINT     money of aantal; fewer than this hardly ever is by chance
--   boven       BIGINT     money of aantal; more than this hardly ever is by chance
--   regel       INTEGER?   money of aantal; of Western Electric, the first that it breaks
-- unseen
--   rest        BIGINT?    persons
-- grain: maand
-- balance: aantal + rest = noemer
SELECT
    o.maand::DATE AS maand,
    o.aantal::BIGINT AS aantal,
    o.noemer::BIGINT AS noemer,
    (o.aantal / o.noemer)::DOUBLE AS aandeel,
    (round(2 * o.gewoon) / 2)::DOUBLE AS gewoon,
    o.onder::BIGINT AS onder,
    o.boven::BIGINT AS boven,
    o.regel::INTEGER AS regel,
    (o.noemer - o.aantal)::BIGINT AS rest
FROM trendoordeel($van, $tot, $reeks) AS o
ORDER BY o.maand
