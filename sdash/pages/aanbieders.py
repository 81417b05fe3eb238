"""Aanbieders: what one does differently from others of the same products."""

from sdash.figures import aanbieders as figures
from sdash.queries import aanbieders as queries
from sdash.ui import aanbieders as woorden
from sdash.ui import data, filters, tiles

BRON = "declaraties; 100 is wat anderen met dezelfde producten doen (tussen haakjes: mensen)"
EINDE = "start en stop; 100 is wat anderen met dezelfde producten zien (tussen haakjes: mensen)"

keuze = filters.keuze("aanbieders")

kosten, afloop = keuze(queries.kosten), keuze(queries.afloop)
zin = woorden.zin(data.rows(kosten), data.rows(afloop))
tiles.zin(zin)
tiles.kpis(*woorden.concentratie(data.rows(keuze(queries.concentratie))), bron="declaraties")

links, rechts = tiles.columns(1, 1)
with links:
    tiles.figure("Prijs per eenheid", figures.prijs, kosten, bron=BRON)
with rechts:
    tiles.figure(
        "Wat zij per cliënt per maand leveren",
        figures.intensiteit,
        kosten,
        zin=zin,
        bron=BRON,
        dia=1,
    )

lengte, vervolg, eerder = tiles.columns(1, 1, 1)
with lengte:
    titel = "Gemiddelde lengte van toewijzingen die eindigden"
    tiles.figure(titel, figures.duur, afloop, bron=EINDE)
with vervolg:
    titel = "Verlengd, of binnen 30 dagen vervolgd"
    tiles.figure(titel, figures.verlengd, afloop, bron=EINDE)
with eerder:
    tiles.figure("Voortijdig gestopt", figures.voortijdig, afloop, bron=EINDE)
