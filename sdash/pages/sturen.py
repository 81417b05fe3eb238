"""Sturen: what a few choices would do to the end of this year and to the months after it."""

from sdash.figures import sturen as figures
from sdash.prognose.scenario import schrijf
from sdash.queries import jaareinde
from sdash.queries import sturen as queries
from sdash.ui import buiten, data, filters, prognose, scenario, tiles

keuze = filters.keuze("sturen")
vraag = prognose.vraag(keuze, queries.basis)
basis = data.rows(vraag)
keuzes, aannames = scenario.kies()

zin = scenario.zin(basis, keuzes, aannames, keuze.jaar)
tiles.zin(zin)
prognose.toon(prognose.melding(data.one(prognose.vraag(keuze, jaareinde.kern))))
tiles.kpis(*scenario.koppen(basis, keuzes, aannames), bron=prognose.BRON)

links, rechts = tiles.columns(3, 2)
with links:
    tiles.figure(
        "Scenario: wat elke schuif apart doet, en alle samen",
        figures.effecten,
        vraag,
        gekozen=schrijf(keuzes, aannames),
        zin=zin,
        bron=prognose.BRON,
        dia=1,
    )
with rechts:
    tiles.punten("Wat er gebeurt", scenario.regels(basis, keuzes, aannames))
    tiles.punten("Wat hier niet in zit", buiten.naast_prognose(keuze))
