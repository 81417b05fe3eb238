"""What the figures of duration and waiting are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure
from sdash.measures.measure import personen as _personen

_VOLGENS: Final = (
    "Geschat volgens Kaplan en Meier: wie nog bezig is, telt mee zolang dat bekend is."
)
_MELDINGEN: Final = "eigen bestand meldingen (Wmo)"


def _deel(label: str, definitie: str) -> Measure:
    return Measure(label, "%", "aandeel", definitie, BERICHTEN)


def _stuks(label: str, definitie: str) -> Measure:
    return Measure(label, "keer zorg of wachten", "aantal", definitie, BERICHTEN)


DUUR: Final[dict[str, Measure]] = {
    "duur/verloop.clienten": _personen(
        "Cliënten",
        "Unieke personen die zo lang zorg hebben of zo lang wachten, voor zover bekend. Wie twee "
        "producten heeft, telt bij beide: deze aantallen mag u niet optellen.",
    ),
    "duur/tijden.clienten": _personen(
        "Cliënten",
        "Unieke personen bij wie de zorg of het wachten in deze periode begon. Wie twee producten "
        "heeft, telt bij beide: deze aantallen mag u niet optellen.",
    ),
    "risico": _stuks(
        "Zo lang gevolgd",
        "Hoe vaak zorg of wachten zo lang duurde en zo lang te volgen was: daarop rust de "
        "schatting van wat daarna komt.",
    ),
    "overleving": _deel(
        "Duurt langer", f"Het deel van de zorg of het wachten dat langer duurt. {_VOLGENS}"
    ),
    "duur/verloop.laag": _deel(
        "Ondergrens", "Ondergrens van de band van 95 % om dat deel, volgens Greenwood."
    ),
    "duur/verloop.hoog": _deel(
        "Bovengrens", "Bovengrens van de band van 95 % om dat deel, volgens Greenwood."
    ),
    "gemeten": _personen(
        "Te volgen",
        "Personen van wie bekend is hoe lang het duurde, of dat het nog doorgaat. Op hen rusten de "
        "mediaan en de delen.",
    ),
    "loopt": _personen("Nog bezig", "Personen die op de peildatum nog zorg hebben of nog wachten."),
    "duur/tijden.mediaan": Measure(
        "Mediaan",
        "dagen",
        "aantal",
        f"Na zoveel dagen is de helft voorbij. {_VOLGENS} Leeg als nog niet de helft voorbij is.",
        BERICHTEN,
    ),
    "risico_vier": _stuks("Na 4 weken nog", "Hoe vaak het vier weken of langer duurde."),
    "binnen_vier": _deel(
        "Binnen 4 weken", f"Het deel dat binnen vier weken voorbij is. {_VOLGENS}"
    ),
    "risico_tien": _stuks("Na 10 weken nog", "Hoe vaak het tien weken of langer duurde."),
    "binnen_tien": _deel(
        "Binnen 10 weken", f"Het deel dat binnen tien weken voorbij is. {_VOLGENS}"
    ),
    "binnen_norm": _deel(
        "Binnen de norm",
        "Het deel dat voorbij is binnen het aantal weken uit de instellingen (normen): na een "
        "toewijzing of verzoek dat van de gemeente zelf, bij wachttijden de Treeknorm (intake "
        "binnen 4 weken na aanmelding, start binnen 10 weken na intake), bij meldingen de Wmo 2015 "
        "(onderzoek binnen 6 weken na de melding, art. 2.3.2; besluit binnen 2 weken na de "
        "aanvraag, art. 2.3.5). De dag van de aanvraag staat in geen bestand: het besluit is "
        f"geteld vanaf het einde van het onderzoek. {_VOLGENS}",
    ),
    "achteraf": _personen(
        "Achteraf geregeld",
        "Personen bij wie de zorg al was begonnen vóór de dag waarop het wachten begint. Hoe lang "
        "zij wachtten staat in geen bericht; zij tellen niet mee in mediaan en delen.",
    ),
    "achteraf_aandeel": _deel(
        "Deel achteraf", "Personen bij wie het achteraf is geregeld, gedeeld door alle cliënten."
    ),
    "duur/uitkomst.clienten": _personen(
        "Cliënten",
        "Unieke personen met een melding in deze periode. Wie er twee deed die verschillend "
        "afliepen, telt bij beide.",
    ),
    "meldingen": Measure(
        "Meldingen", "meldingen", "aantal", "Meldingen onder de Wmo in deze periode.", _MELDINGEN
    ),
    "duur/uitkomst.aandeel": Measure(
        "Deel",
        "%",
        "aandeel",
        "Personen met deze uitkomst, gedeeld door alle personen met een melding die klaar is.",
        _MELDINGEN,
    ),
    "onbekend": _personen(
        "Niet te volgen",
        "Personen voor wie al is gedeclareerd, maar van wie geen startbericht (305) kwam, of van "
        "wie een bestand zegt dat het klaar is en niet wanneer: zij wachten niet meer, en sinds "
        "wanneer is niet bekend. Zij tellen niet mee in mediaan en delen.",
    ),
}
