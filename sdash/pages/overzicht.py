"""Overzicht: whether the year is on course, and what asks for attention today."""

from sdash.figures import caseload, uitgaven, wijkprofiel
from sdash.queries import caseload as mensen
from sdash.queries import gegevens, overzicht
from sdash.queries import uitgaven as geld
from sdash.queries import wijkprofiel as wijken
from sdash.ui import aandacht, data, filters, koppen, plafonds, prognose, tiles, zinnen

keuze = filters.keuze("overzicht")

kern, clienten = data.one(keuze(geld.kern)), data.one(keuze(mensen.kern))
jaar, bronnen = keuze(mensen.verloop, van=keuze.year_before), data.rows(keuze(gegevens.bronnen))
zorg, gebruik = koppen.clienten(clienten, data.rows(jaar)), keuze(wijken.gebruik_team)
tiles.zin(zinnen.koers(kern, keuze.jaar) + prognose.einde(keuze), dia=1)
tiles.stage_kpis(
    *(("Ingediend", koppen.geld(kern)), ("Mensen met ondersteuning", zorg)),
    ("Casussen van de sociale teams", koppen.casussen(clienten)),
    dia=1,
)

links, midden, rechts = tiles.columns(1, 1, 1)
with links:
    tiles.small(
        "Geld: ingediend tegen de begroting",
        uitgaven.koers,
        *(keuze(geld.verloop), keuze(geld.kern), keuze(geld.volledigheid), prognose.verloop(keuze)),
        kop=koppen.geld(kern),
        bron=zinnen.bron(data.rows(keuze(geld.volledigheid))),
        naar="uitgaven",
    )
with midden:
    tiles.small(
        "Mensen met ondersteuning",
        caseload.verloop,
        *(jaar, keuze(mensen.kern)),
        kop=zorg,
        bron="toewijzingen, start en stop (301, 305, 307)",
        naar="caseload",
    )
with rechts:
    tiles.small(
        "Wijken van elk team: deel van de inwoners met ondersteuning",
        wijkprofiel.gebruik_team,
        *(gebruik, keuze(wijken.kaart)),
        kop=koppen.teams(data.rows(gebruik)),
        bron="toewijzingen en inwoners volgens CBS",
        naar="wijkprofiel",
    )

per_wet = {wet: data.one(vraag) for wet, vraag in keuze.per_wet(geld.kern).items()}
aandachtspunten, goed, stroom = tiles.columns(4, 3, 4)
with aandachtspunten:
    op = plafonds.op_overzicht(keuze)
    tiles.punten("Vraagt aandacht", aandacht.points(per_wet, bronnen, keuze.moment, op))
with goed:
    tiles.punten("Gaat goed", aandacht.well(per_wet, bronnen))
with stroom:
    binnen = data.rows(keuze(overzicht.stroom, aantal=8))
    tiles.punten("Binnengekomen", zinnen.stroom(binnen, keuze.moment))
