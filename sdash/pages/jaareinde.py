"""Jaareinde: where the year ends, how sure that is, and what would have been said before."""

from sdash.figures import jaareinde as figures
from sdash.queries import geld
from sdash.queries import jaareinde as queries
from sdash.ui import buiten, data, filters, prognose, tiles, uitleg

keuze = filters.keuze("jaareinde")

kern = data.one(prognose.vraag(keuze, queries.kern))
verloop = prognose.vraag(keuze, queries.verloop)
terugblik = prognose.vraag(keuze, queries.terugblik)
tiles.zin(prognose.zin(kern, keuze.jaar))
prognose.toon(prognose.melding(kern))
tiles.kpis(
    ("Naar verwachting", prognose.verwacht(kern)),
    ("Begroting", prognose.begroot(kern)),
    ("Afwijking", prognose.afwijking(kern)),
    ("Doorgetrokken", prognose.doorgetrokken(kern)),
    *prognose.reserve(kern, data.rows(keuze(geld.reserve)), keuze.jaar),
    bron=prognose.BRON,
)

tiles.figure(
    "Opgeteld per maand van levering: wat binnen is, en waar het jaar naar verwachting eindigt",
    figures.koers,
    verloop,
    prognose.vraag(keuze, queries.kern),
    zin=prognose.zin(kern, keuze.jaar),
    bron=prognose.BRON,
    dia=1,
)

tiles.punten("Wat niet in deze prognose zit", buiten.naast_begroting(keuze))
tiles.table("Per wet en taakveld", prognose.vraag(keuze, queries.per_taakveld), bron=prognose.BRON)

links, rechts = tiles.columns(3, 2)
with links:
    tiles.figure(
        "Wat we aan het eind van elke maand gezegd zouden hebben over het einde van dat jaar",
        figures.terugblik,
        terugblik,
        bron=prognose.BRON,
    )
with rechts:
    tiles.punten("Wat nog binnenkomt", prognose.nog_binnen(kern, data.rows(verloop)))
    tiles.punten("Hoe goed dit eerder ging", [prognose.nagerekend(data.rows(terugblik))])
uitleg.prognose()
