-- What people have in a period: care by messages, by the kind of product, and uitkeringen of its
-- months. Of months of which no file came yet, the newest one counts.
--
-- params
--   van          DATE
--   tot          DATE       inclusive
-- columns
--   client_id    INTEGER
--   wet          VARCHAR
--   soort        VARCHAR    productcategorie, geen, or regeling of the Participatiewet
--   aanbieder    VARCHAR?   AGB code
-- grain: client_id, wet, soort, aanbieder
WITH nieuwste AS (
    SELECT max(r.maand) AS maand
    FROM uitkering_regel AS r
),

maanden AS (
    SELECT
        least(date_trunc('month', $van::DATE), n.maand) AS eerste,
        least(date_trunc('month', $tot::DATE), n.maand) AS laatste
    FROM nieuwste AS n
),

uitkering AS (
    SELECT
        r.client_id,
        r.regeling,
        r.begin,
        arg_max(
            struct_pack(eind := r.eind), (l.ontvangen_op, r.levering_nr, r.plaats)
        ).eind AS eind
    FROM uitkering_regel AS r
    INNER JOIN maanden AS m ON r.maand BETWEEN m.eerste AND m.laatste
    INNER JOIN levering AS l ON r.levering_nr = l.levering_nr
    GROUP BY r.client_id, r.regeling, r.begin, r.maand
)

SELECT DISTINCT
    i.client_id::INTEGER AS client_id,
    i.wet::VARCHAR AS wet,
    coalesce(i.categorie, 'geen')::VARCHAR AS soort,
    i.aanbieder::VARCHAR AS aanbieder
FROM inzet AS i
WHERE i.van <= $tot::DATE AND i.tot >= $van::DATE
UNION
SELECT
    u.client_id,
    'pw' AS wet,
    u.regeling AS soort,
    NULL AS aanbieder
FROM uitkering AS u
WHERE u.begin <= $tot::DATE AND (u.eind IS NULL OR u.eind >= $van::DATE)
