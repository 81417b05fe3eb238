"""What is promised equals plain Python to the cent, on toewijzingen of every omvang."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import berichten as vragen
from sdash.queries import geld
from sdash.warehouse import Uitkomst
from tests.oracle.oracle import Oracle
from tests.oracle.strategies import JAREN
from tests.oracle.verplicht import Belofte, Tarief, verplicht
from tests.oracle.verzilvering import verzilvering
from tests.properties.beloften import Beloften, beloften
from tests.warehouse.boek import NOON, Boek, boek_in_a_folder

pytestmark = pytest.mark.slow

ALL = settings().max_examples
SOME = settings(max_examples=max(4, ALL * 3 // 10))
FEW = settings(max_examples=max(4, ALL // 12))
LATER = NOON + timedelta(days=3)
Beloofd = dict[tuple[int, str | None, str], Belofte]


@pytest.fixture(scope="module")
def boek() -> Iterator[Boek]:
    with boek_in_a_folder() as boek:
        yield boek


@SOME
@given(said=beloften())
def test_what_is_promised_equals_the_independent_calculation(boek: Boek, said: Beloften) -> None:
    berichten = said.berichten

    told = deliver(boek, berichten[::2], berichten[1::2], said.prijzen)

    assert {reden.code for one in told for reden in one.redenen} <= {"dubbel"}
    assert asked(boek) == calculated(berichten, said.prijzen)


@FEW
@given(said=beloften())
def test_what_was_promised_stays_known_and_a_rebuild_promises_the_same(
    boek: Boek, said: Beloften
) -> None:
    berichten = said.berichten
    deliver(boek, berichten[::2], berichten[1::2], said.prijzen)
    answered = asked(boek)

    boek.warehouse.rebuild()

    assert asked(boek) == answered
    assert asked(boek, NOON) == calculated(berichten[::2], said.prijzen[:1])


@settings(max_examples=max(4, ALL // 6))
@given(said=beloften())
def test_what_was_granted_of_what_was_assigned_equals_the_independent_calculation(
    boek: Boek, said: Beloften
) -> None:
    berichten = said.berichten
    deliver(boek, berichten[::2], berichten[1::2], ())
    oracle = Oracle()
    for nr, inhoud in enumerate(berichten):
        oracle.read(f"{nr}", inhoud)
    answers = Answers(boek.warehouse, boek.settings)

    for jaar in JAREN:
        params = vragen.Rijp(jaar=jaar, peildatum=date(2026, 12, 31))
        rows = answers.rows(vragen.verzilvering, params, Rol.CONTROLLER).rows
        expected = verzilvering(oracle, jaar, date(2026, 9, 30))
        assert {
            (str(row.wet), row.categorie, row.aanbieder, row.eenheid): row.geleverd for row in rows
        } == {key: granted for key, (_, granted) in expected.items()}
        for row in rows:
            assigned, granted = expected[str(row.wet), row.categorie, row.aanbieder, row.eenheid]
            assert row.verzilvering == pytest.approx(float(granted / assigned), rel=1e-4)


def deliver(
    boek: Boek, first: Sequence[bytes], rest: Sequence[bytes], prijzen: Sequence[Sequence[Tarief]]
) -> list[Uitkomst]:
    """Two batches on two days, each with a file of prices."""
    boek.empty()
    told = boek.deliver(*first, *map(file_of, prijzen[:1]))
    return told + boek.deliver(*rest, *map(file_of, prijzen[1:]), op=LATER)


def file_of(prices: Sequence[Tarief]) -> str:
    rows = [
        f"{one.aanbieder or ''};{one.wet};{one.code};{one.eenheid};{Decimal(one.cents) / 100};"
        f"{one.van};{one.tot or ''}"
        for one in prices
    ]
    return "\n".join(["agb_code;wet;productcode;eenheid;tarief;van;tot", *rows, ""])


def asked(boek: Boek, per: datetime | None = None) -> Beloofd:
    """What a controller is answered, where anything is promised."""
    answers = Answers(boek.warehouse, boek.settings)
    rows = [
        ((jaar, row.wet and str(row.wet), row.taakveld), row)
        for jaar in JAREN
        for row in answers.rows(geld.per_taakveld, geld.Jaar(jaar=jaar), Rol.CONTROLLER, per).rows
    ]
    return _without_nothing(
        {key: Belofte(int((row.verplicht or 0) * 100), row.zonder_prijs or 0) for key, row in rows}
    )


def calculated(berichten: Sequence[bytes], prijzen: Sequence[Sequence[Tarief]]) -> Beloofd:
    """The same by the independent calculation; of two prices with one key the later file counts."""
    oracle = Oracle()
    for nr, inhoud in enumerate(berichten):
        oracle.read(f"{nr}", inhoud)
    prices = {(*one[:4], one.van): one for rows in prijzen for one in rows}
    return _without_nothing(
        {
            (jaar, *key): belofte
            for jaar in JAREN
            for key, belofte in verplicht(oracle, jaar, prices.values()).items()
        }
    )


def _without_nothing(beloofd: Beloofd) -> Beloofd:
    return {key: one for key, one in beloofd.items() if one != Belofte()}
