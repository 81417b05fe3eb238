-- What young people with Jeugdwet care at 17.5 have at five ages, and how they go from one to the
-- next. Each counts once at every age, by the first of beschermd wonen, jeugdhulp, wmo,
-- participatiewet and geen hulp; what is still to come is later.
--
-- params
--   van        DATE      the first day of the first month in which they turn 18
--   tot        DATE      the first day of the last month
--   peildatum  DATE      the last day that anything is known of
-- columns
--   leeftijd   DOUBLE    17.5, 18, 18.5, 19 or 19.5
--   van        VARCHAR?  what they had half a year before; NULL counts all, whatever they had
--   naar       VARCHAR   what they have at that age
--   clienten   BIGINT    persons
-- unseen
--   vertrek    VARCHAR   age and state before; of all who have something at an age, that itself
--   aankomst   VARCHAR   age and state after
--   geheel     DOUBLE?   the age of which this row is a part of all
-- grain: vertrek, aankomst
-- together: geheel
WITH gang AS (
    SELECT
        t.leeftijd,
        t.toestand AS naar,
        lag(t.toestand) OVER (PARTITION BY t.client_id ORDER BY t.leeftijd) AS van
    FROM rond_achttien($van, $tot, $peildatum) AS t
),

telling AS (
    SELECT
        g.leeftijd,
        g.van,
        g.naar,
        grouping(g.van) = 1 AS alle,
        count(*) AS clienten
    FROM gang AS g
    GROUP BY GROUPING SETS ((g.leeftijd, g.van, g.naar), (g.leeftijd, g.naar))
)

SELECT
    t.leeftijd::DOUBLE AS leeftijd,
    t.van::VARCHAR AS van,
    t.naar::VARCHAR AS naar,
    t.clienten::BIGINT AS clienten,
    CASE
        WHEN t.alle THEN concat_ws(' ', t.leeftijd, t.naar)
        ELSE concat_ws(' ', t.leeftijd - 0.5, t.van)
    END::VARCHAR AS vertrek,
    concat_ws(' ', t.leeftijd, t.naar)::VARCHAR AS aankomst,
    CASE WHEN t.alle THEN t.leeftijd END::DOUBLE AS geheel
FROM telling AS t
WHERE t.alle OR t.van IS NOT NULL
ORDER BY leeftijd, van NULLS FIRST, naar
