"""The money model equals plain Python to the cent, whatever comes late, twice, or is taken back."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings

from sdash.answers import Answers
from sdash.domain import ONBEKEND, Rol
from sdash.queries import geld
from sdash.sql import Query, Row
from tests.oracle.boeken import Boeken, Key, Post
from tests.oracle.strategies import JAREN
from tests.properties.boeken import Leveringen, leveringen
from tests.warehouse.boek import NOON, Boek, boek_in_a_folder

pytestmark = pytest.mark.slow

R = TypeVar("R", bound=Row)
ALL = settings().max_examples
SOME = settings(max_examples=max(4, ALL * 3 // 10))
FEW = settings(max_examples=max(4, ALL // 12))
LATER = NOON + timedelta(days=3)
Bedragen = dict[tuple[Any, ...], tuple[int | None, ...]]
"""Cents by year, wet, and taakveld or whether it is opvang."""


@pytest.fixture(scope="module")
def boek() -> Iterator[Boek]:
    with boek_in_a_folder() as boek:
        yield boek


@SOME
@given(said=leveringen())
def test_every_amount_on_geld_equals_the_independent_calculation(
    boek: Boek, said: Leveringen
) -> None:
    deliver(boek, said)

    assert per_taakveld(boek) == of_taakvelden(said.blijvend)
    assert lasten_baten(boek) == of_budgets(said.blijvend)
    assert per_deel(boek) == of_parts(said.blijvend)
    assert buiten(boek) == {
        key: (one.begroot, one.buiten)
        for key, one in posten(said.blijvend)
        if one.buiten is not None
    }


@FEW
@given(said=leveringen())
def test_a_past_moment_knows_what_came_before_it_and_a_rebuild_changes_no_amount(
    boek: Boek, said: Leveringen
) -> None:
    deliver(boek, said)

    boek.warehouse.rebuild()

    assert per_taakveld(boek) == of_taakvelden(said.blijvend)
    assert lasten_baten(boek) == of_budgets(said.blijvend)
    assert per_taakveld(boek, NOON) == of_taakvelden(said.eerst)
    assert lasten_baten(boek, NOON) == of_budgets(said.eerst)


def deliver(boek: Boek, said: Leveringen) -> None:
    boek.empty()
    boek.deliver(*said.eerst)
    boek.deliver(*said.later, op=LATER)
    if said.weg:
        which = f"sha256 = '{sha256(said.weg).hexdigest()}' AND geaccepteerd > 0"
        for (number,) in boek.ask(f"SELECT levering_nr FROM levering WHERE {which}"):  # noqa: S608
            boek.retract(number, LATER)


def asked(boek: Boek, query: Query[Any, R], per: datetime | None) -> Iterator[tuple[int, R]]:
    """What a controller, who sees every amount, is answered."""
    answers = Answers(boek.warehouse, boek.settings)
    for jaar in JAREN:
        for row in answers.rows(query, geld.Jaar(jaar=jaar), Rol.CONTROLLER, per).rows:
            yield jaar, row


def per_taakveld(boek: Boek, per: datetime | None = None) -> Bedragen:
    return {
        (jaar, row.wet, row.taakveld): cents(
            row.begroot, row.toegekend, row.in_behandeling, row.buiten, row.verplicht, row.vrij
        )
        for jaar, row in asked(boek, geld.per_taakveld, per)
    }


def of_taakvelden(files: Sequence[bytes]) -> Bedragen:
    return {
        key: (
            one.begroot,
            one.toegekend,
            one.in_behandeling,
            one.buiten,
            one.verplicht,
            less(one.begroot, one.kosten),
        )
        for key, one in posten(files)
        if (one.begroot, one.kosten) != (None, None)
    }


def lasten_baten(boek: Boek, per: datetime | None = None) -> Bedragen:
    return {
        (jaar, row.wet, row.taakveld): cents(
            row.begroot_primitief,
            row.begroot,
            row.begroot_wijziging,
            row.begroot_baten,
            row.rekening,
            row.saldo,
            row.baten,
            row.betaald,
        )
        for jaar, row in asked(boek, geld.lasten_baten, per)
    }


def of_budgets(files: Sequence[bytes]) -> Bedragen:
    return {
        key: (
            one.primitief,
            one.begroot,
            less(one.begroot, one.primitief),
            one.begroot_baten,
            one.rekening,
            less(one.begroot, one.rekening),
            one.baten,
            one.betaald,
        )
        for key, one in posten(files)
        if {one.begroot, one.rekening, one.baten, one.betaald} != {None}
    }


def per_deel(boek: Boek) -> Bedragen:
    return {
        (jaar, row.wet, row.opvang): cents(
            row.begroot, row.begroot_stil, row.toegekend, row.buiten, row.verplicht, row.vrij
        )
        for jaar, row in asked(boek, geld.per_deel, None)
    }


def buiten(boek: Boek) -> Bedragen:
    return {
        (jaar, row.wet, row.taakveld): cents(row.begroot, row.buiten)
        for jaar, row in asked(boek, geld.buiten, None)
        if row.buiten is not None
    }


def of_parts(files: Sequence[bytes]) -> Bedragen:
    """What is silent is the budget of taakvelden of which nothing says what they cost, unless most
    of what is known is on no known taakveld.
    """
    parts: dict[tuple[Any, ...], Post] = {}
    silent: dict[tuple[Any, ...], Post] = {}
    unknown: dict[tuple[Any, ...], Post] = {}
    for (jaar, wet, veld), one in posten(files):
        if (one.begroot, one.kosten) == (None, None):
            continue
        key = (jaar, wet, veld.startswith("6.81"))
        parts[key] = parts.get(key, Post()) + one
        if one.kosten is None:
            silent[key] = silent.get(key, Post()) + one
        if veld == ONBEKEND:
            unknown[key] = unknown.get(key, Post()) + one
    found: Bedragen = {}
    for key, one in parts.items():
        is_told = 2 * (unknown.get(key, Post()).kosten or 0) <= (one.kosten or 0)
        stil = silent.get(key, Post()).begroot if is_told else None
        left = less(one.begroot, one.kosten)
        vrij = less(left, stil or 0)
        found[key] = (one.begroot, stil, one.toegekend, one.buiten, one.verplicht, vrij)
    return found


def posten(files: Sequence[bytes]) -> Iterator[tuple[tuple[int, str | None, str], Post]]:
    for jaar in JAREN:
        found: dict[Key, Post] = Boeken(files).posten(jaar)
        for (wet, veld), one in found.items():
            yield (jaar, wet, veld), one


def cents(*amounts: Decimal | None) -> tuple[int | None, ...]:
    return tuple(None if amount is None else int(amount * 100) for amount in amounts)


def less(whole: int | None, part: int | None) -> int | None:
    return None if whole is None or part is None else whole - part
