-- The chances of a month beside the months before it. A count is Poisson: given the total until
-- this month, its share in it is binomial. A part is binomial: given all of these people, it is
-- hypergeometric. Neither has to guess a mean, so they hold for small numbers, and the months are
-- independent of each other (Quesenberry's Q charts, 1991).
--
-- params
--   van         DATE      a day in the first month
--   tot         DATE      the last day that is known
--   wat         VARCHAR   one series, in all its months; or an onderwerp, lately
-- columns
--   nr          BIGINT    of the month of a series
--   reeks       VARCHAR   onderwerp/snede/lid
--   maand       DATE
--   aantal      BIGINT    persons
--   noemer      BIGINT?   persons
--   gewoon      DOUBLE    what this month would be if it were as those before
--   k           BIGINT    so many it may be: up to aantal, of one series also beyond
--   kans        DOUBLE
-- grain: nr, k
WITH gevolgd AS (
    SELECT
        m.maand,
        m.aantal,
        m.noemer,
        m.onderwerp || '/' || m.snede || '/' || m.lid AS reeks,
        count(*) OVER tot_hier AS maanden,
        sum(m.aantal) OVER tot_hier AS samen,
        sum(m.noemer) OVER tot_hier AS van_samen
    FROM trendmaand($van, $tot, $wat) AS m
    WINDOW tot_hier AS (PARTITION BY m.snede, m.lid ORDER BY m.maand)
),

-- `vast` is what all chances of a month share; beyond `rand` there are hardly any.
gekozen AS (
    SELECT
        g.*,
        row_number() OVER () AS nr,
        (g.samen - g.aantal)
        * coalesce(g.noemer / nullif(g.van_samen - g.noemer, 0), 1 / (g.maanden - 1)) AS gewoon,
        CASE
            WHEN g.noemer IS NULL THEN lgamma(g.samen + 1) + g.samen * ln(1 - 1 / g.maanden)
            ELSE
                lgamma(g.noemer + 1) + lgamma(g.van_samen - g.noemer + 1)
                - lgamma(g.van_samen + 1) + lgamma(g.samen + 1)
                + lgamma(g.van_samen - g.samen + 1)
        END AS vast,
        coalesce(g.noemer / g.van_samen, 1 / g.maanden) * g.samen
        + 25 + 10 * sqrt(g.samen / g.maanden + 1) AS rand
    FROM gevolgd AS g
    WHERE
        g.maanden > 11
        AND (
            contains($wat::VARCHAR, '/')
            OR g.maand > date_trunc('month', $tot::DATE + 1) - INTERVAL 11 MONTH
        )
),

mogelijk AS (
    SELECT
        g.*,
        unnest(
            range(
                greatest(0, coalesce(g.samen - (g.van_samen - g.noemer), 0))::BIGINT,
                CASE
                    WHEN NOT contains($wat::VARCHAR, '/') THEN g.aantal
                    ELSE least(
                        coalesce(g.noemer, g.samen), g.samen, greatest(g.aantal, ceil(g.rand))
                    )
                END::BIGINT + 1
            )
        ) AS k
    FROM gekozen AS g
)

SELECT
    m.nr::BIGINT AS nr,
    m.reeks::VARCHAR AS reeks,
    m.maand::DATE AS maand,
    m.aantal::BIGINT AS aantal,
    m.noemer::BIGINT AS noemer,
    m.gewoon::DOUBLE AS gewoon,
    m.k::BIGINT AS k,
    exp(
        m.vast - lgamma(m.k + 1) - lgamma(m.samen - m.k + 1)
        - CASE
            WHEN m.noemer IS NULL THEN m.k * ln(m.maanden - 1)
            ELSE
                lgamma(m.noemer - m.k + 1)
                + lgamma(m.van_samen - m.noemer - m.samen + m.k + 1)
        END
    )::DOUBLE AS kans
FROM mogelijk AS m
