-- What keeps what, of care: an arrow from one thing that is kept to another that has to be kept.
-- All care of a person is kept or goes together, and who shares a toewijzing shares its fate.
--
-- columns
--   van    UBIGINT    a delivery, a person, a toewijzing or a reference, as a number
--   naar   UBIGINT    the same
-- grain: van, naar
WITH zorg AS (
    SELECT
        t.levering_nr,
        t.client_id
    FROM toewijzing_versie AS t
    UNION
    SELECT
        c.levering_nr,
        c.client_id
    FROM client_versie AS c
    UNION
    SELECT
        s.levering_nr,
        s.client_id
    FROM start AS s
    UNION
    SELECT
        s.levering_nr,
        s.client_id
    FROM stop AS s
    UNION
    SELECT
        v.levering_nr,
        v.client_id
    FROM verzoek AS v
    UNION
    SELECT
        w.levering_nr,
        w.client_id
    FROM wijziging AS w
    UNION
    SELECT
        r.levering_nr,
        r.client_id
    FROM retour AS r
    WHERE r.client_id IS NOT NULL
),

heen AS (
    SELECT
        hash('levering', z.levering_nr) AS van,
        hash('persoon', z.client_id) AS naar
    FROM zorg AS z
    UNION
    SELECT
        hash('toewijzing', t.wet, t.toewijzing_nummer) AS van,
        hash('persoon', t.client_id) AS naar
    FROM toewijzing_versie AS t
    UNION
    -- A return message and what it is about.
    SELECT
        hash('levering', r.levering_nr) AS van,
        hash('levering', l.levering_nr) AS naar
    FROM retour AS r
    INNER JOIN levering AS l
        ON
            r.wet = l.wet AND r.aanbieder = l.aanbieder
            AND r.identificatie = l.identificatie AND r.dagtekening = l.dagtekening
),

terug AS (
    SELECT
        h.naar AS van,
        h.van AS naar
    FROM heen AS h
),

-- A request with its answers, and what names it, of whomever they are.
vraag AS (
    SELECT
        v.levering_nr,
        v.wet,
        v.aanbieder,
        v.referentie
    FROM verzoek AS v
    UNION
    SELECT
        w.levering_nr,
        w.wet,
        w.aanbieder,
        w.referentie
    FROM wijziging AS w
    UNION
    SELECT
        a.levering_nr,
        a.wet,
        a.aanbieder,
        a.referentie
    FROM verzoek_antwoord AS a
),

verzocht AS (
    SELECT
        hash('levering', v.levering_nr) AS van,
        hash('referentie', v.wet, v.aanbieder, v.referentie) AS naar
    FROM vraag AS v
    UNION ALL
    SELECT
        hash('referentie', v.wet, v.aanbieder, v.referentie) AS van,
        hash('levering', v.levering_nr) AS naar
    FROM vraag AS v
    UNION ALL
    SELECT
        hash('levering', t.levering_nr) AS van,
        hash('referentie', t.wet, t.aanbieder, t.referentie) AS naar
    FROM toewijzing_versie AS t
    WHERE t.referentie IS NOT NULL
),

-- A delivery that stays while its retraction went would count again.
ingetrokken AS (
    SELECT
        hash('levering', i.levering::INTEGER) AS van,
        hash('levering', i.levering_nr) AS naar
    FROM intrekking AS i
),

pijl AS (
    SELECT h.* FROM heen AS h
    UNION ALL
    SELECT t.* FROM terug AS t
    UNION ALL
    SELECT v.* FROM verzocht AS v
    UNION ALL
    SELECT i.* FROM ingetrokken AS i
)

SELECT
    p.van::UBIGINT AS van,
    p.naar::UBIGINT AS naar
FROM pijl AS p
