-- The days on which a person has a regeling of the Participatiewet. Of an uitkering its newest
-- month counts; that no row came of a later month ends it, unless none came of anybody.
--
-- columns
--   client_id   INTEGER
--   regeling    VARCHAR
--   van         DATE
--   tot         DATE       9999-12-31 when it goes on
-- grain: client_id, regeling, van
WITH laatste AS (
    SELECT max(r.maand) AS maand
    FROM uitkering_regel AS r
),

nieuwste AS (
    SELECT
        r.client_id,
        r.regeling,
        r.begin,
        r.eind,
        r.maand
    FROM uitkering_regel AS r
    INNER JOIN levering AS l ON r.levering_nr = l.levering_nr
    QUALIFY
        row_number() OVER (
            PARTITION BY r.client_id, r.regeling, r.begin
            ORDER BY r.maand DESC, l.ontvangen_op DESC, r.levering_nr DESC, r.plaats DESC
        ) = 1
)

SELECT
    n.client_id::INTEGER AS client_id,
    n.regeling::VARCHAR AS regeling,
    n.begin::DATE AS van,
    coalesce(
        n.eind,
        CASE
            WHEN n.maand < l.maand THEN greatest(last_day(n.maand), n.begin)
            ELSE DATE '9999-12-31'
        END
    )::DATE AS tot
FROM nieuwste AS n
CROSS JOIN laatste AS l
ORDER BY n.client_id, n.regeling, n.begin
