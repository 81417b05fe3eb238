"""The rules of iJw and iWmo 3.2 that judge a record by its own message, each with its retourcode.

`DEUR` names them all, for the README: a rule puts itself on it. Rules that need other deliveries
are in the marts, which flag and never refuse; they stand in `sdash.contracts.vlaggen`.
"""

from collections.abc import Callable
from datetime import date
from typing import Final, NamedTuple, TypeVar

from sdash.contracts.base import TECHNISCH, refuse
from sdash.domain import (
    ANTWOORD_AFGEWEZEN,
    CATEGORIE,
    EENHEID_EURO,
    REDEN_BEEINDIGING,
    REDEN_WOONPLAATSBEGINSEL,
    Wet,
)

F = TypeVar("F", bound=Callable[..., object])
Why = tuple[str, str]
"""A retourcode and a Dutch sentence."""


class Regel(NamedTuple):
    """A rule: its retourcode (WJ001), where the standard states it, and what it says of whom."""

    code: str
    bron: str
    berichten: str
    wat: str


DEUR: Final[list[Regel]] = []
"""The rules at the door, in the order of this module."""


def _regel(code: str, bron: str, berichten: str) -> Callable[[F], F]:
    """Put a rule on `DEUR`, with the first line of its docstring."""

    def put(rule: F) -> F:
        DEUR.append(Regel(code, bron, berichten, (rule.__doc__ or "").partition("\n")[0]))
        return rule

    return put


@_regel("S300", "TR378", "all")
def why_not_gemeente(found: str, ours: str) -> Why | None:
    """Refuse a message of or for another gemeente."""
    return None if found == ours else ("S300", "Dit bericht is van of voor een andere gemeente")


@_regel(TECHNISCH, "elfproef", "all with a Bsn")
def why_not_person(*, passes: bool) -> Why | None:
    """Refuse the records of a Bsn that fails the eleven-test."""
    return None if passes else (TECHNISCH, "Het Bsn doorstaat de elfproef niet")


@_regel("S329", "TR381, JZ020, WMO020", "301, 305, 307, 315, 317, 323")
def check_categorie(wet: Wet, categorie: str | None) -> None:
    """Refuse a productcategorie that is not on the list of its wet."""
    if categorie is not None and categorie not in CATEGORIE[wet]:
        raise refuse("S329", "De productcategorie staat niet op de codelijst van deze wet")


@_regel(TECHNISCH, "TR018", "301, 307, 315, 317, 323")
def check_period(begin: date, eind: date | None) -> None:
    """Refuse a period that ends before it begins."""
    if eind is not None and eind < begin:
        raise refuse(TECHNISCH, "De einddatum ligt voor de begindatum")


@_regel(TECHNISCH, "schema", "301, 315, 317")
def check_omvang(volume: int | None, eenheid: str | None, frequentie: str | None) -> None:
    """Refuse an omvang of which only a part is given."""
    if len({part is None for part in (volume, eenheid, frequentie)}) > 1:
        raise refuse(TECHNISCH, "De omvang is niet volledig")


@_regel(TECHNISCH, "JZ588, WMO588", "307")
def check_reden_beeindiging(wet: Wet, reden: str) -> None:
    """Refuse a reason of ending that is not on the list of its wet."""
    if reden not in REDEN_BEEINDIGING[wet]:
        raise refuse(TECHNISCH, "De reden van beëindiging staat niet op de lijst van deze wet")


@_regel("9319", "TR319", "323")
def check_one_month(begin: date, eind: date) -> None:
    """Refuse a productperiode that is not within one calendar month."""
    if (begin.year, begin.month) != (eind.year, eind.month):
        raise refuse("9319", "De productperiode ligt niet in één kalendermaand")


@_regel("9346", "TR346", "323")
def check_amount(volume: int, tarief: int | None, eenheid: str, bedrag: int) -> None:
    """Refuse an amount other than volume times tariff, where there is a tariff and no unit euro."""
    if tarief is not None and eenheid != EENHEID_EURO and bedrag != volume * tarief:
        raise refuse("9346", "Het bedrag is niet gelijk aan volume maal tarief")


@_regel(TECHNISCH, "TR352", "317")
def why_nothing_there(wensen: set[str]) -> Why | None:
    """Refuse a verzoek om wijziging that names no product that is there already."""
    if wensen & {"ongewijzigd", "te wijzigen"}:
        return None
    return TECHNISCH, "Het verzoek noemt geen product dat er al is"


@_regel(TECHNISCH, "TR353", "317")
def why_nothing_changes(wensen: set[str]) -> Why | None:
    """Refuse a verzoek om wijziging in which nothing changes and nothing is new."""
    if wensen & {"te wijzigen", "nieuw"}:
        return None
    return TECHNISCH, "Het verzoek noemt geen product dat wijzigt of nieuw is"


@_regel(TECHNISCH, "WJ759, WJ760", "319")
def check_reden_afwijzing(antwoord: str, reden: str | None) -> None:
    """Refuse a rejection without its reason, and a reason without a rejection."""
    if (antwoord == ANTWOORD_AFGEWEZEN) != (reden is not None):
        raise refuse(TECHNISCH, "Een reden van afwijzing hoort bij een afwijzing, en alleen daar")


@_regel(TECHNISCH, "TR377, TR409", "JW319")
def check_woonplaatsbeginsel(wet: Wet, reden: str | None, gemeente: str | None) -> None:
    """Refuse a woonplaatsbeginsel without the gemeente that it points at, and the reverse.

    The iWmo message has no element for that gemeente.
    """
    if wet == Wet.WMO and gemeente is not None:
        raise refuse(TECHNISCH, "Gemeente hoort hier niet")
    if wet == Wet.JW and (reden == REDEN_WOONPLAATSBEGINSEL) != (gemeente is not None):
        raise refuse(TECHNISCH, "Woonplaatsbeginsel en de gemeente daarvan horen bij elkaar")
