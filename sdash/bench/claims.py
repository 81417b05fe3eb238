"""All claims by name: each is the module of that name, and is loaded only when it is measured."""

from importlib import import_module
from typing import Final, Protocol, cast

from sdash.bench.keuze import Keuze
from sdash.bench.meting import Meting

CLAIMS: Final = (
    *("lezen", "levering", "vragen", "naast", "opnieuw"),
    *("paginas", "scherm", "druk", "geheugen"),
)
"""In the order of the report."""
BY_HAND: Final = ("buiten", "crash", "fuzz", "prognose")
"""What needs more than sdash and its lock install, or is not about speed; not in `alles`."""
ALLES: Final = "alles"


class Claim(Protocol):
    """What the module of a claim has."""

    VRAAG: str
    """One Dutch sentence: what is claimed."""

    def meet(self, keuze: Keuze) -> list[Meting]: ...


def claim(naam: str) -> Claim:
    """The claim of this name."""
    return cast("Claim", import_module(f"sdash.bench.{naam}"))
