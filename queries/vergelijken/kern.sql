-- What we spend on one onderdeel in an Iv3 report, beside other gemeenten and the gemeentefonds.
--
-- params
--   gemeente          VARCHAR    CBS code of ours
--   jaar              INTEGER    of the Iv3 report
--   stand             VARCHAR    begroting, kwartaal 1 to 4, or rekening
--   groep             VARCHAR?   whom we are compared with; else the rule
--   noemer            VARCHAR?   jongeren; else inhabitants
-- columns
--   onderdeel           VARCHAR
--   naam              VARCHAR
--   lasten            DOUBLE?    euro; NULL when ours did not deliver, as the two below
--   per_hoofd         DOUBLE?
--   saldo             DOUBLE?    the same after baten; NULL where these are not known
--   fonds             DOUBLE?    the onderdeel of the gemeentefonds; NULL where it has none
--   rang              BIGINT?    1 spends most
--   aantal            BIGINT     gemeenten that delivered
--   mediaan_lijkend   DOUBLE?    of those that we are compared with
--   aantal_lijkend    BIGINT     how many these are
--   kwartiel_laag     DOUBLE     of all gemeenten, as the two below
--   mediaan_land      DOUBLE
--   kwartiel_hoog     DOUBLE
-- grain: onderdeel
WITH gekozen AS (
    SELECT
        v.*,
        rank() OVER (PARTITION BY v.onderdeel ORDER BY v.per_hoofd DESC) AS rang
    FROM hoofdelijk($gemeente, $groep, $noemer) AS v
    WHERE v.jaar = $jaar::INTEGER AND v.stand = $stand::VARCHAR
),

circulaire AS (
    SELECT
        g.sociale_basis,
        g.participatie,
        g.wmo,
        g.jeugd
    FROM gemeentefonds AS g
    WHERE
        g.regio_code = $gemeente::VARCHAR
        AND right(g.circulaire_jaar, 4)::INTEGER = $jaar::INTEGER
    -- May, September and December, in that order.
    QUALIFY
        row_number() OVER (
            ORDER BY
                g.circulaire_jaar[2:5] DESC,
                CASE g.circulaire_jaar[1] WHEN 'D' THEN 1 WHEN 'S' THEN 2 ELSE 3 END ASC
        ) = 1
),

fonds AS (
    UNPIVOT (
        SELECT
            c.jeugd,
            c.wmo,
            c.participatie,
            c.sociale_basis AS basis
        FROM circulaire AS c
    )
    ON jeugd, wmo, participatie, basis INTO NAME onderdeel VALUE bedrag
)

SELECT
    g.onderdeel::VARCHAR AS onderdeel,
    any_value(g.onderdeel_naam)::VARCHAR AS naam,
    any_value(g.per_hoofd * g.deler) FILTER (WHERE g.eigen)::DOUBLE AS lasten,
    any_value(g.per_hoofd) FILTER (WHERE g.eigen)::DOUBLE AS per_hoofd,
    any_value(g.saldo) FILTER (WHERE g.eigen)::DOUBLE AS saldo,
    (any_value(f.bedrag) / any_value(g.deler) FILTER (WHERE g.eigen))::DOUBLE AS fonds,
    any_value(g.rang) FILTER (WHERE g.eigen)::BIGINT AS rang,
    count(*)::BIGINT AS aantal,
    median(g.per_hoofd) FILTER (WHERE g.lijkt)::DOUBLE AS mediaan_lijkend,
    count(*) FILTER (WHERE g.lijkt)::BIGINT AS aantal_lijkend,
    quantile_cont(g.per_hoofd, 0.25)::DOUBLE AS kwartiel_laag,
    median(g.per_hoofd)::DOUBLE AS mediaan_land,
    quantile_cont(g.per_hoofd, 0.75)::DOUBLE AS kwartiel_hoog
FROM gekozen AS g
LEFT JOIN fonds AS f ON g.onderdeel = f.onderdeel
GROUP BY g.onderdeel
ORDER BY any_value(g.volgnr)
