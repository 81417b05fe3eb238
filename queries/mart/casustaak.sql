-- What a sociaal team does in a casus, from one day to another, and how that fits what came before.
--
-- columns
--   casus_id   VARCHAR    pseudonym
--   taak       VARCHAR
--   van        DATE
--   tot        DATE       9999-12-31 when open
--   overlapt   BOOLEAN    whether an earlier taak of the casus still went on
--   gat        BOOLEAN    whether there are days without a taak between the earlier ones and this
-- grain: casus_id, taak, van
WITH nieuwste AS (
    SELECT
        c.casusnummer,
        c.taak,
        c.van,
        coalesce(c.tot, DATE '9999-12-31') AS tot
    FROM casustaak_regel AS c
    INNER JOIN levering AS l ON c.levering_nr = l.levering_nr
    QUALIFY
        row_number() OVER (
            PARTITION BY c.casusnummer, c.taak, c.van
            ORDER BY l.ontvangen_op DESC, c.levering_nr DESC, c.plaats DESC
        ) = 1
),

naast AS (
    SELECT
        n.casusnummer,
        n.taak,
        n.van,
        n.tot,
        max(n.tot) OVER (
            PARTITION BY n.casusnummer
            ORDER BY n.van, n.tot, n.taak
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS eerder_tot
    FROM nieuwste AS n
)

SELECT
    n.casusnummer::VARCHAR AS casus_id,
    n.taak::VARCHAR AS taak,
    n.van::DATE AS van,
    n.tot::DATE AS tot,
    coalesce(n.van <= n.eerder_tot, FALSE)::BOOLEAN AS overlapt,
    coalesce(n.van - 1 > n.eerder_tot, FALSE)::BOOLEAN AS gat
FROM naast AS n
ORDER BY n.casusnummer, n.van, n.taak
