"""What every figure on a page is called, means and comes from, said once and in Dutch."""

from typing import Final

from sdash.measures.aanbieders import AANBIEDERS
from sdash.measures.achttien import ACHTTIEN
from sdash.measures.berichten import BERICHTEN as _OVER_BERICHTEN
from sdash.measures.duur import DUUR
from sdash.measures.geld import GELD
from sdash.measures.huishoudens import HUISHOUDENS
from sdash.measures.jaareinde import JAAREINDE
from sdash.measures.measure import BEGROTING, BERICHTEN, CBS, LEVERINGEN, Measure
from sdash.measures.measure import casussen as _casussen
from sdash.measures.measure import euro as _euro
from sdash.measures.measure import personen as _personen
from sdash.measures.measure import records as _records
from sdash.measures.participatie import PARTICIPATIE
from sdash.measures.plafonds import PLAFONDS
from sdash.measures.prognose import PROGNOSE
from sdash.measures.regels import REGELS
from sdash.measures.regenboog import REGENBOOG
from sdash.measures.resultaten import RESULTATEN
from sdash.measures.stroom import STROOM
from sdash.measures.sturen import STUREN
from sdash.measures.teams import SOCIALE_TEAMS
from sdash.measures.trends import TRENDS
from sdash.measures.vergelijken import VERGELIJKEN
from sdash.measures.verwijzers import VERWIJZERS
from sdash.measures.waarom import WAAROM

__all__ = ["BEGROTING", "BERICHTEN", "MEASURES", "Measure", "find", "of"]


def of(query: str, column: str) -> Measure:
    """The measure behind a column; a query that means something else by a name has its own."""
    return MEASURES.get(f"{query}.{column}") or MEASURES[column]


def find(query: str, column: str) -> Measure | None:
    """The same, or None for a column that is no figure."""
    return MEASURES.get(f"{query}.{column}") or MEASURES.get(column)


_INGEDIEND: Final = (
    "Wat aanbieders declareerden voor zorg in deze periode: debet min credit van de aangenomen "
    "regels. Een regel telt in de maand waarin de zorg is geleverd, hoe laat hij ook komt."
)

MEASURES: Final[dict[str, Measure]] = {
    **GELD,
    **_OVER_BERICHTEN,
    **AANBIEDERS,
    **ACHTTIEN,
    **PARTICIPATIE,
    **PLAFONDS,
    **DUUR,
    **JAAREINDE,
    **PROGNOSE,
    **REGELS,
    **REGENBOOG,
    **RESULTATEN,
    **VERGELIJKEN,
    **VERWIJZERS,
    **HUISHOUDENS,
    **STROOM,
    **STUREN,
    **WAAROM,
    **SOCIALE_TEAMS,
    **TRENDS,
    # money
    "ingediend": _euro("Ingediend", _INGEDIEND, formule="debet − credit van elke aangenomen regel"),
    "toegekend": _euro(
        "Toegekend",
        "Van wat is ingediend: de regels waarop de gemeente antwoord gaf en die zij niet afwees.",
        formule="ingediend − in behandeling − afgewezen",
    ),
    "in_behandeling": _euro(
        "In behandeling",
        "Van wat is ingediend: de regels waarop de gemeente nog geen antwoord gaf.",
        formule="ingediend − toegekend − afgewezen",
    ),
    "begroot": _euro(
        "Begroot",
        "De lasten in de nieuwste begroting die bekend is, van alle taakvelden van de wet: ook van "
        "pgb, toegang en beleid, die niet in berichten staan.",
        BEGROTING,
    ),
    "ingediend_tot": _euro(
        "Ingediend tot en met de laatste maand",
        "Van wat is ingediend: de maanden tot en met de laatste die echt op gang is, zodat enkele "
        "vroege regels van een nieuwe maand een vergelijking niet scheeftrekken.",
    ),
    "ingediend_vorig_jaar": _euro(
        "Ingediend vorig jaar",
        "Hetzelfde bedrag in het jaar ervoor, tot en met dezelfde maand.",
    ),
    "bedrag": _euro("Bedrag", _INGEDIEND),
    "gegevens/verschil.ingediend": _euro(
        "Verandering van ingediend",
        "Wat er sinds het eerste moment bij kwam of af ging. Nieuw: van maanden die toen nog niet "
        "voorbij waren. Laat: later ontvangen regels van maanden die toen al voorbij waren. "
        "Gecorrigeerd: regels die toen al bekend waren, met hun credits en intrekkingen.",
    ),
    "gegevens/verschil.toegekend": _euro(
        "Verandering van toegekend", "Hetzelfde voor wat de gemeente heeft toegekend."
    ),
    "gegevens/retouren.aantal": _records(
        "Weigeringen", "Hoe vaak een retourbericht met deze code iets weigerde."
    ),
    "gegevens/signalen.aantal": _records(
        "Signalen", "Hoe vaak dit aan een toewijzing, start, stop of bericht opviel."
    ),
    # people
    "clienten": _personen(
        "Cliënten",
        "Unieke personen met zorg. Wie meer dan één voorziening heeft, telt één keer; daarom zijn "
        "cliënten van wetten, producten of wijken niet op te tellen.",
    ),
    "caseload/verwijzer.clienten": _personen(
        "Cliënten", "Unieke personen met een toewijzing die in deze periode inging."
    ),
    "toewijzingen": Measure(
        "Toewijzingen",
        "toewijzingen",
        "aantal",
        "Toewijzingen die op de peildatum of in de maand gelden en die niet zijn gestopt.",
        BERICHTEN,
    ),
    "caseload/verwijzer.toewijzingen": Measure(
        "Toewijzingen",
        "toewijzingen",
        "aantal",
        "Toewijzingen die in deze periode ingingen, naar de verwijzer in het verzoek. Zonder "
        "verzoek is de verwijzer onbekend.",
        BERICHTEN,
    ),
    "instroom": _personen(
        "Instroom", "Personen van wie zorg begon: nieuw, of terug na meer dan 30 dagen zonder."
    ),
    "nieuw": _personen(
        "Nieuw", "Personen van wie de eerste zorg begon die de gemeente in berichten kent."
    ),
    "herinstroom": _personen(
        "Terug",
        "Personen die weer zorg kregen, na meer dan 30 dagen zonder. Wie in een jaar twee keer "
        "terugkomt, telt in dat jaar één keer.",
    ),
    "uitstroom": _personen(
        "Uitstroom",
        "Personen van wie de laatste zorg eindigde. Voorlopig tot 30 dagen later: wie dan weer "
        "begint, was niet weg. Een onderbreking (reden 20) telt niet.",
    ),
    "begin": _personen("Begin", "Personen met zorg op de laatste dag van de maand ervoor."),
    "eind": _personen("Eind", "Personen met zorg op de laatste dag van de maand."),
    "aandeel": Measure(
        "Aandeel van de inwoners",
        "% van de inwoners",
        "aandeel",
        "Cliënten die in de wijk wonen, gedeeld door de inwoners van de wijk.",
        f"{BERICHTEN}; {CBS}",
    ),
    "inwoners": Measure(
        "Inwoners", "inwoners", "aantal", "Inwoners in het nieuwste jaar dat bekend is.", CBS
    ),
    # casussen
    "casussen": _casussen(
        "Casussen",
        "Huishoudens of personen met een open dossier bij een sociaal team. Een casus is geen "
        "toewijzing.",
    ),
    "casussen_instroom": _casussen(
        "Nieuwe casussen", "Casussen die begonnen in het jaar tot en met de peildatum."
    ),
    "casussen_bekend": _casussen(
        "Al eerder bekend", "Van de nieuwe casussen: die het team al eerder kende."
    ),
    "bekend": _casussen("Al bekend", "Casussen die begonnen en die het team al eerder kende."),
    "caseload/casussen.begin": _casussen(
        "Begin", "Casussen die open waren op de laatste dag van de maand ervoor."
    ),
    "caseload/casussen.instroom": _casussen("Instroom", "Casussen die begonnen."),
    "caseload/casussen.nieuw": _casussen(
        "Niet eerder bekend", "Casussen die begonnen en die het team nog niet kende."
    ),
    "caseload/casussen.uitstroom": _casussen("Uitstroom", "Casussen die zijn afgesloten."),
    "caseload/casussen.eind": _casussen(
        "Eind", "Casussen die open waren op de laatste dag van de maand."
    ),
    # completeness and sources
    "gedeclareerd": Measure(
        "Gedeclareerd",
        "toewijzingen",
        "aantal",
        "Van de toewijzingen die in de maand gelden: die waarvoor al een regel is ingediend.",
        BERICHTEN,
    ),
    "uitgaven/volledigheid.aandeel": Measure(
        "Volledigheid",
        "% van de toewijzingen",
        "aandeel",
        "Het deel van de toewijzingen in de maand waarvoor al een regel is ingediend. Niet elke "
        "toewijzing wordt elke maand gebruikt, dus 100 % hoeft het niet te worden.",
        BERICHTEN,
        beter="hoger",
    ),
    "regels": Measure(
        "Regels", "regels", "aantal", "Declaratieregels, elk één keer.", BERICHTEN, beter="lager"
    ),
    "leveringen": _records("Leveringen", "Bestanden die zijn gelezen."),
    "gelezen": _records("Gelezen", "Alle records in het bestand: aangenomen plus afgekeurd."),
    "geaccepteerd": _records("Aangenomen", "Records die kloppen en meetellen."),
    "afgekeurd": Measure(
        "Afgekeurd",
        "records",
        "aantal",
        "Records die niet meetellen, omdat het bestand zelf laat zien dat ze niet kloppen.",
        LEVERINGEN,
        beter="lager",
    ),
}
