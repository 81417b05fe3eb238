"""Gegevens: whether it is right, and how fresh it is."""

from sdash.queries import gegevens as queries
from sdash.ui import data, filters, koppen, live, stappen, tiles, viewer, zinnen

keuze = filters.keuze("gegevens")

bronnen = data.rows(keuze(queries.bronnen))
getallen = (
    ("Leveringen", koppen.leveringen(bronnen)),
    ("Aangenomen", koppen.aangenomen(bronnen)),
    ("Afgekeurd", koppen.afgekeurd(bronnen)),
)
tiles.zin(zinnen.ingelezen(bronnen), dia=1)
tiles.kpis(*getallen)
tiles.stage_kpis(*getallen, dia=1)

if viewer.per().dag:
    sinds = keuze.sindsdien(queries.verschil)
    tiles.table("Wat is sindsdien veranderd, tot nu", sinds, bron="declaraties (323) en antwoorden")
stappen.naar_waarom("Wat werd er tussen twee dagen bekend?")

live.slowly(tiles.bronnen, keuze(queries.bronnen))

tiles.table(
    "Wat is afgekeurd, en waarom",
    keuze(queries.afkeuringen, aantal=50),
    bron="controle bij het inlezen",
)

weg = keuze(queries.intrekkingen)
tiles.findings("Wat is ingetrokken, en waarom", weg, bron="intrekkingen")

tiles.table("Boekingen die niet kloppen", keuze(queries.boekingen), bron="bestanden en berichten")
tiles.findings("Wat niet klopt aan contracten", keuze(queries.contracten), bron="contracten")
tiles.findings("Wat niet klopt aan casussen en huishoudens", keuze(queries.casussen), bron="teams")

vlaggen, onbekend = tiles.columns(1, 1)
with vlaggen:
    naast = "declaraties naast toewijzingen"
    tiles.table("Wat een andere levering tegenspreekt", keuze(queries.vlaggen), bron=naast)
with onbekend:
    tiles.table(
        f"Bedragen van {keuze.jaar} waarvan het taakveld onbekend is",
        keuze(queries.taakveld_onbekend),
        bron="declaraties (323)",
    )
signalen, retouren = tiles.columns(1, 1)
with signalen:
    tiles.table(
        "Wat vragen oproept bij starts, stops, toewijzingen en berichten",
        keuze(queries.signalen),
        bron="berichten naast elkaar",
    )
with retouren:
    tiles.table(
        "Wat ontvangers van berichten hebben geweigerd",
        keuze(queries.retouren),
        bron="retourberichten (302, 306, 308, 316, 318 en 320)",
    )
