-- The budget of a year of one wet, without or of beschermd wonen and opvang (6.81), and what of it
-- is spent, promised and left.
--
-- params
--   jaar                 INTEGER         calendar year of delivery
--   wet                  VARCHAR?        NULL selects all
-- columns
--   wet                  VARCHAR?        NULL for taakvelden that belong to no single wet
--   opvang               BOOLEAN         whether this is beschermd wonen and opvang
--   begroot              DECIMAL(18,2)?  lasten of the latest budget known
--   begroot_stil         DECIMAL(18,2)?  of that: taakvelden of which nothing says what they cost
--   begroot_fictief      BOOLEAN         whether part of the budget is made up
--   toegekend            DECIMAL(18,2)?  money of clienten; NULL when there are no lines
--   in_behandeling       DECIMAL(18,2)?  money of clienten
--   buiten               DECIMAL(18,2)?  money of clienten_buiten; NULL when no file tells of it
--   verplicht            DECIMAL(18,2)?  money of clienten_verplicht; NULL when nothing is promised
--   vrij                 DECIMAL(18,2)?  money of clienten_vrij; without what is begroot_stil
--   zonder_prijs         BIGINT          count of clienten_verplicht
-- unseen
--   clienten             BIGINT          persons
--   clienten_buiten      BIGINT          persons
--   clienten_verplicht   BIGINT          persons
--   clienten_vrij        BIGINT          persons; the fewest that any part of it is about
-- grain: wet, opvang
-- balance: clienten + clienten_buiten + clienten_verplicht = clienten_vrij
WITH deel AS (
    SELECT
        g.wet,
        starts_with(g.taakveld, '6.81') AS opvang,
        sum(g.begroot) AS begroot,
        -- Where most lines are on no known taakveld, they may be about any of them.
        CASE
            WHEN
                2 * coalesce(sum(g.kosten) FILTER (WHERE g.taakveld = 'onbekend'), 0)
                <= coalesce(sum(g.kosten), 0)
                THEN sum(g.begroot) FILTER (WHERE g.kosten IS NULL)
        END AS stil,
        coalesce(bool_or(g.fictief), FALSE) AS fictief,
        sum(g.toegekend) AS toegekend,
        sum(g.in_behandeling) AS in_behandeling,
        sum(g.buiten) AS buiten,
        sum(g.verplicht) AS verplicht,
        sum(g.kosten) AS kosten,
        sum(g.zonder_prijs) AS zonder_prijs,
        -- At least so many: whoever is on several taakvelden is one person.
        max(g.clienten) AS clienten,
        max(g.clienten_buiten) AS clienten_buiten,
        max(g.clienten_verplicht) AS clienten_verplicht
    FROM geldstand($jaar) AS g
    WHERE
        ($wet::VARCHAR IS NULL OR g.wet = $wet::VARCHAR)
        AND coalesce(g.begroot, g.toegekend, g.buiten, g.verplicht) IS NOT NULL
    GROUP BY g.wet, starts_with(g.taakveld, '6.81')
)

SELECT
    d.wet::VARCHAR AS wet,
    d.opvang::BOOLEAN AS opvang,
    (d.begroot::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS begroot,
    (d.stil::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS begroot_stil,
    d.fictief::BOOLEAN AS begroot_fictief,
    (d.toegekend::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS toegekend,
    (d.in_behandeling::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS in_behandeling,
    (d.buiten::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS buiten,
    (d.verplicht::DECIMAL(18, 0) * 0.01)::DECIMAL(18, 2) AS verplicht,
    (
        (d.begroot - coalesce(d.stil, 0) - d.kosten)::DECIMAL(18, 0) * 0.01
    )::DECIMAL(18, 2) AS vrij,
    d.zonder_prijs::BIGINT AS zonder_prijs,
    d.clienten::BIGINT AS clienten,
    d.clienten_buiten::BIGINT AS clienten_buiten,
    d.clienten_verplicht::BIGINT AS clienten_verplicht,
    coalesce(least(
        nullif(d.clienten, 0), nullif(d.clienten_buiten, 0), nullif(d.clienten_verplicht, 0)
    ), 0)::BIGINT AS clienten_vrij
FROM deel AS d
ORDER BY array_position(['jw', 'wmo', 'pw'], d.wet) NULLS LAST, d.opvang
