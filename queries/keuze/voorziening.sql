-- What people have, from one day to another: care by messages, by the kind of product, and
-- regelingen of the Participatiewet.
--
-- columns
--   client_id    INTEGER
--   wet          VARCHAR
--   soort        VARCHAR    productcategorie, geen, or regeling of the Participatiewet
--   aanbieder    VARCHAR?   AGB code
--   nummer       BIGINT?    of the toewijzing
--   van          DATE
--   tot          DATE
-- grain: client_id, wet, soort, nummer, van
SELECT
    i.client_id::INTEGER AS client_id,
    i.wet::VARCHAR AS wet,
    coalesce(i.categorie, 'geen')::VARCHAR AS soort,
    i.aanbieder::VARCHAR AS aanbieder,
    i.toewijzing_nummer::BIGINT AS nummer,
    i.van::DATE AS van,
    i.tot::DATE AS tot
FROM inzet AS i
UNION ALL
SELECT
    r.client_id,
    'pw' AS wet,
    r.regeling AS soort,
    NULL AS aanbieder,
    NULL AS nummer,
    r.van,
    r.tot
FROM regeling AS r
