"""Resultaten: how care ended, whether people stayed without, and what each aanbieder reached."""

from sdash.figures import resultaten as figures
from sdash.ui import filters, tiles, wachten
from sdash.ui import resultaten as woorden

STOP = "toewijzingen en stopberichten (301, 307)"
ZORG = "toewijzingen, start en stop (301, 305, 307)"

keuze = filters.keuze("resultaten")
indeling = woorden.indeling()
per, doelen = woorden.INDELINGEN[indeling].lower(), woorden.doelen()
zin = woorden.zin(keuze)

tiles.zin(zin)
tiles.kpis(*woorden.rij(keuze), bron=ZORG)
tiles.figure(
    "Hoe zorg eindigde, per kwartaal",
    figures.verloop,
    woorden.verloop(keuze),
    zin=zin,
    bron=STOP,
    gekozen=doelen,
    dia=1,
)

einde, daarna = tiles.columns(1, 1)
with einde:
    titel, vraag = f"Welk deel volgens plan eindigde, {per}", woorden.afloop(keuze, indeling)
    tiles.figure(titel, figures.afloop, vraag, bron=STOP, gekozen=doelen)
with daarna:
    titel = f"Wie 6 maanden na het einde geen nieuwe zorg had, {per}"
    tiles.figure(titel, figures.terug, woorden.terug(keuze, indeling), bron=ZORG, gekozen=doelen)

kaart, lezen = tiles.columns(7, 5)
with kaart:
    tiles.figure(
        "Wat elke aanbieder bereikte: ✓ haalt het doel boven de kolom, ✗ niet, ~ onzeker",
        figures.kaart,
        woorden.afloop(keuze, "aanbieder"),
        woorden.vervolg(keuze),
        woorden.wachten(keuze),
        zin="Wat elke aanbieder bereikte, naast het doel van de gemeente",
        bron=ZORG,
        gekozen=doelen,
        dia=2,
    )
with lezen:
    tiles.punten("Doelen", [*woorden.doelzinnen(), *woorden.voorlopig(keuze)])
    tiles.figure(
        "Wat cliënten ervan zeggen: welk deel positief antwoordde",
        figures.ervaring,
        woorden.ervaring(keuze),
        bron="eigen bestand clientervaring",
        gekozen=doelen,
        leeg=wachten.leeg("clientervaring"),
    )

tiles.punten("Hoe u dit leest", woorden.LEZEN)
