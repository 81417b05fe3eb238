"""Teams: whether they are overloaded, what they work on, and how old that is."""

from sdash.figures import teams as figures
from sdash.queries import teams as queries
from sdash.ui import data, filters, tiles
from sdash.ui import teams as woorden

CASUSSEN = "eigen bestand van de sociale teams (casussen)"
TAKEN = "eigen bestanden van de sociale teams (casussen, casustaken)"
FTE = "eigen bestanden van de sociale teams (casussen, formatie)"
INDELING = "indeling in wijkteams en jeugdteams (wijkteams), kerncijfers CBS"

keuze = filters.keuze("teams")
stand, verloop = keuze(queries.kern), keuze(queries.verloop)
wisselingen = keuze(queries.wisselingen)
kern = data.one(stand)
zin, boven = woorden.zin(kern), woorden.boven(data.rows(verloop), kern)

tiles.zin(zin)
tiles.kpis(*woorden.rij(kern), bron="casussen, formatie en kerncijfers van het CBS")
samen = "Open casussen van alle teams samen, en wat de gemeente toen vertelde"
tiles.figure(samen, figures.actief, verloop, stand, zin=zin, bron=CASUSSEN, dia=1)

hoeveel, stroom, fte = tiles.columns(1, 1, 1)
with hoeveel:
    tiles.figure("Open casussen per team", figures.per_team, verloop, wisselingen, bron=CASUSSEN)
with stroom:
    erbij = "Erbij (omhoog) en afgesloten (omlaag), de laatste twaalf maanden"
    tiles.figure(erbij, figures.stroom, verloop, bron=CASUSSEN)
with fte:
    titel = "Casussen per fte; een vlak is de band die de gemeente zelf instelde"
    tiles.figure(titel, figures.per_fte, verloop, stand, zin=boven, bron=FTE, dia=2)

trechter, oud = tiles.columns(1, 1)
with trechter:
    if data.rows(keuze(queries.taken)):
        eind = woorden.trechter(data.one(keuze(queries.afgesloten)))
        tiles.figure(eind, figures.taken, keuze(queries.taken), bron=TAKEN, dia=3)
    else:
        tiles.punten("De zes taken", [woorden.GEEN_BRON])
with oud:
    leeftijd = keuze(queries.leeftijd)
    lang = "Hoe lang casussen open zijn, in maanden"
    tiles.figure(lang, figures.leeftijd, leeftijd, bron=CASUSSEN)
    veranderd = woorden.wisselingen(data.rows(wisselingen))
    tiles.punten("Goed om te weten", [woorden.TELT_EEN_KEER, *veranderd])

if data.rows(keuze(queries.overlap)):
    matrix = "Welke wijken een wijkteam en een jeugdteam delen"
    tiles.figure(matrix, figures.overlap, keuze(queries.overlap), bron=INDELING)
binnen = "Wie doet wat: fte en casussen per taak, van team binnen en team buiten"
tiles.findings(binnen, keuze(queries.bezetting), bron=f"{FTE}, casustaken")
