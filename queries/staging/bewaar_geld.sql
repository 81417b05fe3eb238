-- What keeps what, of money: an arrow from a line that is kept to what decides how it counts.
-- Lines are kept one by one: a delivery that stays for one line keeps nothing for its others.
--
-- columns
--   van    UBIGINT    a line, a declaratie or the sum of a toewijzing, as a number
--   naar   UBIGINT    the same, or a delivery, a person or a toewijzing
-- grain: van, naar
WITH begrensd AS (
    SELECT DISTINCT
        t.wet,
        t.aanbieder,
        t.toewijzing_nummer
    FROM toewijzing_versie AS t
    WHERE t.frequentie = '6' OR t.budget IS NOT NULL
),

verrekend AS (
    SELECT
        hash('regel', p.sleutel) AS van,
        hash('regel', p.vorige_sleutel) AS naar
    FROM prestatie AS p
    WHERE p.vorige_sleutel IS NOT NULL
),

-- Whether a line exceeds its toewijzing depends on all its lines.
samen AS (
    SELECT
        hash('regel', p.sleutel) AS van,
        hash('som', p.wet, p.aanbieder, p.toewijzing_nummer) AS naar
    FROM prestatie AS p
    SEMI JOIN begrensd AS b
        ON
            p.wet = b.wet AND p.aanbieder = b.aanbieder
            AND p.toewijzing_nummer = b.toewijzing_nummer
),

beide AS (
    SELECT v.* FROM verrekend AS v
    UNION ALL
    SELECT s.* FROM samen AS s
),

pijl AS (
    SELECT b.* FROM beide AS b
    UNION ALL
    SELECT
        b.naar AS van,
        b.van AS naar
    FROM beide AS b
    UNION ALL
    SELECT
        hash('regel', p.sleutel) AS van,
        unnest([
            hash('levering', p.levering_nr),
            hash('persoon', p.client_id),
            hash('toewijzing', p.wet, p.toewijzing_nummer),
            hash('declaratie', p.wet, p.aanbieder, p.declaratienummer)
        ]) AS naar
    FROM prestatie AS p
    UNION ALL
    SELECT
        hash('declaratie', d.wet, d.aanbieder, d.declaratienummer) AS van,
        hash('levering', d.levering_nr) AS naar
    FROM declaratie_kop AS d
    UNION ALL
    SELECT
        hash('declaratie', a.wet, a.aanbieder, a.declaratienummer) AS van,
        hash('levering', a.levering_nr) AS naar
    FROM antwoord AS a
    WHERE a.declaratienummer IS NOT NULL
    UNION ALL
    SELECT
        hash('declaratie', d.wet, d.aanbieder, d.declaratienummer) AS van,
        hash('levering', a.levering_nr) AS naar
    FROM antwoord AS a
    INNER JOIN levering AS l
        ON
            a.wet = l.wet AND a.aanbieder = l.aanbieder
            AND a.declaratie_identificatie = l.identificatie
            AND a.declaratie_dagtekening = l.dagtekening
    INNER JOIN declaratie_kop AS d ON l.levering_nr = d.levering_nr
    WHERE a.declaratienummer IS NULL
)

SELECT
    p.van::UBIGINT AS van,
    p.naar::UBIGINT AS naar
FROM pijl AS p
