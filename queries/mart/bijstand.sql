-- The days on which someone had bijstand (Pw, IOAW, IOAZ or Bbz), divided where what a file says of
-- it changed. Of an uitkering its newest month counts; that no row came of a later month ends it,
-- unless none came of anybody. A gap of at most thirty days belongs to what came after it.
--
-- columns
--   client_id         INTEGER
--   regeling          VARCHAR
--   begin             DATE       first day of the uitkering
--   van               DATE
--   tot               DATE       9999-12-31 when it goes on
--   leefvorm          VARCHAR?
--   leeftijdsklasse   VARCHAR?
--   trede             VARCHAR?   of the participatieladder
--   wijk_code         VARCHAR?
--   begonnen          DATE       since when there was bijstand without a gap of more than 30 days
--   gestopt           DATE       until when there is; 9999-12-31 when it goes on
--   reden_instroom    VARCHAR?   a code of the gemeente's own
--   reden_uitstroom   VARCHAR?   the same
-- grain: client_id, regeling, begin, van
WITH maand AS (
    SELECT
        u.*,
        row_number() OVER stap AS nr,
        last_value(u.eind) OVER geheel AS laatste_eind,
        last_value(u.maand) OVER geheel AS laatste_maand,
        last_value(u.reden_instroom IGNORE NULLS) OVER geheel AS waarom_in,
        last_value(u.reden_uitstroom IGNORE NULLS) OVER geheel AS waarom_uit,
        (u.leefvorm, u.leeftijdsklasse, u.trede, u.wijk_code) AS wat
    FROM uitkering AS u
    WHERE u.regeling IN ('Pw', 'IOAW', 'IOAZ', 'Bbz')
    WINDOW
        stap AS (PARTITION BY u.client_id, u.regeling, u.begin ORDER BY u.maand),
        geheel AS (
            PARTITION BY u.client_id, u.regeling, u.begin ORDER BY u.maand
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        )
),

anders AS (
    SELECT m.*
    FROM maand AS m
    QUALIFY
        m.nr = 1 OR m.wat IS DISTINCT FROM lag(m.wat) OVER (
            PARTITION BY m.client_id, m.regeling, m.begin ORDER BY m.maand
        )
),

deel AS (
    SELECT
        a.*,
        CASE a.nr WHEN 1 THEN a.begin ELSE greatest(a.begin, a.maand) END AS van,
        least(
            coalesce(
                a.laatste_eind,
                CASE
                    WHEN a.laatste_maand < (SELECT max(n.maand) FROM uitkering_regel AS n)
                        THEN greatest(last_day(a.laatste_maand), a.begin)
                    ELSE DATE '9999-12-31'
                END
            ),
            coalesce(lead(a.maand) OVER (
                PARTITION BY a.client_id, a.regeling, a.begin ORDER BY a.maand
            ) - 1, DATE '9999-12-31')
        ) AS tot
    FROM anders AS a
),

eerder AS (
    SELECT
        d.*,
        max(d.tot) OVER (
            PARTITION BY d.client_id ORDER BY d.van, d.tot
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS tot_hiervoor
    FROM deel AS d
    WHERE d.van <= d.tot
),

geteld AS (
    SELECT
        e.*,
        count(*) FILTER (WHERE e.van > e.tot_hiervoor + 31) OVER (
            PARTITION BY e.client_id ORDER BY e.van, e.tot
        ) AS periode
    FROM eerder AS e
)

SELECT
    g.client_id::INTEGER AS client_id,
    g.regeling::VARCHAR AS regeling,
    g.begin::DATE AS begin,
    CASE
        WHEN g.van <= g.tot_hiervoor + 31 THEN least(g.van, g.tot_hiervoor + 1) ELSE g.van
    END::DATE AS van,
    g.tot::DATE AS tot,
    g.leefvorm::VARCHAR AS leefvorm,
    g.leeftijdsklasse::VARCHAR AS leeftijdsklasse,
    g.trede::VARCHAR AS trede,
    g.wijk_code::VARCHAR AS wijk_code,
    (min(g.van) OVER samen)::DATE AS begonnen,
    (max(g.tot) OVER samen)::DATE AS gestopt,
    g.waarom_in::VARCHAR AS reden_instroom,
    g.waarom_uit::VARCHAR AS reden_uitstroom
FROM geteld AS g
WINDOW samen AS (PARTITION BY g.client_id, g.periode)
