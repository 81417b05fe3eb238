-- Trajecten by kind or by sector: who has one, and of whom the last one ended in a period how, and
-- on which trede beside that of its begin. Who has two counts with both; `totaal` counts everybody
-- once.
--
-- params
--   van         DATE      first day of the period
--   tot         DATE      last day
--   verdeling   VARCHAR?  sector; NULL: by kind
-- columns
--   lid         VARCHAR   the kind or the sector, or totaal
--   lopend      BIGINT    persons with a traject on the last day
--   uit         BIGINT    persons of whom one ended in the period; the last of them counts
--   werk        BIGINT    persons of these who went to work, wholly or in part
--   studie      BIGINT    persons of these who went to school
--   klaar       BIGINT    persons of these who finished it
--   gestopt     BIGINT    persons of these who stopped before
--   onbekend    BIGINT    persons of these of whom it is not said
--   hoger       BIGINT    persons of these who ended on a higher trede
--   gelijk      BIGINT    persons of these who ended on the same
--   lager       BIGINT    persons of these who ended on a lower one
--   anders      BIGINT    persons of these of whom a trede is not known
-- grain: lid
-- balance: werk + studie + klaar + gestopt + onbekend = uit; hoger + gelijk + lager + anders = uit
WITH genoemd AS (
    SELECT
        t.*,
        unnest([
            'totaal',
            CASE $verdeling::VARCHAR WHEN 'sector' THEN t.sector ELSE t.traject END
        ]) AS lid
    FROM traject AS t
    WHERE
        t.begin <= $tot::DATE
        AND (t.eind IS NULL OR t.eind >= $van::DATE)
        AND ($verdeling::VARCHAR IS DISTINCT FROM 'sector' OR t.sector IS NOT NULL)
),

persoon AS (
    SELECT
        g.lid,
        g.client_id,
        bool_or(coalesce(g.eind >= $tot::DATE, TRUE)) AS lopend,
        max_by(
            struct_pack(
                hoe := coalesce(g.resultaat, 'onbekend'),
                stap := sign(g.trede::INTEGER - g.trede_begin::INTEGER)
            ),
            (g.eind, g.begin, g.traject)
        ) FILTER (WHERE g.eind < $tot::DATE) AS laatste
    FROM genoemd AS g
    GROUP BY g.lid, g.client_id
)

SELECT
    p.lid::VARCHAR AS lid,
    count(*) FILTER (WHERE p.lopend)::BIGINT AS lopend,
    count(p.laatste)::BIGINT AS uit,
    count(*) FILTER (WHERE p.laatste.hoe IN ('werk', 'deels werk'))::BIGINT AS werk,
    count(*) FILTER (WHERE p.laatste.hoe = 'opleiding')::BIGINT AS studie,
    count(*) FILTER (WHERE p.laatste.hoe = 'afgerond')::BIGINT AS klaar,
    count(*) FILTER (WHERE p.laatste.hoe = 'gestopt')::BIGINT AS gestopt,
    count(*) FILTER (WHERE p.laatste.hoe = 'onbekend')::BIGINT AS onbekend,
    count(*) FILTER (WHERE p.laatste.stap > 0)::BIGINT AS hoger,
    count(*) FILTER (WHERE p.laatste.stap = 0)::BIGINT AS gelijk,
    count(*) FILTER (WHERE p.laatste.stap < 0)::BIGINT AS lager,
    count(*) FILTER (WHERE p.laatste IS NOT NULL AND p.laatste.stap IS NULL)::BIGINT AS anders
FROM persoon AS p
GROUP BY p.lid
ORDER BY (p.lid <> 'totaal') ASC, lopend DESC, p.lid ASC
