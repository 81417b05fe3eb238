"""Signalen: what changes before it is obvious, and what to ask outside."""

from sdash.figures import trends as figures
from sdash.ui import filters, tiles
from sdash.ui import trends as woorden

keuze = filters.keuze("trends")
alle = woorden.alle(keuze)

tiles.zin(woorden.zin(alle))
tiles.kpis(*woorden.koppen(alle), bron=woorden.BRON)

if gekozen := woorden.kies(alle):
    tiles.figure(
        woorden.naam(gekozen),
        figures.reeks,
        woorden.verloop(keuze, gekozen.reeks),
        zin=woorden.signaal(gekozen),
        bron=woorden.BRON,
        dia=1,
    )

breed, smal = tiles.columns(7, 5)
with breed:
    tiles.punten("Wat opvalt, en wat u buiten kunt vragen", woorden.zinnen(alle))
    tiles.punten("Afgesloten", woorden.gesloten(alle))
with smal:
    tiles.punten("Doelen die zijn gehaald", woorden.gehaald(alle))
    tiles.punten("Hoe u dit leest", woorden.LEZEN)
