"""Waarom: what made care cost more or less than in other months."""

from sdash.figures import waarom as figures
from sdash.queries import waarom as queries
from sdash.ui import data, drijfveren, perioden, stappen, tiles

keuze = perioden.keuze("waarom")
oorzaken = data.rows(keuze(queries.oorzaken))
op = stappen.Stap("product", keuze)
bron = f"declaraties; {keuze.nu} naast {keuze.toen}"

tiles.zin(drijfveren.zin(oorzaken, keuze))
tiles.kpis(
    ("Verschil", drijfveren.verschil(oorzaken)),
    ("Door cliënten", drijfveren.clienten(oorzaken)),
    ("Door zorg per cliënt", drijfveren.intensiteit(oorzaken)),
    ("Door prijs", drijfveren.prijs(oorzaken)),
    bron=bron,
)

geheel, stromen = tiles.columns(1, 1)
with geheel:
    tiles.figure(
        "Wat het verschil maakt, van niets tot alles samen",
        figures.oorzaken,
        keuze(queries.oorzaken),
        zin=drijfveren.zin(oorzaken, keuze),
        bron=bron,
        dia=1,
    )
with stromen:
    tiles.figure(
        "Wie erbij kwam, wegging, bleef of iets anders kreeg",
        figures.stromen,
        keuze(queries.stromen),
        bron=bron,
    )

product, punten = tiles.columns(1, 1)
with product:
    naam = "Per product, het grootste verschil eerst"
    tiles.choose(naam, figures.per_product, queries.oorzaken, op, bron=bron)
with punten:
    tiles.punten("Wat het meeste uitmaakt", drijfveren.punten(oorzaken))

if sinds := perioden.dagen():
    tiles.punten("Wat ingediend is sindsdien veranderd", drijfveren.bekend(data.rows(sinds)))
    tiles.figure(
        "Per wet: nieuw, laat of gecorrigeerd",
        figures.tussen,
        sinds,
        bron="declaraties (323) en antwoorden",
    )
