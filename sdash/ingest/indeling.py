"""Which column of a file is which of ours: by the header itself, or by a koppeling."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

from sdash.contracts.base import Contract, field_names
from sdash.contracts.bestanden import BESTANDEN, contract_of, required
from sdash.contracts.velden import kolomnaam
from sdash.ingest.cellen import Cel, Rij, is_empty
from sdash.ingest.koppeling import Koppeling
from sdash.ingest.reading import Unreadable

HEADER_WITHIN: Final = 20
"""Among how many rows the header is looked for; exports have titles above it."""

UNKNOWN: Final = "Dit is geen bestand dat sdash kent."


@dataclass(frozen=True)
class Indeling:
    """The contract of a table, and of each of its columns our name; None for what is not kept."""

    contract: type[Contract]
    kolommen: tuple[str | None, ...]
    koppeling: Koppeling | None = None

    def place(self, line: int, name: str) -> str:
        """Where a cell stands, in words of the one who made the file."""
        theirs = self.koppeling.kolommen.get(name, name) if self.koppeling else name
        return f'regel {line}, kolom "{theirs}"'


class Kop(NamedTuple):
    """The header of a table: which row it is, and what it says."""

    rij: int
    indeling: Indeling


def names_of(cellen: Sequence[Cel]) -> list[str]:
    """The plain names in a header, without the empty columns behind them."""
    names = [kolomnaam(cel) if isinstance(cel, str) else "" for cel in cellen]
    while names and not names[-1]:
        names.pop()
    return names


def find(rijen: Sequence[Rij], koppelingen: Sequence[Koppeling]) -> Kop | None:
    """The header among the first rows of a table; what we name ourselves goes before koppelingen.

    Raises Unreadable when two koppelingen fit equally well, and when what stands above the header
    looks like lines of the table itself, which would be lost.
    """
    headers = [names_of(cellen) for _, cellen in rijen[:HEADER_WITHIN]]
    own = (_by_contract(names) for names in headers)
    theirs = (_by_koppeling(names, koppelingen) for names in headers)
    for nr, indeling in chain(enumerate(own), enumerate(theirs)):
        if indeling is not None:
            if any(_may_be_line(cellen, len(headers[nr])) for _, cellen in rijen[:nr]):
                raise Unreadable(
                    "Boven de kop van het bestand staan regels die op gegevens lijken. Zet de kop "
                    "bovenaan, of haal weg wat erboven staat."
                )
            return Kop(nr, indeling)
    return None


def _may_be_line(cellen: Sequence[Cel], width: int) -> bool:
    """Whether a row is filled like a line of the table; a title has a cell or two."""
    filled = sum(not is_empty([cel]) for cel in cellen)
    return filled >= width or filled > max(2, width / 2)


def _by_contract(names: list[str]) -> Indeling | None:
    contract = contract_of({*names}) if len({*names}) == len(names) else None
    return Indeling(contract, tuple(names)) if contract else None


def _by_koppeling(names: list[str], koppelingen: Sequence[Koppeling]) -> Indeling | None:
    fitting = [one for one in koppelingen if one.theirs.keys() <= {*names}]
    most = max((len(one.kolommen) for one in fitting), default=0)
    best = [one for one in fitting if len(one.kolommen) == most]
    if not best:
        return None
    if len(best) > 1:
        both = " en ".join(one.naam for one in best[:2])
        raise Unreadable(f"Bij dit bestand passen twee koppelingen even goed: {both}.")
    theirs = best[0].theirs
    if any(names.count(name) > 1 for name in theirs):
        raise Unreadable("In de kop van het bestand staat een kolom twee keer.")
    return Indeling(best[0].contract, tuple(theirs.get(name) for name in names), best[0])


def explain_none(rijen: Sequence[Rij]) -> str:
    """Why no row is a header, as the one says it that comes nearest."""
    headers = [names_of(cellen) for _, cellen in rijen[:HEADER_WITHIN] if not is_empty(cellen)]
    if not headers:
        return UNKNOWN
    names = max(headers, key=lambda names: max(_shared(names, one) for one in BESTANDEN))
    nearest = max(BESTANDEN, key=lambda contract: _shared(names, contract))
    if len({*names}) < len(names):
        return "In de kop van het bestand staat een kolom twee keer."
    wanted = required(nearest)
    if not len(wanted & {*names}) * 2 > len(wanted):
        return UNKNOWN
    if missing := sorted(wanted - {*names}):
        return f"Dit lijkt een bestand {nearest.soort}, maar er ontbreekt: {', '.join(missing)}."
    return f"Dit lijkt een bestand {nearest.soort}, maar er staan kolommen te veel in."


def _shared(names: Sequence[str], contract: type[Contract]) -> float:
    """How much of a contract a header has; of two that share as much, the one it fits better."""
    wanted = required(contract)
    own = len(wanted & {*names})
    return own + len(field_names(contract).keys() & {*names}) / 100 - len(wanted) / 1000
