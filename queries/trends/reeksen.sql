-- What is followed of a subject, each series with the newest of the last three months that breaks a
-- rule, or else with its last month, and with the question to ask outside.
--
-- params
--   van         DATE       a day in the first month
--   tot         DATE       the last day that is known
--   wat         VARCHAR    the subject: instroom, terug, plan or wacht
-- columns
--   reeks       VARCHAR    onderwerp/snede/lid
--   onderwerp   VARCHAR
--   snede       VARCHAR    totaal, product, team, wijk or verwijzer
--   naam        VARCHAR    of the member
--   maand       DATE       first day
--   aantal      BIGINT     persons
--   noemer      BIGINT?    persons of whom these are a part
--   gewoon      DOUBLE     money of aantal; what it would be if it were as before, to one decimal
--   regel       INTEGER?   money of aantal; of Western Electric, the first that is broken
--   hoger       BOOLEAN?   money of aantal; whether it is more than usual then
--   een_op      BIGINT?    money of aantal; chance gives such a month once in so many, at most
--   oordelen    BIGINT     months of these three that were judged
--   bereikt     DOUBLE     money of minste; the part, or so many a month, in these three months
--   doel        DOUBLE?    what the gemeente wants it to be
--   minstens    BOOLEAN?   whether it wants at least that, or at most
--   vals        DOUBLE     the part of such months that chance alone makes unusual, at most
--   vraag       VARCHAR    to ask outside
--   stand       VARCHAR?   of the newest note that is about it: open, opgepakt or gesloten
--   aanbod      VARCHAR?   money of aantal; the collectief aanbod that answers it
--   notitie     VARCHAR?   money of aantal
-- unseen
--   rest        BIGINT?    persons
--   minste      BIGINT     persons in the smallest of these three months, or the rest of it
-- grain: reeks
-- balance: aantal + rest = noemer
WITH nieuwste AS (
    SELECT
        o.*,
        split_part(o.reeks, '/', 1) AS onderwerp,
        split_part(o.reeks, '/', 2) AS snede,
        split_part(o.reeks, '/', 3) AS lid,
        count(*) OVER drie AS oordelen,
        coalesce(
            sum(o.aantal) OVER drie / nullif(sum(o.noemer) OVER drie, 0), avg(o.aantal) OVER drie
        ) AS bereikt,
        min(least(nullif(o.aantal, 0), nullif(o.noemer - o.aantal, 0))) OVER drie AS minste,
        CASE WHEN o.regel = 1 THEN o.kans ELSE r.kans / 2 END AS toeval
    FROM trendoordeel($van, $tot, $wat) AS o
    LEFT JOIN trendregel AS r ON o.regel = r.regel
    WHERE o.maand > date_trunc('month', $tot::DATE + 1) - INTERVAL 4 MONTH
    WINDOW drie AS (PARTITION BY o.reeks)
    QUALIFY
        row_number() OVER (
            PARTITION BY o.reeks ORDER BY (o.regel IS NOT NULL) DESC, o.maand DESC
        ) = 1
),

-- One digit says how rare it is; more would tell the count, and beyond 10.000 nobody knows.
eens AS (
    SELECT
        n.*,
        1 / greatest(n.toeval, 1e-4) AS maal,
        10 ** floor(log10(1 / greatest(n.toeval, 1e-4))) AS macht
    FROM nieuwste AS n
)

SELECT
    e.reeks::VARCHAR AS reeks,
    e.onderwerp::VARCHAR AS onderwerp,
    e.snede::VARCHAR AS snede,
    CASE e.snede
        WHEN 'totaal' THEN 'heel de gemeente'
        WHEN 'verwijzer' THEN coalesce(v.naam, e.lid)
        ELSE coalesce(n.naam, e.lid)
    END::VARCHAR AS naam,
    e.maand::DATE AS maand,
    e.aantal::BIGINT AS aantal,
    e.noemer::BIGINT AS noemer,
    round(e.gewoon, 1)::DOUBLE AS gewoon,
    e.regel::INTEGER AS regel,
    CASE WHEN e.regel IS NOT NULL THEN e.kant = 1 END::BOOLEAN AS hoger,
    CASE WHEN e.regel IS NOT NULL THEN floor(e.maal / e.macht) * e.macht END::BIGINT AS een_op,
    e.oordelen::BIGINT AS oordelen,
    round(e.bereikt, 2)::DOUBLE AS bereikt,
    d.doel::DOUBLE AS doel,
    d.minstens::BOOLEAN AS minstens,
    (SELECT coalesce(sum(r.kans), 0) FROM trendregel AS r)::DOUBLE AS vals,
    q.vraag::VARCHAR AS vraag,
    s.stand::VARCHAR AS stand,
    s.aanbod::VARCHAR AS aanbod,
    s.notitie::VARCHAR AS notitie,
    (e.noemer - e.aantal)::BIGINT AS rest,
    coalesce(e.minste, 0)::BIGINT AS minste
FROM eens AS e
INNER JOIN trendvraag AS q ON e.onderwerp = q.onderwerp
LEFT JOIN trenddoel AS d ON e.reeks = d.reeks
LEFT JOIN trendstand AS s
    ON e.reeks = s.reeks AND (s.stand <> 'gesloten' OR e.maand <= s.maand)
LEFT JOIN naam AS n ON e.lid = n.code AND e.snede = n.soort
LEFT JOIN verwijzer AS v ON e.lid = v.code
ORDER BY e.toeval ASC NULLS LAST, e.reeks ASC
