"""Berichten: whether they are right, come in time, and are answered in time."""

from sdash.figures import berichten as figures
from sdash.queries import berichten as queries
from sdash.queries import uitgaven
from sdash.ui import data, filters, koppen_berichten, tiles

keuze = filters.keuze("berichten")
antwoorden = "declaraties (323) en antwoorden (325)"

vragen = (queries.per_maand, queries.stops, queries.antwoordtijd)
tiles.kpis(
    *koppen_berichten.rij(*(data.rows(keuze(vraag)) for vraag in vragen)),
    bron="berichten van aanbieders en gemeente",
)

maand, komend = tiles.columns(2, 1)
with maand:
    tiles.figure(
        "Afgewezen per maand van levering; gearceerd is nog niet volledig",
        figures.per_maand,
        keuze(queries.per_maand),
        keuze(uitgaven.volledigheid),
        bron=antwoorden,
        dia=1,
    )
with komend:
    tiles.punten("Wat er nog moet komen", koppen_berichten.nog_te_komen(keuze))

reden, aanbieder = tiles.columns(1, 1)
with reden:
    waarom = keuze(queries.afgekeurd)
    tiles.figure("Waarom regels zijn afgewezen", figures.afgekeurd, waarom, bron=antwoorden)
with aanbieder:
    bij = keuze(queries.per_aanbieder)
    tiles.figure("Bij wie regels zijn afgewezen", figures.per_aanbieder, bij, bron=antwoorden)

gebruik, stops = tiles.columns(1, 1)
with gebruik:
    tiles.figure(
        "Wat van de toewijzing is geleverd, over maanden van drie maanden en ouder",
        figures.verzilvering,
        keuze(queries.verzilvering),
        bron="toewijzingen (301) en declaraties (323)",
    )
with stops:
    tiles.figure(
        "Stops die meer dan vijf werkdagen na het einde kwamen",
        figures.stops,
        keuze(queries.stops),
        bron="stopberichten (307)",
    )
naast, tijd = keuze(queries.tegenspraak), keuze(queries.antwoordtijd)
tegen = "declaraties naast toewijzingen en tarieven"
tiles.table("Zonder toewijzing, erbuiten of met ander tarief", naast, bron=tegen)
tiles.table("Antwoorden binnen de norm", tijd, bron="berichten en antwoorden")
