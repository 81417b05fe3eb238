"""Vergelijken: whether we spend more than gemeenten that are like us."""

from sdash.figures import vergelijken as figures
from sdash.queries import vergelijken as queries
from sdash.ui import data, filters, tiles, vergelijking

keuze = filters.keuze("vergelijken")

zin = vergelijking.antwoord(data.rows(keuze(queries.kern)), keuze.codes, keuze.words)
tiles.zin(zin)

tiles.figure(
    f"{keuze.words['onderdeel']}, euro {keuze.words['noemer'].lower()}: elke stip is een gemeente",
    figures.verdeling,
    keuze(queries.verdeling),
    keuze(queries.kern),
    gekozen=keuze.codes["onderdeel"],
    zin=zin,
    bron=vergelijking.BRON,
    dia=1,
)

onderdelen, jaren = tiles.columns(1, 1)
with onderdelen:
    tiles.figure(
        "Wij (stip), anderen (streep), gemeentefonds (ruit), helft van Nederland (grijs)",
        figures.onderdelen,
        keuze(queries.kern),
        bron=vergelijking.BRON,
    )
with jaren:
    tiles.figure(
        f"{keuze.words['onderdeel']}, over de jaren: begroting (open) en rekening (dicht)",
        figures.jaren,
        keuze(queries.jaren),
        gekozen=keuze.codes["onderdeel"],
        bron=vergelijking.BRON,
    )

let_op, berichten = tiles.columns(1, 1)
with let_op:
    tiles.punten(
        "Voor u vergelijkt",
        vergelijking.waarschuwingen(
            data.rows(keuze(queries.waarschuwingen)), data.rows(keuze(queries.realisatie))
        ),
    )
with berichten:
    tiles.figure(
        "Onze berichten over hetzelfde jaar, met Iv3 als streep",
        figures.berichten,
        keuze(queries.berichten),
        bron="declaraties; Iv3, CBS",
    )
