"""Duur: how long care lasts, and how long people wait for it."""

from sdash.figures import duur as figures
from sdash.ui import duur as woorden
from sdash.ui import filters, tiles, wachten

ZORG = "toewijzingen, start en stop (301, 305, 307)"
WACHT = "verzoeken, toewijzingen en start (315, 301, 305); een benadering"

keuze = filters.keuze("duur")

tiles.zin(woorden.zin(keuze))
tiles.kpis(*woorden.rij(keuze), bron=f"{ZORG} en verzoeken (315)")

woorden.naast(
    "Welk deel van de zorg langer duurt",
    figures.verloop,
    woorden.zorg_verloop(keuze, "product"),
    woorden.zorg_verloop(keuze, "aanbieder"),
    zin=woorden.zin(keuze),
    bron=ZORG,
    dia=1,
)
woorden.naast(
    "Wanneer de helft van de zorg voorbij is",
    figures.mediaan,
    woorden.zorg(keuze, "product"),
    woorden.zorg(keuze, "aanbieder"),
    bron=ZORG,
)

lijnen, weten = tiles.columns(7, 5)
with lijnen:
    tiles.figure(
        "Wie na zoveel weken nog wacht op de start",
        figures.wachten,
        *(woorden.wacht_verloop(keuze, klok) for klok in ("toewijzing", "ingang", "verzoek")),
        zin=woorden.wachtzin(keuze),
        bron=WACHT,
        dia=2,
    )
with weten:
    tiles.punten("Goed om te weten", woorden.punten(keuze))

woorden.naast(
    f"Begonnen binnen {woorden.norm()} weken na de toewijzing",
    figures.binnen,
    woorden.wachten(keuze, "toewijzing", "product"),
    woorden.wachten(keuze, "toewijzing", "aanbieder"),
    bron=WACHT,
)
wachten.treeknorm(keuze)
wachten.keukentafel(keuze)
