"""Regels: of which declaration lines an amount consists, and where each of them came from."""

from sdash.queries import uitgaven as queries
from sdash.ui import data, filters, koppen, regels, stappen, tiles, viewer, zinnen

keuze = filters.keuze("regels")

stappen.kruimels(keuze, "regels")

if viewer.sees_lines():
    regels.toon(keuze)
else:
    kern = data.one(keuze(queries.kern))
    tiles.kpis(
        ("Ingediend", koppen.geld(kern)),
        ("Toegekend", koppen.toegekend(kern)),
        ("In behandeling", koppen.in_behandeling(kern)),
        bron=zinnen.bron(data.rows(keuze(queries.volledigheid))),
    )
    regels.waarom_niet()
