"""Wijkprofiel: how a wijk is doing, beside its gemeente and the country."""

from sdash.figures import wijkprofiel as figures
from sdash.queries import wijkprofiel as queries
from sdash.ui import data, filters, tiles, zinnen

KERNCIJFERS = "CBS en RIVM/GGD, kaart schematisch"
GEBRUIK = "toewijzingen (301, 305, 307) en inwoners volgens CBS"

keuze = filters.keuze("wijkprofiel")

kaart, profiel = tiles.columns(5, 7)
with kaart:
    tiles.figure(
        f"{keuze.words['indicator']}, per wijk",
        figures.kaart,
        keuze(queries.per_wijk),
        keuze(queries.kaart),
        zin=zinnen.wijk(data.rows(keuze(queries.profiel)), **keuze.words),
        gekozen=keuze.codes["wijk"],
        hoogte=400,
        bron=KERNCIJFERS,
        dia=1,
    )
    tiles.figure(
        "Deel van de inwoners met ondersteuning",
        figures.gebruik,
        keuze(queries.gebruik),
        keuze(queries.kaart),
        hoogte=320,
        bron=GEBRUIK,
    )
with profiel:
    tiles.figure(
        f"{keuze.words['wijk']} vergeleken met de gemeente en Nederland",
        figures.profiel,
        keuze(queries.profiel),
        bron=KERNCIJFERS,
    )
