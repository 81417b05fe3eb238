-- Lasten and baten of a gemeente on a taakveld of the social domain, in one Iv3 report of a year.
-- A gemeente that reported nothing on any of them is left out: it did not deliver.
--
-- columns
--   jaar         INTEGER
--   stand        VARCHAR          begroting, kwartaal 1 to 4, or rekening
--   regio_code   VARCHAR          NL01 for all gemeenten together
--   post         VARCHAR          taakvelden that mean the same in every generation, together
--   taakveld     VARCHAR?         NULL for a total that was delivered as such
--   lasten       DECIMAL(18,2)    euro
--   baten        DECIMAL(18,2)?   euro; NULL for such a total
-- grain: jaar, stand, regio_code, post, taakveld
WITH posten AS (
    SELECT
        p.begin,
        p.post
    FROM (
        VALUES
        ('6.1', 'samenkracht'),
        ('6.2', 'toegang'),
        ('6.3', 'participatie'),
        ('6.4', 'participatie'),
        ('6.5', 'participatie'),
        ('6.6', 'wmo'),
        ('6.71', 'wmo'),
        ('6.791', 'wmo'),
        ('6.72', 'jeugd_maatwerk'),
        ('6.73', 'jeugd_maatwerk'),
        ('6.74', 'jeugd_maatwerk'),
        ('6.75', 'jeugd_maatwerk'),
        ('6.76', 'jeugd_maatwerk'),
        ('6.792', 'jeugd_maatwerk'),
        ('6.81', 'opvang'),
        ('6.82', 'jeugd_gedwongen'),
        ('6.9', 'beleid')
    ) AS p (begin, post)
),

gemeld AS (
    SELECT
        r.jaar,
        r.stand,
        r.regio_code,
        p.post,
        r.taakveld,
        r.lasten,
        r.baten
    FROM iv3_regel AS r
    INNER JOIN levering AS l ON r.levering_nr = l.levering_nr
    INNER JOIN posten AS p ON starts_with(r.taakveld, p.begin)
    QUALIFY
        row_number() OVER (
            PARTITION BY r.jaar, r.stand, r.regio_code, r.taakveld
            ORDER BY
                coalesce(r.plaatsing, '1') DESC,
                l.ontvangen_op DESC,
                r.levering_nr DESC,
                r.plaats DESC
        ) = 1
),

totalen AS (
    UNPIVOT (
        SELECT
            r.jaar,
            r.stand,
            r.regio_code,
            r.jeugd_maatwerk,
            r.jeugd_gedwongen,
            r.wmo,
            r.opvang,
            r.participatie,
            r.samenkracht,
            r.toegang,
            r.beleid
        FROM iv3_totaal_regel AS r
        INNER JOIN levering AS l ON r.levering_nr = l.levering_nr
        ANTI JOIN gemeld AS g
            ON r.jaar = g.jaar AND r.stand = g.stand AND r.regio_code = g.regio_code
        QUALIFY
            row_number() OVER (
                PARTITION BY r.jaar, r.stand, r.regio_code
                ORDER BY l.ontvangen_op DESC, r.levering_nr DESC, r.plaats DESC
            ) = 1
    )
    ON
    jeugd_maatwerk, jeugd_gedwongen, wmo, opvang, participatie, samenkracht, toegang, beleid
    INTO NAME post VALUE lasten
),

alles AS (
    SELECT * FROM gemeld
    UNION ALL BY NAME
    SELECT * FROM totalen
)

SELECT
    a.jaar::INTEGER AS jaar,
    a.stand::VARCHAR AS stand,
    a.regio_code::VARCHAR AS regio_code,
    a.post::VARCHAR AS post,
    a.taakveld::VARCHAR AS taakveld,
    (a.lasten * 1000)::DECIMAL(18, 2) AS lasten,
    (a.baten * 1000)::DECIMAL(18, 2) AS baten
FROM alles AS a
QUALIFY sum(abs(a.lasten)) OVER (PARTITION BY a.jaar, a.stand, a.regio_code) > 0
ORDER BY a.jaar, a.stand, a.regio_code, a.post, a.taakveld
