"""Huishoudens: what piles up in a household, and who keeps an eye on all of it."""

from sdash.figures import huishoudens as figures
from sdash.queries import huishoudens as queries
from sdash.ui import data, filters, tiles
from sdash.ui import huishoudens as woorden

keuze = filters.keuze("huishoudens")
kern = data.one(keuze(queries.kern))

if kern.grondslag:
    wetten, plannen = keuze(queries.wetten), keuze(queries.plannen)
    stapeling = keuze(queries.stapeling)
    zin = woorden.zin(kern)
    tiles.zin(zin)
    rij = woorden.rij(kern, data.rows(stapeling), data.rows(plannen))
    tiles.kpis(*rij, bron=woorden.BRON)

    breed, smal = tiles.columns(7, 5)
    with breed:
        titel = "Welke wetten huishoudens samen hebben"
        leeg = woorden.GEEN_HUISHOUDENS
        tiles.figure(titel, figures.wetten, wetten, zin=zin, bron=woorden.BRON, dia=1, leeg=leeg)
    with smal:
        titel = "Huishoudens met twee of meer voorzieningen; de streep is Nederland in 2023"
        tiles.figure(titel, figures.stapeling, stapeling, bron=woorden.GMSD, dia=2, leeg=leeg)

    gebieden, problemen = tiles.columns(7, 5)
    leeg = woorden.GEEN_GEBIEDEN
    with gebieden:
        titel, samen = "Welke problemen samen voorkomen", keuze(queries.leefgebieden)
        bron = woorden.GEBIEDEN
        tiles.figure(titel, figures.leefgebieden, samen, bron=bron, leeg=leeg, dia=3)
    with problemen:
        titel, aantal = "Hoeveel problemen een huishouden heeft", keuze(queries.problemen)
        tiles.figure(titel, figures.problemen, aantal, bron=woorden.GEBIEDEN, leeg=leeg)

    plan, hoeveel = tiles.columns(1, 1)
    with plan:
        titel, leeg = "Eén plan en één regisseur, bij twee of drie wetten", woorden.GEEN_PLANNEN
        tiles.figure(titel, figures.plannen, plannen, bron=woorden.PLANNEN, leeg=leeg)
    with hoeveel:
        titel, aantal = "Hoeveel aanbieders er in een huishouden komen", keuze(queries.aanbieders)
        tiles.figure(titel, figures.aanbieders, aantal, bron=woorden.BRON)
    tiles.punten("Vraag dit buiten", woorden.BUITEN)
    tiles.punten("Hoe u dit leest", woorden.lezen(kern))
else:
    tiles.zin(woorden.UIT, dia=1)
    tiles.punten("Waarom dit uit staat", woorden.WAAROM)
