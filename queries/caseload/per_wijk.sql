-- The people in one wijk with active care on a day.
--
-- params
--   peildatum     DATE
--   wet           VARCHAR?  NULL selects all
-- columns
--   wijk_code     VARCHAR   onbekend where the wijk of the person is not known
--   naam          VARCHAR   the code where no name is known
--   clienten      BIGINT    persons
--   toewijzingen  BIGINT    count of clienten
-- grain: wijk_code
WITH actief AS (
    SELECT
        i.wijk_code,
        count(DISTINCT i.client_id) AS clienten,
        count(*) AS toewijzingen
    FROM inzet AS i
    WHERE
        $peildatum::DATE BETWEEN i.van AND i.tot
        AND ($wet::VARCHAR IS NULL OR i.wet = $wet::VARCHAR)
    GROUP BY i.wijk_code
)

SELECT
    coalesce(w.wijk_code, a.wijk_code)::VARCHAR AS wijk_code,
    coalesce(w.naam, nullif(a.wijk_code, 'onbekend'), 'Wijk onbekend')::VARCHAR AS naam,
    coalesce(a.clienten, 0)::BIGINT AS clienten,
    coalesce(a.toewijzingen, 0)::BIGINT AS toewijzingen
FROM wijk AS w
FULL JOIN actief AS a ON w.wijk_code = a.wijk_code
ORDER BY wijk_code
