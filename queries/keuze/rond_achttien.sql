-- What young people have at five ages, of those who turn 18 in some months and had Jeugdwet care at
-- 17.5. A birthday is known by its month: one has an age on the first day of the next month.
--
-- params
--   van        DATE          the first day of the first month in which they turn 18
--   tot        DATE          the first day of the last month
--   peildatum  DATE          the last day that anything is known of
-- columns
--   client_id  INTEGER
--   leeftijd   DECIMAL(3,1)  17.5, 18, 18.5, 19 or 19.5
--   toestand   VARCHAR       see the CASE below; later where that day is still to come
-- grain: client_id, leeftijd
WITH jarig AS (
    SELECT
        c.client_id,
        (make_date(c.geboortejaar + 18, c.geboortemaand, 1) + INTERVAL 1 MONTH)::DATE AS achttien
    FROM client AS c
    WHERE
        c.geboortemaand BETWEEN 1 AND 12
        AND make_date(c.geboortejaar + 18, c.geboortemaand, 1) BETWEEN $van::DATE AND $tot::DATE
),

jongere AS (
    SELECT
        j.client_id,
        j.achttien
    FROM jarig AS j
    SEMI JOIN inzet AS i
        ON
            j.client_id = i.client_id AND i.wet = 'jw'
            AND j.achttien - INTERVAL 6 MONTH BETWEEN i.van AND i.tot
    WHERE j.achttien - INTERVAL 6 MONTH <= $peildatum::DATE
),

dag AS (
    SELECT
        j.client_id,
        (17.5 + 0.5 * s.stap)::DECIMAL(3, 1) AS leeftijd,
        (j.achttien + (s.stap - 1) * INTERVAL 6 MONTH)::DATE AS dag
    FROM jongere AS j
    CROSS JOIN (VALUES (0), (1), (2), (3), (4)) AS s (stap)
),

-- Of an uitkering its newest month counts, as it came last. That no row came of a later month ends
-- it, unless none came of anybody. It is read from the ledger, for these few people only.
met_uitkering AS (
    SELECT
        u.client_id,
        u.begin,
        coalesce(
            max_by(
                struct_pack(eind := u.eind), (u.maand, l.ontvangen_op, u.levering_nr, u.plaats)
            ).eind,
            CASE
                WHEN max(u.maand) < (SELECT max(n.maand) FROM uitkering_regel AS n)
                    THEN last_day(max(u.maand))
                ELSE DATE '9999-12-31'
            END
        ) AS eind
    FROM uitkering_regel AS u
    SEMI JOIN jongere AS j ON u.client_id = j.client_id
    INNER JOIN levering AS l ON u.levering_nr = l.levering_nr
    GROUP BY u.client_id, u.regeling, u.begin
),

zorg AS (
    SELECT
        d.client_id,
        d.leeftijd,
        d.dag,
        coalesce(bool_or(i.wet = 'jw'), FALSE) AS jeugd,
        coalesce(bool_or(i.wet = 'wmo'), FALSE) AS wmo,
        coalesce(bool_or(i.wet = 'wmo' AND i.categorie = '15'), FALSE) AS beschermd
    FROM dag AS d
    LEFT JOIN inzet AS i ON d.client_id = i.client_id AND d.dag BETWEEN i.van AND i.tot
    GROUP BY d.client_id, d.leeftijd, d.dag
)

SELECT
    z.client_id::INTEGER AS client_id,
    z.leeftijd::DECIMAL(3, 1) AS leeftijd,
    CASE
        WHEN z.dag > $peildatum::DATE THEN 'later'
        WHEN z.beschermd THEN 'beschermd wonen'
        WHEN z.jeugd THEN 'jeugdhulp'
        WHEN z.wmo THEN 'wmo'
        WHEN EXISTS (
            SELECT 1 FROM met_uitkering AS u
            WHERE z.client_id = u.client_id AND z.dag BETWEEN u.begin AND u.eind
        ) THEN 'participatiewet'
        ELSE 'geen hulp'
    END::VARCHAR AS toestand
FROM zorg AS z
