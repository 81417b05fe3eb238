"""In en uit: who comes into care, who leaves it, and who comes back."""

from sdash.figures import stroom as figures
from sdash.queries import stroom as queries
from sdash.ui import data, stappen, tiles
from sdash.ui import stroom as woorden

keuze = woorden.keuze("stroom")
kern = data.rows(keuze(queries.per_lid, snede=None))[0]
zin = woorden.zin(kern, keuze)

tiles.zin(zin)
tiles.kpis(*woorden.koppen(kern), bron=woorden.BERICHTEN)
tiles.figure(
    "Mensen met zorg, en wie er kwam en ging",
    figures.per_maand,
    keuze(queries.per_maand),
    zin=zin,
    bron=woorden.BERICHTEN,
    dia=1,
)

leden, eerder = tiles.columns(7, 5)
with leden:
    op = stappen.Stap(keuze.snede, keuze)
    naam = f"{woorden.SNEDES[keuze.snede]}: de staaf is het eind, het streepje het begin"
    tiles.choose(naam, figures.per_lid, queries.per_lid, op, bron=woorden.BERICHTEN)
with eerder:
    bekend, terug = keuze(queries.bekend), keuze(queries.terug)
    tiles.figure(
        "Hoeveel nieuwe casussen het team al kende, per twaalf maanden",
        figures.bekend,
        bekend,
        zin=woorden.bekend(data.rows(bekend)),
        bron=woorden.TEAMS,
        dia=2,
    )
    tiles.figure(
        "Hoeveel mensen die in zorg kwamen al eerder zorg hadden, per twaalf maanden",
        figures.terug,
        terug,
        zin=woorden.terug(data.rows(terug)),
        bron=woorden.BERICHTEN,
        dia=3,
    )

tiles.table(
    f"{woorden.SNEDES[keuze.snede]}, van begin tot eind",
    keuze(queries.per_lid),
    bron=woorden.BERICHTEN,
)

keer, lezen = tiles.columns(7, 5)
with keer:
    titel = "Wie terugkwam: wat er het laatst eindigde, en hoeveel maanden geleden"
    tiles.figure(titel, figures.terugkeer, keuze(queries.terugkeer), bron=woorden.BERICHTEN)
with lezen:
    herhaald = woorden.herhaald(data.one(keuze(queries.herhaald)))
    tiles.punten("Hoe u dit leest", [*woorden.LEZEN, herhaald])
