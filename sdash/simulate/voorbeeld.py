"""All files of a municipality of the sample: what is published of it, and what is invented.

Those of the first one stand in the repository. Of the others only what is published stands there,
with their teams; what is invented is made when it is asked for, at their size.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from typing import Final

from sdash.simulate.casussen import casussen
from sdash.simulate.huishoudens import huishoudens
from sdash.simulate.naast import naast
from sdash.simulate.plaats import SAMPLE, VOORBEELD, Plaats, plaats
from sdash.simulate.teams import teams
from sdash.simulate.wachten import wachten

GEDEELD: Final = (
    "aanbieders", "tarieven", "iv3", "iv3_totalen", "gemeentefonds", "gemeentekenmerken",
)  # fmt: skip
FICTIEF: Final = 2026
"""Of this year no budget is published yet: it is that of the year before."""
DUIZEND: Final = 1000
_BEGROTING: Final = (
    *("jaar", "taakveld", "omschrijving", "lasten", "baten", "stand", "vastgesteld_op", "fictief"),
)


def bestanden(waar: Plaats, seed: int, months: int, tot: date) -> dict[str, bytes]:
    """The files by name; each has the name of its contract."""
    own = {path.name: path.read_bytes() for path in sorted(waar.map.glob("*.csv"))}
    if waar.code == VOORBEELD:
        return own
    return {
        **{f"{naam}.csv": (SAMPLE / f"{naam}.csv").read_bytes() for naam in GEDEELD},
        **own,
        "begroting.csv": begroting(waar.naam),
        "contracten.csv": _contracten(waar),
        "casussen.csv": casussen(seed, waar.clienten, months, tot, waar),
        **teams(seed, waar.clienten, months, tot, waar),
        **naast(seed, waar),
        **wachten(seed, waar),
        **huishoudens(seed, waar),
    }


def begroting(naam: str) -> bytes:
    """The budgets and accounts of a municipality as published (CBS, Iv3), in euros."""
    return _csv(_BEGROTING, _begroting(naam))


def _begroting(naam: str) -> Iterator[dict[str, object]]:
    woorden = {rij["taakveld"]: rij["omschrijving"] for rij in plaats().rijen("begroting")}
    for rij in plaats().rijen("iv3"):
        if rij["gemeenten"] != naam:
            continue
        jaar, is_rekening = int(rij["jaar"]), rij["stand"] == "rekening"
        post: dict[str, object] = {
            "taakveld": rij["taakveld"],
            "omschrijving": woorden.get(rij["taakveld"], rij["taakveld"]),
            "lasten": int(rij["lasten"]) * DUIZEND,
            "baten": int(rij["baten"]) * DUIZEND,
        }
        stand = {"stand": "rekening" if is_rekening else "primitief", "fictief": "nee"}
        dag = f"{jaar + 1}-07-15" if is_rekening else f"{jaar - 1}-11-15"
        yield {**post, **stand, "jaar": jaar, "vastgesteld_op": dag}
        if jaar == FICTIEF - 1 and not is_rekening:
            later = {"jaar": FICTIEF, "vastgesteld_op": f"{jaar}-11-15", "fictief": "ja"}
            yield {**post, **stand, **later}


def _contracten(waar: Plaats) -> bytes:
    """Those of the first municipality, with plafonds for as many more people as there are."""
    rijen = [*plaats().rijen("contracten")]
    for rij in rijen:
        if rij["plafond"]:
            meer = int(rij["plafond"]) * waar.clienten / plaats().clienten
            rij["plafond"] = str(round(meer, -4))
    return _csv([*rijen[0]], rijen)


def _csv(
    kop: Sequence[str], rijen: Iterable[dict[str, object]] | Iterable[dict[str, str]]
) -> bytes:
    uit = StringIO()
    schrijver = csv.DictWriter(uit, kop, delimiter=";", lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(rijen)
    return uit.getvalue().encode()
