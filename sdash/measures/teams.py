"""What the figures of the sociale teams are called and mean."""

from typing import Final

from sdash.measures.measure import CBS, FORMATIE, TAKEN, TEAMS, Measure
from sdash.measures.measure import casussen as _casussen

_ALL: Final = f"{TEAMS}; {TAKEN}"
_TOEN: Final = "wat de gemeente toen vertelde"


def _taken(label: str, definitie: str) -> Measure:
    return Measure(label, "casussen", "aantal", definitie, _ALL)


_PER_FTE: Final = Measure(
    "Casussen per fte",
    "casussen per fte",
    "aantal",
    "Open casussen gedeeld door de fte van het team. Hiervoor bestaat geen landelijke norm.",
    f"{TEAMS}; {FORMATIE}",
    formule="open casussen ÷ fte",
)

SOCIALE_TEAMS: Final[dict[str, Measure]] = {
    "casussen_begin": _casussen("Een jaar eerder", "Casussen die een jaar eerder open waren."),
    "casussen_uitstroom": _casussen(
        "Afgesloten casussen", "Casussen die zijn afgesloten in het jaar tot de peildatum."
    ),
    "casussen_lang": _casussen(
        "Een jaar of langer open", "Van de open casussen: die twaalf maanden of langer open zijn."
    ),
    "lang_aandeel": Measure(
        "Deel een jaar of langer open",
        "% van de casussen",
        "aandeel",
        "Het deel van de open casussen dat twaalf maanden of langer open is.",
        TEAMS,
    ),
    "fte": Measure("Fte", "fte", "aantal", "De bezetting van het team in de maand.", FORMATIE),
    "per_fte": _PER_FTE,
    "huishoudens": Measure(
        "Huishoudens",
        "huishoudens",
        "aantal",
        "Huishoudens in het nieuwste jaar dat bekend is: van de gemeente, of van de wijken van het "
        "team.",
        CBS,
    ),
    "teams/kern.aandeel": Measure(
        "Aandeel van de huishoudens",
        "% van de huishoudens",
        "aandeel",
        "Open casussen gedeeld door de huishoudens. Een casus is een huishouden of een persoon, "
        "dus dit is een benadering.",
        f"{TEAMS}; {CBS}",
    ),
    "band_laag": Measure(
        "Band vanaf", "casussen per fte", "aantal", "Wat de gemeente zelf instelde.", "instellingen"
    ),
    "band_hoog": Measure(
        "Band tot", "casussen per fte", "aantal", "Wat de gemeente zelf instelde.", "instellingen"
    ),
    "toen_stand": Measure(
        "Casussen toen", "casussen", "aantal", "Wat de gemeente ongeveer noemde.", _TOEN
    ),
    "toen_aandeel": Measure(
        "Aandeel toen", "% van de huishoudens", "aandeel", "Wat de gemeente ongeveer noemde.", _TOEN
    ),
    "teams/verloop.begin": _casussen(
        "Begin", "Casussen die open waren op de laatste dag van de maand ervoor."
    ),
    "teams/verloop.instroom": _casussen("Erbij", "Casussen die begonnen."),
    "teams/verloop.uitstroom": _casussen("Afgesloten", "Casussen die zijn afgesloten."),
    "teams/verloop.eind": _casussen(
        "Eind", "Casussen die open waren op de laatste dag van de maand."
    ),
    "teams/taken.casussen": _taken(
        "Kwam erdoor",
        "Casussen die in de periode zijn afgesloten en waarin het team deze taak had. Een casus "
        "telt bij elke taak die hij had.",
    ),
    "lopend": _taken("Nu in deze taak", "Open casussen waarin het team nu deze taak heeft."),
    "begonnen": _taken("Begonnen", "Casussen waarin deze taak in de periode begon."),
    "doorlooptijd": Measure(
        "Doorlooptijd",
        "dagen",
        "aantal",
        "Na zoveel dagen is de helft van de begonnen taken klaar. Wat nog loopt, telt mee voor "
        "zolang het al duurt (Kaplan-Meier). Leeg als de helft nog niet klaar is.",
        _ALL,
    ),
    "afgesloten": _casussen("Afgesloten", "Casussen die in de periode zijn afgesloten."),
    "voor_indicering": _taken(
        "Klaar voor indicering", "Afgesloten casussen zonder indicering of regievoering."
    ),
    "na_indicering": _taken(
        "Met indicering", "Afgesloten casussen met indicering of regievoering."
    ),
    "zonder": _casussen("Taken onbekend", "Afgesloten casussen waarvan geen taak is gemeld."),
    "gevolgd": _taken("Taken bekend", "Afgesloten casussen waarvan een taak is gemeld."),
    "voor_aandeel": Measure(
        "Deel klaar voor indicering",
        "% van de afgesloten casussen",
        "aandeel",
        "Het deel van de afgesloten casussen met bekende taken dat eindigde zonder indicering of "
        "regievoering.",
        _ALL,
    ),
    "teams/bezetting.casussen": _taken(
        "Casussen in deze taak", "Open casussen van het team waarin het nu deze taak heeft."
    ),
    "afgerond": _taken(
        "Afgerond", "Casussen waarin deze taak eindigde in het jaar tot de peildatum."
    ),
    "wijken": Measure("Wijken", "wijken", "aantal", "Wijken die beide teams hebben.", FORMATIE),
    "teams/overlap.inwoners": Measure(
        "Inwoners", "inwoners", "aantal", "Inwoners van de wijken die beide teams hebben.", CBS
    ),
    "teams/wisselingen.wijken": Measure(
        "Wijken", "wijken", "aantal", "Wijken van het team vanaf die dag.", FORMATIE
    ),
    "teams": Measure("Teams", "teams", "aantal", "Sociale teams vanaf die dag.", FORMATIE),
    "gegevens/casussen.aantal": _casussen(
        "Casussen of huishoudens",
        "Casussen, mensen of huishoudens die op deze manier niet bij de andere bestanden passen.",
    ),
}
