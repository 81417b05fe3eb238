"""Regenboog: how many people and how much money are in which layer of help, and how that shifts."""

from sdash.figures import regenboog as figures
from sdash.queries import regenboog as queries
from sdash.ui import data, filters, stappen, tiles
from sdash.ui import regenboog as woorden

keuze = filters.keuze("regenboog")
op = stappen.Stap("laag", keuze)

jaren = data.rows(keuze(queries.jaren))
zin = woorden.richting(jaren)
tiles.zin(zin)
tiles.kpis(*woorden.koppen(jaren), bron=woorden.BRON)

breedte = woorden.breedte()
boog, producten = tiles.columns(7, 5)
with boog:
    tiles.figure(
        woorden.TITEL[breedte],
        woorden.BOOG[breedte],
        op(queries.lagen),
        hoogte=540,
        bron=woorden.BRON,
        dia=1,
        stap=op,
    )
with producten:
    tiles.figure(
        f"Producten: {keuze.words['laag'].lower()}",
        woorden.PRODUCTEN[breedte],
        keuze(queries.producten),
        bron="toewijzingen, start en stop (301, 305, 307); declaraties",
    )

mensen, geld = tiles.columns(1, 1)
with mensen:
    tiles.figure(
        "Mensen: welk deel in welke laag",
        figures.jaren_mensen,
        keuze(queries.jaren),
        zin=zin,
        bron=woorden.BRON,
        dia=2,
    )
with geld:
    tiles.figure(
        "Geld: welk deel naar welke laag",
        figures.jaren_geld,
        keuze(queries.jaren),
        bron=woorden.BRON,
    )

lezen, buiten = tiles.columns(1, 1)
with lezen:
    tiles.punten("Hoe u dit leest", [woorden.van_het_geld(jaren), *woorden.LEZEN])
with buiten:
    tiles.punten("Vraag dit buiten", woorden.BUITEN)
