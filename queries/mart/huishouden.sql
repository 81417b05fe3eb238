-- The household in which a person lives, from one day to another. Of two at once the one that he
-- came to last counts.
--
-- columns
--   client_id       INTEGER
--   van             DATE
--   tot             DATE       9999-12-31 when open
--   huishouden_id   UBIGINT    the pseudonym as a number
--   dubbel          BOOLEAN    whether a file puts him in two at once on these days
-- grain: client_id, van
WITH nieuwste AS (
    SELECT
        h.client_id,
        h.van,
        coalesce(h.tot, DATE '9999-12-31') AS tot,
        md5_number_lower(h.huishouden) AS huishouden_id
    FROM huishouden_regel AS h
    INNER JOIN levering AS l ON h.levering_nr = l.levering_nr
    QUALIFY
        row_number() OVER (
            PARTITION BY h.client_id, h.van
            ORDER BY l.ontvangen_op DESC, h.levering_nr DESC, h.plaats DESC
        ) = 1
),

-- The days on which something changes for someone.
grens AS (
    SELECT
        n.client_id,
        n.van AS dag
    FROM nieuwste AS n
    UNION
    SELECT
        n.client_id,
        n.tot + 1 AS dag
    FROM nieuwste AS n
    WHERE n.tot < DATE '9999-12-31'
),

stuk AS (
    SELECT
        g.client_id,
        g.dag AS van,
        coalesce(
            lead(g.dag) OVER (PARTITION BY g.client_id ORDER BY g.dag) - 1, DATE '9999-12-31'
        ) AS tot
    FROM grens AS g
)

SELECT
    s.client_id::INTEGER AS client_id,
    s.van::DATE AS van,
    s.tot::DATE AS tot,
    arg_max(n.huishouden_id, n.van)::UBIGINT AS huishouden_id,
    (min(n.huishouden_id) < max(n.huishouden_id))::BOOLEAN AS dubbel
FROM stuk AS s
INNER JOIN nieuwste AS n ON s.client_id = n.client_id AND s.van BETWEEN n.van AND n.tot
GROUP BY s.client_id, s.van, s.tot
ORDER BY s.client_id, s.van
