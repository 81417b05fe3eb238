"""Preventie: whether money moves from maatwerk to what comes before it."""

from sdash.figures import preventie as figures
from sdash.figures import uitgaven as figures_uitgaven
from sdash.queries import preventie as queries
from sdash.queries import uitgaven
from sdash.ui import data, filters, tiles, vergelijking, zinnen

keuze = filters.keuze("preventie")

zin = vergelijking.verschuiving(data.rows(keuze(queries.jaren)))
tiles.zin(zin)

geld, deel = tiles.columns(1, 1)
with geld:
    tiles.figure(
        "Euro per inwoner: begroting (open stip) en rekening (dichte stip)",
        figures.jaren,
        keuze(queries.jaren),
        zin=zin,
        bron=vergelijking.BRON,
        dia=1,
    )
with deel:
    tiles.figure(
        "Deel dat naar voorliggend gaat",
        figures.deel,
        keuze(queries.jaren),
        bron=vergelijking.BRON,
    )

uitleg, berichten = tiles.columns(1, 1)
with uitleg:
    tiles.punten("Wat dit zegt, en wat niet", vergelijking.CAN_AND_CANNOT)
with berichten:
    tiles.figure(
        "Maatwerk in onze berichten, per maand van levering",
        figures_uitgaven.per_maand,
        keuze(uitgaven.verloop),
        keuze(uitgaven.volledigheid),
        bron=zinnen.bron(data.rows(keuze(uitgaven.volledigheid))),
    )
