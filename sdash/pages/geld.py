"""Geld: what was planned, what of it is spent or promised, and what is left."""

from sdash.figures import geld as figures
from sdash.queries import gegevens
from sdash.queries import geld as queries
from sdash.ui import begroot, data, filters, tiles

keuze = filters.keuze("geld")

delen = data.rows(keuze(queries.per_deel))
tiles.zin(begroot.zin(delen, keuze.jaar))
tiles.kpis(
    ("Begroot", begroot.begroot(delen)),
    ("Besteed", begroot.besteed(delen)),
    ("Verplicht", begroot.verplicht(delen)),
    ("Vrij", begroot.vrij(delen)),
    bron=begroot.BRON,
)

tiles.figure(
    "Per wet: wat is besteed en verplicht, tegen de begroting als streep",
    figures.opbouw,
    keuze(queries.per_deel),
    zin=begroot.zin(delen, keuze.jaar),
    bron=begroot.BRON,
    dia=1,
)

taakveld, reserve = tiles.columns(3, 2)
with taakveld:
    tiles.figure(
        "Per taakveld: wat is er vrij (V) of tekort (N)",
        figures.per_taakveld,
        keuze(queries.per_taakveld),
        bron=begroot.BRON,
    )
with reserve:
    tiles.figure(
        "Reserve sociaal domein: stand op 31 december",
        figures.reserve,
        keuze(queries.reserve),
        bron="reserves van de gemeente (taakveld 0.10)",
    )

tiles.figure(
    "Begroting over de jaren; ruit: jaarrekening; geen lijn over een breuk in de taakvelden",
    figures.reeks,
    keuze(queries.reeks),
    bron="begroting en rekening van de gemeente (Iv3)",
)
tiles.table("Lasten en baten per taakveld", keuze(queries.lasten_baten), bron="begroting (Iv3)")
tiles.table("Jeugdhulp naar niveau van inkoop", keuze(queries.niveau), bron="berichten, contracten")
if data.rows(keuze(gegevens.boekingen)):
    tiles.table(
        "Boekingen en bedragen die niet kloppen",
        keuze(gegevens.boekingen),
        bron="bestanden naast taakvelden en berichten",
    )
