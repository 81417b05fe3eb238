"""Uitgaven: where the money goes, and how far the year is."""

from sdash.figures import uitgaven as figures
from sdash.queries import uitgaven as queries
from sdash.ui import data, filters, koppen, prognose, stappen, tiles, zinnen

keuze = filters.keuze("uitgaven")
op = {key: stappen.Stap(key, keuze) for key in ("maand", "domein", "product", "aanbieder", "wijk")}

stappen.kruimels(keuze, "uitgaven")

kern = data.one(keuze(queries.kern))
bron = zinnen.bron(data.rows(keuze(queries.volledigheid)))
tiles.kpis(
    ("Ingediend", koppen.geld(kern)),
    ("Toegekend", koppen.toegekend(kern)),
    ("In behandeling", koppen.in_behandeling(kern)),
    ("Begroting", koppen.begroting(kern)),
    bron=bron,
)

tiles.figure(
    "Ingediend per wet, opgeteld, tegen een begroting die gelijk over het jaar verdeeld is",
    figures.koers,
    keuze(queries.verloop),
    keuze(queries.kern),
    keuze(queries.volledigheid),
    prognose.verloop(keuze),
    zin=zinnen.koers(kern, keuze.jaar) + prognose.einde(keuze),
    bron=prognose.bij(bron, keuze),
    dia=1,
)

maand, taakveld = tiles.columns(1, 1)
with maand:
    tiles.figure(
        "Per maand van levering; gearceerd is nog niet volledig",
        figures.per_maand,
        keuze(queries.verloop),
        keuze(queries.volledigheid),
        bron=bron,
        stap=op["maand"],
    )
with taakveld:
    naam = "Per taakveld, met de begroting als streep"
    tiles.choose(naam, figures.per_taakveld, queries.per_taakveld, op["domein"], bron=bron)

product, aanbieder, wijk = tiles.columns(1, 1, 1)
with product:
    tiles.choose("Per product", figures.per_product, queries.per_product, op["product"], bron=bron)
with aanbieder:
    naam = "Per aanbieder"
    tiles.choose(naam, figures.per_aanbieder, queries.per_aanbieder, op["aanbieder"], bron=bron)
with wijk:
    naam = "Per wijk waar mensen nu wonen"
    tiles.choose(naam, figures.per_wijk, queries.per_wijk, op["wijk"], bron=bron)

stappen.naar_regels("Uit welke regels bestaat dit?")
