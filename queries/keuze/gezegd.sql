-- What the forecast says, out of its text (see prognose/zeggen.py): each question fills the columns
-- that it is about, and the others are NULL. Money is in euro.
--
-- params
--   gezegd         VARCHAR
-- columns
--   maand          DATE?       first day
--   jaar           INTEGER?
--   wet            VARCHAR?
--   taakveld       VARCHAR?    NULL: the wet as a whole
--   velden         VARCHAR[]?  the taakvelden of which lines are forecast
--   toegekend      DOUBLE?     of the year, so far
--   binnen         DOUBLE?     of a month, so far
--   verwacht       DOUBLE?     of a month
--   rijp           BOOLEAN?    whether little of a month is still to come
--   laag           DOUBLE?     P10 of the year, or of a month and those before it
--   midden         DOUBLE?     the same, P50
--   hoog           DOUBLE?     the same, P90
--   percentielen   DOUBLE[]?
--   naief          DOUBLE?     the year so far in proportion
--   uitkomst       DOUBLE?     what it came to
--   komt           DOUBLE?     still to be declared of months that were
--   komt_fout      DOUBLE?     the standard error of that
--   reden          VARCHAR?    in Dutch, why there is no midden or no band
--   maanden        INTEGER?    of the year still to come
--   komend         DOUBLE?     these months
--   nieuw          DOUBLE?     of komend, not assigned yet
--   verder         DOUBLE?     the twelve months to come
--   verder_nieuw   DOUBLE?     of verder, not assigned yet
-- grain: maand, wet, taakveld
WITH gelezen AS (
    SELECT unnest(
        from_json(
            $gezegd::VARCHAR,
            '[{
                "maand": "DATE", "jaar": "INTEGER", "wet": "VARCHAR", "taakveld": "VARCHAR",
                "velden": ["VARCHAR"], "toegekend": "DOUBLE", "binnen": "DOUBLE",
                "verwacht": "DOUBLE", "rijp": "BOOLEAN", "laag": "DOUBLE", "midden": "DOUBLE",
                "hoog": "DOUBLE", "p10": "DOUBLE", "p50": "DOUBLE", "p90": "DOUBLE",
                "percentielen": ["DOUBLE"], "naief": "DOUBLE", "uitkomst": "DOUBLE",
                "komt": "DOUBLE", "komt_fout": "DOUBLE", "reden": "VARCHAR",
                "maanden": "INTEGER", "komend": "DOUBLE", "nieuw": "DOUBLE",
                "verder": "DOUBLE", "verder_nieuw": "DOUBLE"
            }]'
        ),
        max_depth := 2
    )
)

SELECT
    g.maand::DATE AS maand,
    g.jaar::INTEGER AS jaar,
    g.wet::VARCHAR AS wet,
    g.taakveld::VARCHAR AS taakveld,
    g.velden::VARCHAR[] AS velden,
    g.toegekend::DOUBLE AS toegekend,
    g.binnen::DOUBLE AS binnen,
    g.verwacht::DOUBLE AS verwacht,
    g.rijp::BOOLEAN AS rijp,
    coalesce(g.p10, g.laag)::DOUBLE AS laag,
    coalesce(g.p50, g.midden)::DOUBLE AS midden,
    coalesce(g.p90, g.hoog)::DOUBLE AS hoog,
    g.percentielen::DOUBLE[] AS percentielen,
    g.naief::DOUBLE AS naief,
    g.uitkomst::DOUBLE AS uitkomst,
    g.komt::DOUBLE AS komt,
    g.komt_fout::DOUBLE AS komt_fout,
    g.reden::VARCHAR AS reden,
    g.maanden::INTEGER AS maanden,
    g.komend::DOUBLE AS komend,
    g.nieuw::DOUBLE AS nieuw,
    g.verder::DOUBLE AS verder,
    g.verder_nieuw::DOUBLE AS verder_nieuw
FROM gelezen AS g
