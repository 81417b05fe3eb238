"""Achttien: what young people with youth care have when they turn 18, and after that."""

from sdash.figures import achttien as figures
from sdash.queries import achttien as queries
from sdash.ui import achttien as woorden
from sdash.ui import data, filters, tiles

keuze = filters.keuze("achttien")

kern = data.one(woorden.vraag(keuze, queries.kern))
zin = woorden.zin(kern, keuze.words["lichting"])
tiles.zin(zin)
tiles.kpis(*woorden.koppen(kern), bron=woorden.BRON)

tiles.figure(
    "Wat jongeren op welke leeftijd hebben, en hoe dat verandert",
    figures.stromen,
    woorden.vraag(keuze, queries.stromen),
    zin=zin,
    bron=woorden.BRON,
    dia=1,
)

buiten, lezen = tiles.columns(1, 1)
with buiten:
    tiles.punten("Vraag dit buiten", woorden.BUITEN)
with lezen:
    tiles.punten("Hoe u dit leest", woorden.lezen(kern))
