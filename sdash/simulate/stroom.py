"""The stream of messages of one municipality: its past, and how it goes on from there."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import dropwhile, groupby, takewhile
from random import Random
from typing import Final

from sdash.simulate.catalogus import CLIENTEN
from sdash.simulate.declareren import Declareren
from sdash.simulate.instroom import Instroom
from sdash.simulate.kalender import laatste_dag, maand_van, plus_maanden
from sdash.simulate.plaats import Plaats, plaats
from sdash.simulate.post import Bericht, Post
from sdash.simulate.trajecten import Trajecten
from sdash.simulate.verloop import Verloop

LAATSTE_MAAND: Final = date(2026, 10, 1)
NAGEKOMEN: Final = timedelta(days=20)
"""How long after the last month messages about it still belong to the past."""
CLIENTEN_ECHT: Final = sum(CLIENTEN.values())
"""Clients with running care in the real municipality."""
GELD: Final = ("323", "325")


def _stroom(  # noqa: PLR0913  (as generate)
    waar: Plaats, seed: int, clients: int, months: int, tot: date, *, errors: bool
) -> Iterator[Bericht]:
    """Messages without end, from the first month on."""
    start = plus_maanden(tot, 1 - months)
    post, zorg = Post(waar.code), Random(f"{seed}/zorg")
    trajecten = Trajecten(zorg, waar)
    verloop = Verloop(zorg, post, trajecten)
    Instroom(zorg, post, trajecten, verloop).begin(start, clients / CLIENTEN_ECHT)
    Declareren(
        Random(f"{seed}/geld"), post, trajecten, errors=errors, klein_vanaf=plus_maanden(tot, 1)
    ).begin(start)
    return post.berichten()


def _einde(tot: date) -> date:
    return laatste_dag(tot) + NAGEKOMEN


def generate(  # noqa: PLR0913  (these are the options of the command)
    seed: int,
    clients: int,
    months: int,
    tot: date | None = None,
    *,
    errors: bool = True,
    waar: Plaats | None = None,
) -> Iterator[Bericht]:
    """The messages of so many months up to and with the month of tot, in the order of sending.

    clients is how many persons have care at the same time. Messages about the last month that are
    sent more than NAGEKOMEN after it are not there yet.
    """
    laatste = maand_van(tot or LAATSTE_MAAND)
    stroom = _stroom(waar or plaats(), seed, clients, months, laatste, errors=errors)
    return takewhile(lambda bericht: bericht.dagtekening <= _einde(laatste), stroom)


def live(  # noqa: PLR0913  (as generate)
    seed: int,
    clients: int,
    months: int,
    tot: date | None = None,
    *,
    errors: bool = True,
    waar: Plaats | None = None,
) -> Iterator[Bericht]:
    """What comes after generate() with the same arguments, month after month.

    Aanbieders declare in small parts then, spread evenly among the other messages, so that whoever
    looks on sees figures move all the time.
    """
    laatste = maand_van(tot or LAATSTE_MAAND)
    stroom = _stroom(waar or plaats(), seed, clients, months, laatste, errors=errors)
    vervolg = dropwhile(lambda bericht: bericht.dagtekening <= _einde(laatste), stroom)
    for _, maand in groupby(vervolg, key=lambda b: maand_van(b.dagtekening - NAGEKOMEN)):
        yield from _gespreid(list(maand))


def _gespreid(berichten: list[Bericht]) -> list[Bericht]:
    """The messages about money evenly between the others, both in their own order."""
    geld = [b for b in berichten if b.name.split("_")[1].endswith(GELD)]
    ander = [b for b in berichten if not b.name.split("_")[1].endswith(GELD)]
    plaats = {
        bericht.name: (nr + 0.5) / len(groep)
        for groep in (geld, ander)
        for nr, bericht in enumerate(groep)
    }
    return sorted(berichten, key=lambda bericht: plaats[bericht.name])
