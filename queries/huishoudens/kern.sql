-- The households with care or an uitkering on a day, and how far that can be known.
--
-- params
--   peildatum      DATE
-- columns
--   grondslag      BOOLEAN  whether it was recorded on what ground households may be linked
--   mensen         BIGINT   persons with care or an uitkering
--   geteld         BIGINT   persons of those, in a household that is known
--   zonder         BIGINT   persons of those of whom no household is known
--   dubbel         BIGINT   persons of those whom a file puts in two households at once
--   huishoudens    BIGINT   persons together in a household: the households themselves
--   een_wet        BIGINT   persons, as households, with one wet
--   meer_wetten    BIGINT   persons, as households, with two or three wetten
--   meer_aandeel   DOUBLE?  share of meer_wetten in huishoudens
-- grain: one row
-- balance: geteld + zonder = mensen; een_wet + meer_wetten = huishoudens
WITH lid AS (
    SELECT
        h.client_id,
        h.huishouden_id,
        h.dubbel
    FROM huishouden AS h
    WHERE
        $peildatum::DATE BETWEEN h.van AND h.tot
        AND (SELECT g.huishoudens FROM grondslag AS g)
),

persoon AS (
    SELECT
        v.client_id,
        any_value(l.huishouden_id) AS huishouden_id,
        coalesce(bool_or(l.dubbel), FALSE) AS dubbel
    FROM voorziening AS v
    LEFT JOIN lid AS l ON v.client_id = l.client_id
    WHERE $peildatum::DATE BETWEEN v.van AND v.tot
    GROUP BY v.client_id
),

huishouden_met AS (
    SELECT
        z.huishouden_id,
        min(z.wet) < max(z.wet) AS meer
    FROM huishoudzorg($peildatum, $peildatum) AS z
    GROUP BY z.huishouden_id
),

mensen AS (
    SELECT
        count(*) AS mensen,
        count(p.huishouden_id) AS geteld,
        count(*) FILTER (WHERE p.dubbel) AS dubbel
    FROM persoon AS p
),

huishoudens AS (
    SELECT
        count(*) AS huishoudens,
        count(*) FILTER (WHERE NOT h.meer) AS een_wet,
        count(*) FILTER (WHERE h.meer) AS meer_wetten
    FROM huishouden_met AS h
)

SELECT
    g.huishoudens::BOOLEAN AS grondslag,
    m.mensen::BIGINT AS mensen,
    m.geteld::BIGINT AS geteld,
    (m.mensen - m.geteld)::BIGINT AS zonder,
    m.dubbel::BIGINT AS dubbel,
    h.huishoudens::BIGINT AS huishoudens,
    h.een_wet::BIGINT AS een_wet,
    h.meer_wetten::BIGINT AS meer_wetten,
    (h.meer_wetten / nullif(h.huishoudens, 0))::DOUBLE AS meer_aandeel
FROM mensen AS m
CROSS JOIN huishoudens AS h
CROSS JOIN grondslag AS g
