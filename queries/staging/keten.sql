-- A line whose chain of debits and credits is broken. Lines that are not judged anew are in the
-- mart already; all credits of the same line are judged together.
--
-- columns
--   levering_nr          INTEGER
--   plaats               INTEGER
--   zonder_debet         BOOLEAN   a credit whose debit is not there
--   klopt_niet           BOOLEAN   a credit of another amount, or a debit of a period that has one
--   vaker_gecrediteerd   BOOLEAN   one of several credits of the same line
-- grain: levering_nr, plaats
WITH debet AS (
    SELECT
        p.wet,
        p.aanbieder,
        p.referentienummer,
        max(p.bedrag) AS bedrag
    FROM prestatie AS p
    SEMI JOIN raakt_lijn AS t ON p.sleutel = t.vorige_sleutel
    WHERE p.debet_credit = 'D'
    GROUP BY p.wet, p.aanbieder, p.referentienummer
),

credit AS (
    SELECT
        t.wet,
        t.aanbieder,
        t.vorig_referentienummer,
        count(*) AS aantal
    FROM raakt_lijn AS t
    WHERE t.debet_credit = 'C' AND NOT t.afgewezen
    GROUP BY t.wet, t.aanbieder, t.vorig_referentienummer
),

-- Debits that stand less credits, of the toewijzingen and months of the lines.
geleverd AS (
    SELECT
        t.wet,
        t.aanbieder,
        t.client_id,
        t.toewijzing_nummer,
        t.categorie,
        t.productcode,
        t.begin,
        t.eind,
        CASE t.debet_credit WHEN 'C' THEN -1 ELSE 1 END * sign(t.bedrag) AS aantal
    FROM raakt_lijn AS t
    WHERE NOT t.afgewezen
    UNION ALL
    SELECT
        g.wet,
        g.aanbieder,
        g.client_id,
        g.toewijzing_nummer,
        g.categorie,
        g.productcode,
        g.begin,
        g.eind,
        sign(g.bedrag) AS aantal
    FROM regel AS g
    SEMI JOIN raakt_lijn AS t
        ON g.toewijzing_nummer = t.toewijzing_nummer AND g.begin = t.begin
    ANTI JOIN raakt_regel AS r ON g.sleutel = r.sleutel
    WHERE g.status <> 'afgewezen'
),

-- Most toewijzingen have one line a month: there is nothing to add up.
vaker AS (
    SELECT
        g.toewijzing_nummer,
        g.begin
    FROM geleverd AS g
    GROUP BY g.toewijzing_nummer, g.begin
    HAVING count(*) > 1
),

dubbel AS (
    SELECT
        g.wet,
        g.aanbieder,
        g.client_id,
        g.toewijzing_nummer,
        g.categorie,
        g.productcode,
        g.begin,
        g.eind
    FROM geleverd AS g
    SEMI JOIN vaker AS v ON g.toewijzing_nummer = v.toewijzing_nummer AND g.begin = v.begin
    GROUP BY ALL
    HAVING sum(g.aantal) > 1
),

geketend AS (
    SELECT
        t.levering_nr,
        t.plaats,
        t.debet_credit = 'C' AND debet.wet IS NULL AS zonder_debet,
        t.debet_credit = 'C' AND t.bedrag <> coalesce(debet.bedrag, t.bedrag) AS ander_bedrag,
        t.debet_credit = 'D' AND NOT t.afgewezen AND v.wet IS NOT NULL AS dubbel,
        t.debet_credit = 'C' AND coalesce(credit.aantal, 0) > 1 AS vaker_gecrediteerd
    FROM raakt_lijn AS t
    LEFT JOIN debet
        ON
            t.wet = debet.wet AND t.aanbieder = debet.aanbieder
            AND t.vorig_referentienummer = debet.referentienummer
    LEFT JOIN credit
        ON
            t.wet = credit.wet AND t.aanbieder = credit.aanbieder
            AND t.vorig_referentienummer = credit.vorig_referentienummer
    LEFT JOIN dubbel AS v
        ON
            t.wet = v.wet AND t.aanbieder = v.aanbieder AND t.client_id = v.client_id
            AND t.toewijzing_nummer = v.toewijzing_nummer AND t.categorie = v.categorie
            AND t.productcode = v.productcode AND t.begin = v.begin AND t.eind = v.eind
)

SELECT
    k.levering_nr::INTEGER AS levering_nr,
    k.plaats::INTEGER AS plaats,
    k.zonder_debet::BOOLEAN AS zonder_debet,
    (k.ander_bedrag OR k.dubbel)::BOOLEAN AS klopt_niet,
    k.vaker_gecrediteerd::BOOLEAN AS vaker_gecrediteerd
FROM geketend AS k
WHERE k.zonder_debet OR k.ander_bedrag OR k.dubbel OR k.vaker_gecrediteerd
