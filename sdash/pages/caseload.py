"""Caseload: who comes, who leaves, who comes back, and who carries it."""

from sdash.figures import caseload as figures
from sdash.figures import regenboog
from sdash.queries import caseload as queries
from sdash.queries import regenboog as boog
from sdash.ui import data, filters, koppen, tiles, zinnen

BERICHTEN = "toewijzingen, start en stop (301, 305, 307)"
TEAMS = "eigen bestand van de sociale teams"

keuze = filters.keuze("caseload")

kern = data.one(keuze(queries.kern))
tiles.kpis(
    ("Mensen met ondersteuning", koppen.clienten(kern, data.rows(keuze(queries.verloop)))),
    ("Erbij gekomen", koppen.instroom(kern)),
    ("Weggegaan", koppen.uitstroom(kern)),
    ("Casussen van de sociale teams", koppen.casussen(kern)),
    bron="toewijzingen, start en stop (301, 305, 307) en het eigen bestand van de teams",
)

tiles.figure(
    "Mensen met ondersteuning, en wie er kwam en ging",
    figures.verloop,
    *(keuze(queries.verloop), keuze(queries.kern)),
    zin=zinnen.mensen(kern),
    bron=BERICHTEN,
    dia=1,
)

breed, smal = tiles.columns(7, 5)
with breed:
    tiles.figure(
        "De regenboog van hulp: de linkervoet is zo breed als de mensen, de rechter als de euro’s",
        regenboog.lagen,
        keuze(boog.lagen),
        zin=zinnen.regenboog(data.rows(keuze(boog.lagen))),
        hoogte=540,
        bron=f"berichten, {TEAMS}, begroting",
        dia=2,
    )
with smal:
    per_team, verwijzer = keuze(queries.per_team), keuze(queries.verwijzer)
    tiles.figure("Casussen per sociaal team", figures.per_team, per_team, bron=TEAMS)
    tiles.figure("Wie verwees", figures.verwijzer, verwijzer, bron="toewijzingen en verzoeken")

links, midden, rechts = tiles.columns(1, 1, 1)
with links:
    bekend = "Hoeveel van de instroom de teams al kenden"
    tiles.figure(bekend, figures.casussen, keuze(queries.casussen), bron=TEAMS)
with midden:
    tiles.figure("Mensen per wijk", figures.per_wijk, keuze(queries.per_wijk), bron=BERICHTEN)
with rechts:
    per_product = keuze(queries.per_product)
    tiles.figure("Mensen per product", figures.per_product, per_product, bron=BERICHTEN)
