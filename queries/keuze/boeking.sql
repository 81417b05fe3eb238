-- One booking as a file has it: on which taakveld of which year, and under which wet if it says so;
-- equal bookings are as many rows.
--
-- columns
--   soort      VARCHAR          the kind of file
--   jaar       INTEGER
--   wet        VARCHAR?         NULL when the file names none
--   taakveld   VARCHAR
--   bedrag     DECIMAL(18,2)    euro
-- grain: soort, jaar, wet, taakveld, bedrag
SELECT
    'begroting'::VARCHAR AS soort,
    b.jaar::INTEGER AS jaar,
    NULL::VARCHAR AS wet,
    b.taakveld::VARCHAR AS taakveld,
    coalesce(b.lasten, b.rekening)::DECIMAL(18, 2) AS bedrag
FROM begroot AS b
UNION ALL
SELECT
    'taakgericht'::VARCHAR AS soort,
    year(t.maand)::INTEGER AS jaar,
    t.wet::VARCHAR AS wet,
    t.taakveld::VARCHAR AS taakveld,
    t.bedrag::DECIMAL(18, 2) AS bedrag
FROM taakgericht AS t
UNION ALL
SELECT
    'subsidies'::VARCHAR AS soort,
    s.jaar::INTEGER AS jaar,
    NULL::VARCHAR AS wet,
    s.taakveld::VARCHAR AS taakveld,
    coalesce(s.vastgesteld, s.verleend)::DECIMAL(18, 2) AS bedrag
FROM subsidie AS s
UNION ALL
SELECT
    'eigen_bijdragen'::VARCHAR AS soort,
    year(e.maand)::INTEGER AS jaar,
    NULL::VARCHAR AS wet,
    e.taakveld::VARCHAR AS taakveld,
    e.bedrag::DECIMAL(18, 2) AS bedrag
FROM eigen_bijdrage AS e
UNION ALL
SELECT
    'betalingen'::VARCHAR AS soort,
    p.boekjaar::INTEGER AS jaar,
    p.wet::VARCHAR AS wet,
    p.taakveld::VARCHAR AS taakveld,
    p.bedrag::DECIMAL(18, 2) AS bedrag
FROM betaling AS p
