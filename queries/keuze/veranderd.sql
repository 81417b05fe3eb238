-- What changed in the lines of a person between an earlier moment and the one that is looked at,
-- and why: lines as they are now, less the same lines as they were, which `eerder` holds.
--
-- params
--   van        TIMESTAMP  UTC, the earlier moment
-- columns
--   wet        VARCHAR
--   client_id  INTEGER
--   maand      DATE       first day of the month of delivery
--   status     VARCHAR    in_behandeling, toegekend or afgewezen
--   soort      VARCHAR    nieuw, laat or gecorrigeerd
--   bedrag     HUGEINT    eurocents
-- grain: wet, client_id, maand, status, soort
WITH anders AS (
    SELECT
        n.wet,
        n.client_id,
        n.maand,
        n.bedrag,
        n.status,
        n.levering_nr,
        n.plaats,
        e.wet AS wet_eerder,
        e.client_id AS client_id_eerder,
        e.maand AS maand_eerder,
        e.bedrag AS bedrag_eerder,
        e.status AS status_eerder
    FROM regel AS n
    FULL JOIN eerder AS e
        ON
            n.wet = e.wet AND n.aanbieder = e.aanbieder
            AND n.referentienummer = e.referentienummer
    WHERE
        coalesce(n.maand, e.maand) >= (SELECT b.grens FROM bewaard AS b)
        AND (
            n.bedrag IS DISTINCT FROM e.bedrag OR n.status IS DISTINCT FROM e.status
            OR n.maand IS DISTINCT FROM e.maand
        )
),

-- A credit of a line that was known corrects it, though it is a line of its own.
verrekend AS (
    SELECT
        p.levering_nr,
        p.plaats
    FROM prestatie AS p
    SEMI JOIN eerder AS e
        ON
            p.wet = e.wet AND p.aanbieder = e.aanbieder
            AND p.vorig_referentienummer = e.referentienummer
    WHERE p.debet_credit = 'C'
),

-- The first of a month is in summer time from April to October: midnight is then 22:00 UTC.
regels AS (
    SELECT
        v.wet,
        v.client_id,
        v.maand,
        v.bedrag,
        v.status,
        CASE
            WHEN v.wet_eerder IS NOT NULL OR c.plaats IS NOT NULL THEN 'gecorrigeerd'
            WHEN
                v.maand + INTERVAL 1 MONTH
                - to_hours(CASE WHEN month(v.maand) BETWEEN 3 AND 9 THEN 2 ELSE 1 END)
                > $van::TIMESTAMP
                THEN 'nieuw'
            ELSE 'laat'
        END AS soort
    FROM anders AS v
    LEFT JOIN verrekend AS c ON v.levering_nr = c.levering_nr AND v.plaats = c.plaats
    WHERE v.wet IS NOT NULL
    UNION ALL
    SELECT
        v.wet_eerder AS wet,
        v.client_id_eerder AS client_id,
        v.maand_eerder AS maand,
        -v.bedrag_eerder AS bedrag,
        v.status_eerder AS status,
        'gecorrigeerd' AS soort
    FROM anders AS v
    WHERE v.wet_eerder IS NOT NULL
)

SELECT
    r.wet::VARCHAR AS wet,
    r.client_id::INTEGER AS client_id,
    r.maand::DATE AS maand,
    r.status::VARCHAR AS status,
    r.soort::VARCHAR AS soort,
    sum(r.bedrag)::HUGEINT AS bedrag
FROM regels AS r
GROUP BY r.wet, r.client_id, r.maand, r.status, r.soort
