"""Every sum of lines equals plain Python to the cent, in any selection: on Uitgaven, Regels,
Berichten and Aanbieders.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.queries import aanbieders, berichten, regels, uitgaven
from sdash.sql import Query
from tests.properties import lijnen
from tests.properties.lijnen import (
    CHOICES,
    STATUSSEN,
    Lijn,
    by,
    calculated,
    cents,
    names_of,
    som,
    sums,
    within,
)
from tests.warehouse.boek import Boek, boek_in_a_folder

pytestmark = pytest.mark.slow

SOME = settings(max_examples=max(4, settings().max_examples * 3 // 10))


@pytest.fixture(scope="module")
def boek() -> Iterator[Boek]:
    with boek_in_a_folder() as boek:
        yield boek


@SOME
@given(
    said=lijnen.berichten(),
    choices=st.lists(st.fixed_dictionaries(CHOICES), min_size=2, max_size=2),
)
def test_every_sum_of_lines_equals_the_independent_calculation(
    boek: Boek, said: list[bytes], choices: list[dict[str, Any]]
) -> None:
    boek.empty()
    boek.deliver(*said)
    lines = [*calculated(said)]

    for chosen in choices:
        uitgaven_add_up(boek, lines, chosen)
        regels_add_up(boek, lines, chosen)
        berichten_add_up(boek, lines, chosen)
        aanbieders_add_up(boek, lines, chosen)


def uitgaven_add_up(boek: Boek, lines: list[Lijn], chosen: dict[str, Any]) -> None:
    mine = within(lines, chosen, "jaar", "wet", "domein", "product", "aanbieder")

    for query, names in (
        (uitgaven.verloop, ("maand", "wet")),
        (uitgaven.per_product, ("wet", "categorie")),
        (uitgaven.per_aanbieder, ("aanbieder",)),
        (uitgaven.per_wijk, ("wijk_code",)),
    ):
        rows = {
            names_of(row, names): som(
                row.clienten, row.ingediend, row.toegekend, row.in_behandeling
            )
            for row in asked(boek, query, chosen)
        }
        assert rows == sums(mine, by(*names))
    velden = {
        (str(row.wet), row.taakveld): som(row.clienten, row.ingediend)
        for row in asked(boek, uitgaven.per_taakveld, chosen)
    }
    by_veld = sums(mine, by("wet", "domein"))
    assert velden == {key: found[:2] for key, found in by_veld.items()}


def regels_add_up(boek: Boek, lines: list[Lijn], chosen: dict[str, Any]) -> None:
    for status in STATUSSEN:
        of_status = {**chosen, "status": status}
        saldo = [one.regel.saldo for one in within(lines, of_status, *CHOICES)]
        (total,) = asked(boek, regels.som, of_status)
        assert (total.regels, cents(total.bedrag)) == (len(saldo), sum(saldo))
        assert total.ingediend is None if chosen["zoek"] else cents(total.ingediend) == sum(saldo)
    mine = within(lines, chosen, *CHOICES)

    first, second = (
        asked(boek, regels.lijst, {**chosen, "vanaf": vanaf, "aantal": aantal})
        for vanaf, aantal in ((0, 2), (2, 100))
    )

    assert sorted(
        (str(row.wet), row.aanbieder, row.referentienummer, cents(row.bedrag), row.status)
        for row in (*first, *second)
    ) == sorted((*one.sleutel, one.regel.saldo, one.status) for one in mine)
    if chosen["volgorde"] == "bedrag":
        amounts = [abs(row.bedrag) for row in (*first, *second)]
        assert amounts == sorted(amounts, reverse=True)


def berichten_add_up(boek: Boek, lines: list[Lijn], chosen: dict[str, Any]) -> None:
    mine = within(lines, chosen, "jaar", "wet", "product", "aanbieder")
    rejected = [one for one in mine if one.status == "afgewezen"]
    nothing = (0, 0)

    for query, names, shown in (
        (berichten.per_maand, ("maand", "wet"), mine),
        (berichten.per_aanbieder, ("aanbieder",), rejected),
    ):
        declared, refused = (sums(of, by(*names)) for of in (mine, rejected))
        assert {
            names_of(row, names): (cents(row.ingediend), cents(row.afgewezen))
            for row in asked(boek, query, chosen)
        } == {
            key: (declared[key][1], refused.get(key, nothing)[1]) for key in sums(shown, by(*names))
        }
    by_code: dict[tuple[str, str], tuple[int, int]] = {}
    for one in mine:
        for code in one.codes:
            key = (code, one.regel.bron.wet)
            count, saldo = by_code.get(key, (0, 0))
            by_code[key] = (count + 1, saldo + one.regel.saldo)
    assert by_code == {
        (row.code, str(row.wet)): (row.regels, cents(row.bedrag))
        for row in asked(boek, berichten.afgekeurd, chosen)
    }


def aanbieders_add_up(boek: Boek, lines: list[Lijn], chosen: dict[str, Any]) -> None:
    of_year = within(lines, chosen, "jaar", "wet")
    spread: dict[str, list[int]] = {}
    for (wet, _), (_, ingediend, *_) in sums(of_year, by("wet", "aanbieder")).items():
        if ingediend > 0:
            spread.setdefault(wet, []).append(ingediend)
    assert {wet: (len(parts), sum(parts)) for wet, parts in spread.items()} == {
        str(row.wet): (row.aanbieders, cents(row.ingediend))
        for row in asked(boek, aanbieders.concentratie, chosen)
    }
    products: dict[tuple[str, ...], tuple[int, int]] = {}
    for one in within(lines, chosen, "jaar", "wet", "product"):
        regel = one.regel
        if one.status != "afgewezen" and regel.eenheid != "83":
            key = (regel.bron.aanbieder, regel.bron.wet, regel.product[1], regel.eenheid)
            saldo, volume = products.get(key, (0, 0))
            sign = -1 if regel.saldo < 0 else 1
            products[key] = (saldo + regel.saldo, volume + sign * regel.volume)
    charged: dict[str, int] = {}
    for (whose, *_), (saldo, volume) in products.items():
        if saldo > 0 and volume > 0:
            charged[whose] = charged.get(whose, 0) + saldo
    assert charged == {
        row.aanbieder: cents(row.ingediend) for row in asked(boek, aanbieders.kosten, chosen)
    }


def asked(boek: Boek, query: Query[Any, Any], chosen: dict[str, Any]) -> list[Any]:
    """What a controller, who sees every amount, is answered of a selection."""
    values = {name: chosen[name] for name in query.params.model_fields if name in chosen}
    answers = Answers(boek.warehouse, boek.settings)
    return answers.rows(query, query.params.model_validate(values), Rol.CONTROLLER).rows
