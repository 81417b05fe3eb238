"""Plafonds: which of them is used up, and when."""

from sdash.figures import plafonds as figures
from sdash.queries import gegevens
from sdash.queries import plafonds as queries
from sdash.ui import data, filters, prognose, tiles
from sdash.ui import plafonds as woorden

BRON = "declaraties en contracten"

keuze = filters.keuze("plafonds")

rows, kern = data.rows(keuze(queries.stand)), data.one(keuze(queries.kern))
verwacht = woorden.verwacht(keuze)
row, said = woorden.gekozen(rows, verwacht, keuze)

zin = woorden.zin(rows, verwacht, keuze.jaar)
tiles.zin(zin)
prognose.toon(prognose.voortgang())
tiles.kpis(*woorden.koppen(kern), bron=BRON)
tiles.figure(
    "Deel van elk plafond dat is gebruikt; de streep is het hele plafond",
    figures.per_plafond,
    keuze(queries.stand),
    gekozen=woorden.balken(rows, verwacht),
    zin=zin,
    bron=BRON,
    dia=1,
)

if row:
    verloop = keuze(queries.verloop, plafond=row.code)
    links, rechts = tiles.columns(7, 5)
    with links:
        tiles.figure(
            f"{woorden.naam(row)}: wat er van het plafond over is, en wat wordt verwacht",
            figures.restant,
            *(verloop, keuze(queries.stand)),
            gekozen=(row.code, said),
            kop=woorden.over(row, said),
            bron=f"{BRON}; band van P10 tot P90",
        )
    with rechts:
        if said and said.kans:
            tiles.figure(
                "Kans dat dit plafond aan het eind van de maand op is",
                figures.kans,
                verloop,
                gekozen=said,
                bron=f"prognose op {BRON} en toewijzingen",
            )
        else:
            tiles.punten("Kans dat dit plafond opraakt", [woorden.waarom_niet(row, said)])

tiles.punten("Vraagt aandacht", woorden.aandacht(rows, verwacht))
if data.rows(keuze(gegevens.contracten)):
    tiles.table("Wat niet klopt aan contracten en tarieven", keuze(gegevens.contracten), bron=BRON)
