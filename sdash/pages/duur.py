"""Duur: how long care lasts, and how long people wait for it."""

from sdash.figures import duur as figures
from sdash.ui import duur as woorden
from sdash.ui import filters, tiles, wachten

ZORG = "toewijzingen, start en stop (301, 305, 307)"

keuze = filters.keuze("duur")

tiles.zin(woorden.zin(keuze))
tiles.kpis(*woorden.rij(keuze), bron=ZORG)

per = woorden.indeling(keuze)
breed, smal = tiles.columns(1, 1)
with breed:
    tiles.figure(
        f"Welk deel van de zorg langer duurt, per {per}",
        figures.verloop,
        woorden.zorg_verloop(keuze, per),
        zin=woorden.zin(keuze),
        bron=ZORG,
        dia=1,
    )
with smal:
    titel = f"Wanneer de helft van de zorg voorbij is, per {per}"
    tiles.figure(titel, figures.mediaan, woorden.zorg(keuze, per), bron=ZORG)

tiles.figure(
    "Wie na zoveel weken nog wacht op de start",
    figures.wachten,
    *(woorden.wacht_verloop(keuze, klok) for klok in ("toewijzing", "ingang", "verzoek")),
    zin=woorden.wachtzin(keuze),
    bron=wachten.BERICHTEN,
    dia=2,
)
wachten.vanaf(keuze, per)
wachten.treeknorm(keuze)
wachten.keukentafel(keuze)
tiles.punten("Goed om te weten", woorden.punten(keuze))
