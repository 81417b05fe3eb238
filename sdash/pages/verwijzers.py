"""Verwijzers: who sends people to care, and what changes where a huisarts gets a POH."""

from sdash.figures import verwijzers as figures
from sdash.queries import verwijzers as queries
from sdash.ui import data, filters, tiles, viewer
from sdash.ui import verwijzers as woorden

keuze = filters.keuze("verwijzers")

kern = data.one(woorden.vraag(keuze, queries.kern))
per_groep = woorden.vraag(keuze, queries.per_groep)
poh, rond_poh = keuze(queries.poh), keuze(queries.rond_poh)
medicatie = keuze(queries.medicatie)

tiles.zin(woorden.zin(kern, keuze.jaar))
tiles.kpis(*woorden.koppen(kern, data.rows(per_groep)), bron=woorden.BRON)

breed, smal = tiles.columns(7, 5)
with breed:
    tiles.figure(
        "Welk deel van de mensen door wie werd verwezen, per kwartaal",
        figures.per_kwartaal,
        keuze(queries.per_kwartaal),
        zin=woorden.zin(kern, keuze.jaar),
        bron=woorden.BRON,
        dia=1,
        hoogte=660,
    )
with smal:
    titel = "Wie verwees naar welk product"
    tiles.figure(titel, figures.per_groep, per_groep, bron=woorden.BRON)

tiles.zin(woorden.poh(data.one(poh)))
links, rechts = tiles.columns(7, 5)
with links:
    tiles.figure(
        "Verwijzingen per praktijk en maand, voor en na het begin van de POH",
        figures.rond_poh,
        rond_poh,
        zin=woorden.poh(data.one(poh)),
        bron=woorden.PRAKTIJKEN,
        dia=2,
    )
with rechts:
    tiles.figure(
        "Jeugdigen met medicijnen, per 1.000 (per jaar, niet live)",
        figures.medicatie,
        medicatie,
        bron=woorden.MEDICIJNEN,
    )

buiten, lezen = tiles.columns(1, 1)
with buiten:
    tiles.punten("Vraag dit buiten", woorden.BUITEN)
with lezen:
    oud = woorden.medicatie(data.rows(medicatie), viewer.moment())
    tiles.punten("Hoe u dit leest", [*woorden.lezen(kern, data.one(poh)), *filter(None, [oud])])
