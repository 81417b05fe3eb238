"""Participatie: who has bijstand, who comes and leaves, and what helps people to work."""

from sdash.figures import participatie as figures
from sdash.queries import participatie as queries
from sdash.ui import data, tiles
from sdash.ui import participatie as woorden

keuze = woorden.keuze("participatie")
bekend, kern = woorden.bekend(), woorden.kern(keuze)
zin = woorden.zin(kern, bekend, keuze)

tiles.zin(zin)
tiles.kpis(*woorden.koppen(keuze, kern), bron=woorden.BEIDE)
tiles.figure(
    "Mensen met bijstand, en wie er kwam en ging",
    figures.per_maand,
    keuze(queries.per_maand),
    zin=zin,
    **woorden.BIJSTAND,
    dia=1,
)

wie, waarom = tiles.columns(1, 1)
with wie:
    verdeling = woorden.verdeling()
    titel = f"{woorden.VERDELINGEN[verdeling]}: de staaf is nu, het streepje een jaar eerder"
    tiles.figure(titel, figures.per_lid, woorden.per_lid(keuze, verdeling), **woorden.BIJSTAND)
with waarom:
    titel = "Waarom mensen kwamen en gingen, in twaalf maanden"
    redenen = keuze(queries.redenen, van=keuze.een_jaar)
    tiles.figure(titel, figures.redenen, redenen, **woorden.BIJSTAND)

lang, werk = tiles.columns(1, 1)
with lang:
    titel = "Welk deel langer bijstand heeft, naar het jaar waarin het begon"
    cohorten = woorden.cohorten(keuze)
    duur = woorden.duur(data.rows(cohorten))
    tiles.figure(titel, figures.cohorten, cohorten, zin=duur, **woorden.BIJSTAND, dia=2)
with werk:
    titel = "Mensen met loonkostensubsidie, en wat het per maand kost"
    tiles.figure(titel, figures.loonkosten, keuze(queries.loonkosten), **woorden.BIJSTAND)
titel = "Trajecten die in twaalf maanden eindigden; het streepje is wie naar werk ging"
soort, sector = woorden.trajecten(keuze), woorden.trajecten(keuze, "sector")
geen = woorden.GEEN_TRAJECTEN
tiles.figure(titel, figures.trajecten, soort, sector, bron=woorden.TRAJECTEN, leeg=geen)

buiten, lezen = tiles.columns(1, 1)
with buiten:
    tiles.punten("Vraag dit buiten", woorden.BUITEN)
with lezen:
    tiles.punten("Hoe u dit leest", woorden.lezen(bekend, keuze))
