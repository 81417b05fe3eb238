-- What is kept for its own sake: what came after the limit, and what reaches beyond it.
-- Of care a year more, since figures of a day look back a year.
--
-- params
--   grens    DATE       the first day that is kept
--   moment   TIMESTAMP  UTC, the first moment of that day
-- columns
--   knoop    UBIGINT    a delivery, a line, a declaratie or a person, as a number
-- grain: knoop
WITH nieuw AS (
    SELECT l.levering_nr
    FROM levering AS l
    WHERE l.ontvangen_op >= $moment::TIMESTAMP
),

zorg AS (
    SELECT i.client_id
    FROM inzet AS i
    WHERE i.tot >= $grens::DATE - INTERVAL 1 YEAR
    UNION
    SELECT t.client_id
    FROM toewijzing_versie AS t
    WHERE t.ingangsdatum >= $grens::DATE
),

geld AS (
    SELECT p.sleutel
    FROM prestatie AS p
    WHERE p.begin >= $grens::DATE
    UNION
    SELECT p.sleutel
    FROM prestatie AS p
    SEMI JOIN nieuw AS n ON p.levering_nr = n.levering_nr
),

beantwoord AS (
    SELECT a.*
    FROM antwoord AS a
    SEMI JOIN nieuw AS n ON a.levering_nr = n.levering_nr
),

knopen AS (
    SELECT hash('levering', n.levering_nr) AS knoop
    FROM nieuw AS n
    UNION
    SELECT hash('levering', v.levering_nr) AS knoop
    FROM verwijdering AS v
    UNION
    -- What was retracted since then counted at some moment that is kept.
    SELECT hash('levering', i.levering::INTEGER) AS knoop
    FROM intrekking AS i
    SEMI JOIN nieuw AS n ON i.levering_nr = n.levering_nr
    UNION
    SELECT hash('persoon', z.client_id) AS knoop
    FROM zorg AS z
    UNION
    SELECT hash('regel', g.sleutel) AS knoop
    FROM geld AS g
    UNION
    SELECT hash('declaratie', b.wet, b.aanbieder, b.declaratienummer) AS knoop
    FROM beantwoord AS b
    WHERE b.declaratienummer IS NOT NULL
    UNION
    SELECT hash('declaratie', d.wet, d.aanbieder, d.declaratienummer) AS knoop
    FROM beantwoord AS b
    INNER JOIN levering AS l
        ON
            b.wet = l.wet AND b.aanbieder = l.aanbieder
            AND b.declaratie_identificatie = l.identificatie
            AND b.declaratie_dagtekening = l.dagtekening
    INNER JOIN declaratie_kop AS d ON l.levering_nr = d.levering_nr
    WHERE b.declaratienummer IS NULL
)

SELECT k.knoop::UBIGINT AS knoop
FROM knopen AS k
