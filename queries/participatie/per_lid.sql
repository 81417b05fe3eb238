-- People with bijstand on two days, by what a file says of them, and where they came from and went.
-- Who belongs to two counts with both; `totaal` counts everybody once.
--
-- params
--   van         DATE       the day after the first one of the two
--   tot         DATE       the second one, as far as files tell
--   verdeling   VARCHAR?   regeling, leefvorm, leeftijd, trede or wijk; NULL: only `totaal`
--   wijk        VARCHAR?   NULL selects all
-- columns
--   lid         VARCHAR    code of the member, or totaal
--   naam        VARCHAR
--   begin       BIGINT     persons with bijstand on the first day
--   instroom    BIGINT     persons who had none then, and have it now
--   erbij       BIGINT     persons who had bijstand then, but elsewhere
--   uitstroom   BIGINT     persons who had it then, and have none now
--   weg         BIGINT     persons who have bijstand now, but elsewhere
--   eind        BIGINT     persons with bijstand on the second day
-- grain: lid
-- balance: (begin) + instroom + erbij - uitstroom - weg = (eind)
WITH dagen AS (
    SELECT
        greatest($van::DATE, b.van) - 1 AS toen,
        least($tot::DATE, b.tot) AS nu
    FROM bijstandbekend AS b
),

stand AS (
    SELECT
        b.client_id,
        CASE $verdeling::VARCHAR
            WHEN 'regeling' THEN b.regeling
            WHEN 'leefvorm' THEN coalesce(b.leefvorm, 'onbekend')
            WHEN 'leeftijd' THEN coalesce(b.leeftijdsklasse, 'onbekend')
            WHEN 'trede' THEN coalesce(b.trede, 'onbekend')
            WHEN 'wijk' THEN coalesce(b.wijk_code, 'onbekend')
        END AS lid,
        $wijk::VARCHAR IS NULL OR coalesce(b.wijk_code, 'onbekend') = $wijk::VARCHAR AS gekozen,
        d.toen BETWEEN b.van AND b.tot AS toen,
        d.nu BETWEEN b.van AND b.tot AS nu
    FROM bijstand AS b
    INNER JOIN dagen AS d
        ON d.toen BETWEEN b.van AND b.tot OR d.nu BETWEEN b.van AND b.tot
),

overal AS (
    SELECT
        s.client_id,
        bool_or(s.toen) AS toen,
        bool_or(s.nu) AS nu
    FROM stand AS s
    GROUP BY s.client_id
),

persoon AS (
    SELECT
        coalesce(s.lid, 'totaal') AS lid,
        s.client_id,
        bool_or(s.toen) AS toen,
        bool_or(s.nu) AS nu
    FROM stand AS s
    WHERE s.gekozen
    GROUP BY GROUPING SETS ((s.lid, s.client_id), (s.client_id))
    HAVING grouping(s.lid) = 1 OR s.lid IS NOT NULL
),

telling AS (
    SELECT
        p.lid,
        count(*) FILTER (WHERE p.toen) AS begin,
        count(*) FILTER (WHERE p.nu AND NOT o.toen) AS instroom,
        count(*) FILTER (WHERE p.nu AND NOT p.toen AND o.toen) AS erbij,
        count(*) FILTER (WHERE p.toen AND NOT o.nu) AS uitstroom,
        count(*) FILTER (WHERE p.toen AND NOT p.nu AND o.nu) AS weg,
        count(*) FILTER (WHERE p.nu) AS eind
    FROM persoon AS p
    INNER JOIN overal AS o ON p.client_id = o.client_id
    GROUP BY p.lid
)

SELECT
    t.lid::VARCHAR AS lid,
    coalesce(
        CASE t.lid WHEN 'totaal' THEN 'Iedereen, één keer geteld' END,
        CASE t.lid WHEN 'onbekend' THEN 'Onbekend' END,
        n.naam,
        repeat('Trede ', ($verdeling::VARCHAR = 'trede')::INTEGER) || t.lid,
        t.lid
    )::VARCHAR AS naam,
    t.begin::BIGINT AS begin,
    t.instroom::BIGINT AS instroom,
    t.erbij::BIGINT AS erbij,
    t.uitstroom::BIGINT AS uitstroom,
    t.weg::BIGINT AS weg,
    t.eind::BIGINT AS eind
FROM telling AS t
LEFT JOIN naam AS n ON t.lid = n.code AND n.soort = $verdeling::VARCHAR
ORDER BY (t.lid <> 'totaal') ASC, t.eind DESC, t.lid ASC
