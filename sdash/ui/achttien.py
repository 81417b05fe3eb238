"""Who turns 18 in words: which months are meant, the first answer, and how to read it."""

from datetime import date
from typing import Final, TypeVar

from sdash import format as fmt
from sdash.queries import achttien
from sdash.sql import Query, Row
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import TE_WEINIG, Kop
from sdash.ui.opties import half_a_year_after

R = TypeVar("R", bound=Row)

BRON: Final = "toewijzingen, start en stop (301, 305, 307); uitkeringen"
BUITEN: Final = (
    (
        "Waar woont wie in een pleeggezin of instelling 18 wordt, de dag erna? Is dat met de "
        "jongere zelf besproken?"
    ),
    (
        "Ligt er voor iedereen die binnen zes maanden 18 wordt een plan voor wonen, inkomen, "
        "school en zorg?"
    ),
    "Wie belt een half jaar later nog eens op bij wie nu geen hulp meer heeft?",
)
MEER_JAREN: Final = (
    "In één jaar worden hier weinig jongeren 18. Kies boven aan de bladzijde jaren samen: dan is "
    "er meer te laten zien."
)
_LEZEN: Final = (
    (
        "Iedere jongere staat bij elke leeftijd één keer. Wie meer heeft, staat bij het eerste "
        "van: beschermd wonen, jeugdhulp, Wmo, Participatiewet."
    ),
    (
        "Van een geboortedatum bewaart sdash jaar en maand. Een leeftijd telt daarom vanaf de "
        "eerste dag van de maand erna."
    ),
    "Wie pas na zijn 17½ jeugdhulp kreeg, telt niet mee.",
    (
        "Geen hulp is: geen jeugdhulp, Wmo of uitkering van de gemeente. Zorg uit de "
        "Zorgverzekeringswet en de Wet langdurige zorg kent de gemeente niet."
    ),
)


def vraag(keuze: Keuze, query: Query[achttien.Lichting, R]) -> Vraag[achttien.Lichting, R]:
    """A query about those who turn 18 in the years that are chosen."""
    van, _, tot = keuze.codes["lichting"].partition("-")
    first = max(date(int(van), 1, 1), half_a_year_after(keuze.vanaf))
    last = date(int(tot or van), 12, 1)
    return keuze(query, van=first, tot=last, peildatum=keuze.today)


def zin(kern: achttien.Kern, lichting: str) -> str:
    """How many of them still had youth care when they turned 18, in one sentence."""
    if not kern.clienten:
        few = fmt.HIDDEN if kern.clienten is None else "niemand had jeugdhulp op zijn 17½"
        return f"{lichting}: {few}."
    whole = f"{fmt.number(kern.clienten)} jongeren met jeugdhulp op hun 17½"
    if kern.verlengd is None or not kern.bereikt:
        return f"{lichting}: {whole}."
    part = f"{fmt.number(kern.verlengd)} van {fmt.number(kern.bereikt)}"
    return f"{lichting}: {whole}; van wie nu 18 is, had {part} ook daarna nog jeugdhulp."


def koppen(kern: achttien.Kern) -> list[tuple[str, Kop]]:
    """How many they are, who still had care and who had not, and who turns 18 soon in care."""
    return [
        ("Jongeren met jeugdhulp op hun 17½", _counted(kern.clienten, _reached(kern))),
        ("Op hun 18e nog jeugdhulp", _part(kern.verlengd, kern.bereikt)),
        ("Op hun 18e niet meer", _part(kern.anders, kern.bereikt)),
        ("Wonen in jeugdhulp, 18 binnen zes maanden", _counted(kern.verblijf, "van nu af")),
    ]


def lezen(kern: achttien.Kern) -> list[str]:
    """How to read the flows, from when on uitkeringen are known, and how more can be shown."""
    vanaf = kern.uitkering_vanaf
    if vanaf is None:
        known = "Er is geen bestand met uitkeringen: wie er een heeft, staat bij geen hulp."
    else:
        known = (
            f"Uitkeringen zijn bekend van wie er in {fmt.month_name(vanaf)} {vanaf.year} of later "
            "een had; wie er eerder mee stopte, staat bij geen hulp."
        )
    more = [MEER_JAREN] if kern.verlengd is None else []
    return [*more, *_LEZEN, known]


def _reached(kern: achttien.Kern) -> str:
    if kern.later is None or kern.bereikt is None:
        return ""
    return f"van wie {fmt.number(kern.later)} nog 18 worden" if kern.later else "allen nu 18"


def _counted(count: int | None, base: str) -> Kop:
    return TE_WEINIG if count is None else Kop(fmt.number(count), basis=base)


def _part(count: int | None, whole: int | None) -> Kop:
    if count is None or whole is None:
        return TE_WEINIG
    share = fmt.percent(count / whole) if whole else ""
    return Kop(fmt.number(count), share, "van wie nu 18 is")
