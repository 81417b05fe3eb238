-- The casussen of the sociale teams on a day, beside their fte, the households and a year before.
--
-- params
--   peildatum          DATE
--   team               VARCHAR?  NULL selects all
-- columns
--   casussen_begin     BIGINT    persons or households with a casus on the same day a year before
--   casussen_instroom  BIGINT    persons or households whose casus began since then
--   casussen_uitstroom BIGINT    persons or households whose casus ended since then
--   casussen           BIGINT    persons or households with a casus
--   casussen_lang      BIGINT    persons or households of those that had it a year or longer
--   lang_aandeel       DOUBLE?   share of casussen_lang in casussen
--   maand              DATE?     newest month of the fte, of the year up to the day
--   fte                DOUBLE?   NULL when that of a team with casussen is not known
--   per_fte            DOUBLE?   share of casussen in fte
--   huishoudens        BIGINT?   in the gemeente, or in the wijken of the team
--   huishoudens_jaar   INTEGER?
--   aandeel            DOUBLE?   share of casussen in huishoudens
--   band_laag          DOUBLE?   what the gemeente wants per fte; NULL when it says nothing
--   band_hoog          DOUBLE?
--   toen_jaar          INTEGER?  when the gemeente told the next two, of all teams together
--   toen_stand         BIGINT?   casussen
--   toen_aandeel       DOUBLE?   of the households
-- grain: one row
-- balance: casussen_begin + casussen_instroom - casussen_uitstroom = casussen
WITH per_team AS (
    SELECT
        k.team,
        count(*) FILTER (WHERE $peildatum::DATE <= k.einddatum) AS actief,
        count(*) FILTER (
            WHERE $peildatum::DATE <= k.einddatum
            AND k.begindatum <= $peildatum::DATE - INTERVAL 1 YEAR
        ) AS lang,
        count(*) FILTER (WHERE k.begindatum > $peildatum::DATE - INTERVAL 1 YEAR) AS begon,
        count(*) FILTER (WHERE k.einddatum < $peildatum::DATE) AS eindigde
    FROM casus AS k
    WHERE
        k.begindatum <= $peildatum::DATE
        AND k.einddatum >= $peildatum::DATE - INTERVAL 1 YEAR
        AND ($team::VARCHAR IS NULL OR k.team = $team::VARCHAR)
    GROUP BY k.team
),

samen AS (
    SELECT
        coalesce(sum(p.actief), 0)::BIGINT AS actief,
        coalesce(sum(p.lang), 0)::BIGINT AS lang,
        coalesce(sum(p.begon), 0)::BIGINT AS begon,
        coalesce(sum(p.eindigde), 0)::BIGINT AS eindigde
    FROM per_team AS p
),

nieuwste AS (
    SELECT max(f.maand) AS maand
    FROM formatiestand AS f
    SEMI JOIN per_team AS p ON f.team = p.team
    WHERE f.maand BETWEEN $peildatum::DATE - INTERVAL 1 YEAR AND $peildatum::DATE
),

bezet AS (
    SELECT CASE count(*) WHEN count(f.fte) THEN sum(f.fte) END AS fte
    FROM per_team AS p
    CROSS JOIN nieuwste AS n
    LEFT JOIN formatiestand AS f ON p.team = f.team AND n.maand = f.maand
    WHERE p.actief > 0
)

SELECT
    (s.actief - s.begon + s.eindigde)::BIGINT AS casussen_begin,
    s.begon::BIGINT AS casussen_instroom,
    s.eindigde::BIGINT AS casussen_uitstroom,
    s.actief::BIGINT AS casussen,
    s.lang::BIGINT AS casussen_lang,
    (s.lang / nullif(s.actief, 0))::DOUBLE AS lang_aandeel,
    n.maand::DATE AS maand,
    b.fte::DOUBLE AS fte,
    (s.actief / nullif(b.fte, 0))::DOUBLE AS per_fte,
    h.huishoudens::BIGINT AS huishoudens,
    h.jaar::INTEGER AS huishoudens_jaar,
    (s.actief / nullif(h.huishoudens, 0))::DOUBLE AS aandeel,
    d.band_laag::DOUBLE AS band_laag,
    d.band_hoog::DOUBLE AS band_hoog,
    CASE WHEN $team::VARCHAR IS NULL THEN d.toen_jaar END::INTEGER AS toen_jaar,
    CASE WHEN $team::VARCHAR IS NULL THEN d.toen_stand END::BIGINT AS toen_stand,
    CASE WHEN $team::VARCHAR IS NULL THEN d.toen_aandeel END::DOUBLE AS toen_aandeel
FROM samen AS s
CROSS JOIN nieuwste AS n
CROSS JOIN bezet AS b
CROSS JOIN teamdoel AS d
LEFT JOIN bewoond($peildatum, $team) AS h ON TRUE
ORDER BY casussen
