"""Uitgaven: where the money goes, and how far the year is."""

from sdash.figures import uitgaven as figures
from sdash.queries import uitgaven as queries
from sdash.ui import data, filters, koppen, prognose, tiles, viewer, zinnen

keuze = filters.keuze("uitgaven")

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
    )
with taakveld:
    tiles.figure(
        "Per taakveld, met de begroting als streep",
        figures.per_taakveld,
        keuze(queries.per_taakveld),
        bron=bron,
    )

product, aanbieder, wijk = tiles.columns(1, 1, 1)
with product:
    tiles.figure("Per product", figures.per_product, keuze(queries.per_product), bron=bron)
with aanbieder:
    tiles.figure("Per aanbieder", figures.per_aanbieder, keuze(queries.per_aanbieder), bron=bron)
with wijk:
    tiles.figure(
        "Per wijk waar mensen nu wonen", figures.per_wijk, keuze(queries.per_wijk), bron=bron
    )

if viewer.sees_lines():
    tiles.table("Declaratieregels, zonder personen", keuze(queries.regels, aantal=100), bron=bron)
