"""What the figures of results are called and mean."""

from typing import Final

from sdash.measures.measure import BERICHTEN, Measure
from sdash.measures.measure import personen as _personen

_NIET_OPTELLEN: Final = (
    "Wie twee producten, teams of aanbieders heeft, telt bij elk: deze aantallen mag u niet "
    "optellen."
)


def _deel(label: str, definitie: str) -> Measure:
    return Measure(label, "%", "aandeel", definitie, BERICHTEN)


def _stuks(label: str, definitie: str) -> Measure:
    return Measure(label, "toewijzingen", "aantal", definitie, BERICHTEN)


_EINDE: Final = (
    "Unieke personen van wie in deze periode een toewijzing eindigde, volgens een stopbericht "
    f"(307). {_NIET_OPTELLEN}"
)
_ANDERS: Final = (
    "De rest eindigde anders: overlijden, verhuizing, door de gemeente, andere aanbieder, ander "
    "domein of een wijzigingsverzoek."
)

_ERVARING: Final = "eigen bestand clientervaring"

RESULTATEN: Final[dict[str, Measure]] = {
    "resultaten/afloop.clienten": _personen("Cliënten", _EINDE),
    "resultaten/verloop.clienten": _personen("Cliënten", _EINDE),
    "resultaten/afloop.toewijzingen": _stuks(
        "Geëindigd",
        "Toewijzingen die in deze periode eindigden, volgens een stopbericht (307). Een "
        "onderbreking (reden 20) is geen einde, en zorg die daarna weer begon ook niet.",
    ),
    "resultaten/verloop.toewijzingen": _stuks(
        "Geëindigd",
        "Toewijzingen die in dit kwartaal eindigden, volgens een stopbericht (307). Een "
        "onderbreking (reden 20) is geen einde, en zorg die daarna weer begon ook niet.",
    ),
    "volgens_plan": _stuks(
        "Volgens plan", "Geëindigd met reden 31 (Jeugdwet) of 19 (Wmo): volgens plan."
    ),
    "aandeel_plan": _deel(
        "Deel volgens plan",
        f"Volgens plan geëindigd, gedeeld door alles wat eindigde, in hele procenten. {_ANDERS}",
    ),
    "resultaten/afloop.voortijdig": _stuks(
        "Voortijdig", "Geëindigd met reden 32 tot en met 35 (Jeugdwet) of 21 tot en met 23 (Wmo)."
    ),
    "resultaten/verloop.voortijdig": _stuks(
        "Voortijdig", "Geëindigd met reden 32 tot en met 35 (Jeugdwet) of 21 tot en met 23 (Wmo)."
    ),
    "aandeel_voortijdig": _deel(
        "Deel voortijdig",
        f"Voortijdig geëindigd, gedeeld door alles wat eindigde, in hele procenten. {_ANDERS}",
    ),
    "resultaten/afloop.voorlopig": _stuks(
        "Voorlopig",
        "Geëindigd in de laatste dertig dagen: berichten hierover kunnen nog komen of veranderen.",
    ),
    "zes": _personen(
        "6 maanden gevolgd",
        "Personen die na een toewijzing geen zorg meer hadden, zes maanden geleden of langer. Wie "
        "overleed telt niet mee.",
    ),
    "zonder_zes": _personen(
        "Zonder nieuwe zorg, 6 maanden", "Van hen: wie binnen zes maanden geen nieuwe zorg kreeg."
    ),
    "terug_zes": _personen(
        "Terug binnen 6 maanden",
        "Van hen: wie binnen zes maanden weer zorg kreeg, na meer dan 30 dagen zonder. Wie in deze "
        "periode één keer terugkwam, telt als terug.",
    ),
    "aandeel_zes": _deel(
        "Deel zonder nieuwe zorg, 6 maanden",
        "Wie binnen zes maanden geen nieuwe zorg kreeg, gedeeld door wie zo lang te volgen is.",
    ),
    "twaalf": _personen(
        "12 maanden gevolgd",
        "Personen die na een toewijzing geen zorg meer hadden, twaalf maanden geleden of langer. "
        "Wie overleed telt niet mee.",
    ),
    "zonder_twaalf": _personen(
        "Zonder nieuwe zorg, 12 maanden",
        "Van hen: wie binnen twaalf maanden geen nieuwe zorg kreeg.",
    ),
    "terug_twaalf": _personen(
        "Terug binnen 12 maanden",
        "Van hen: wie binnen twaalf maanden weer zorg kreeg, na meer dan 30 dagen zonder.",
    ),
    "aandeel_twaalf": _deel(
        "Deel zonder nieuwe zorg, 12 maanden",
        "Wie binnen twaalf maanden geen nieuwe zorg kreeg, gedeeld door wie zo lang te volgen is.",
    ),
    "resultaten/vervolg.clienten": _personen(
        "Cliënten",
        "Unieke personen van wie een toewijzing eindigde, zes maanden geleden of langer. Wie "
        f"overleed telt niet mee. {_NIET_OPTELLEN}",
    ),
    "opnieuw": _personen(
        "Nieuwe toewijzing",
        "Van hen: wie binnen zes maanden een nieuwe toewijzing kreeg, waarvoor en bij wie ook.",
    ),
    "aandeel_opnieuw": _deel(
        "Deel nieuwe toewijzing",
        "Wie binnen zes maanden een nieuwe toewijzing kreeg, gedeeld door wie zo lang te volgen "
        "is.",
    ),
    "vervolgd": _personen(
        "Kon lichter",
        "Van hen: wie uit een laag van de regenboog komt waarvoor nog een lichtere laag met "
        "toewijzingen ligt.",
    ),
    "lichter": _personen(
        "Lichter", "Van hen: van wie elke volgende toewijzing in een lichtere laag valt."
    ),
    "aandeel_lichter": _deel(
        "Deel lichter",
        "Wie lichter verderging, gedeeld door wie verderging en lichter kon gaan.",
    ),
    "antwoorden": Measure(
        "Antwoorden",
        "antwoorden",
        "aantal",
        "Hoeveel cliënten deze vraag beantwoordden. Noemt het bestand alleen aanbieders, dan is "
        "dit hun som: wie bij twee aanbieders zorg heeft, kan twee keer hebben geantwoord.",
        _ERVARING,
    ),
    "positief": Measure(
        "Positief", "antwoorden", "aantal", "Hoeveel van hen positief antwoordden.", _ERVARING
    ),
    "resultaten/ervaring.aandeel": Measure(
        "Deel positief",
        "%",
        "aandeel",
        "Wie positief antwoordde, gedeeld door wie antwoordde.",
        _ERVARING,
    ),
    "score": Measure(
        "Cijfer",
        "van 1 tot en met 10",
        "aantal",
        "Het gemiddelde cijfer, op tienden. Van meer aanbieders: naar hoeveel er antwoordden.",
        _ERVARING,
    ),
}
