"""A retracted delivery is out of all figures, with its reason, and nothing is thrown away."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pydantic import ValidationError

from sdash.contracts.berichten import CONTRACTS
from sdash.ingest.intrekking import intrekking
from sdash.warehouse import RetractionRefused
from sdash.warehouse.intrekken import take_out
from tests.warehouse.boek import MART, NOON, Boek
from tests.warehouse.test_regel import GIVEN, LINE, declared
from tests.warehouse.test_regel import given as toegewezen

AANBIEDERS = "agb_code;naam\n42420001;Zorg\n"
FIGURES = [name for name in MART if name != "bron"]
LATER = NOON + timedelta(hours=1)


def test_the_figures_are_those_without_the_delivery(boek: Boek) -> None:
    boek.deliver(toegewezen(GIVEN))
    before = boek.tables(*FIGURES)
    boek.deliver(declared(LINE), AANBIEDERS)

    boek.retract(2)
    boek.retract(3)

    assert boek.tables(*FIGURES) == before


def test_its_records_are_kept_apart_and_only_there(boek: Boek) -> None:
    boek.deliver(toegewezen(GIVEN), declared(LINE))
    before = boek.tables("prestatie", "declaratie_kop")

    boek.retract(2)

    moved = boek.tables("ingetrokken.prestatie", "ingetrokken.declaratie_kop")
    assert [*moved.values()] == [*before.values()]
    assert boek.tables("prestatie", "declaratie_kop") == {"prestatie": [], "declaratie_kop": []}
    assert boek.ask("SELECT count(*) FROM toewijzing_versie") == [(1,)]


def test_it_is_a_delivery_of_its_own_that_says_why(boek: Boek) -> None:
    boek.deliver(declared(LINE))

    boek.retract(1, LATER, "stond er twee keer in")

    assert boek.warehouse.version == 2
    assert boek.ask("SELECT levering_nr, levering, reden FROM intrekking") == [
        (2, 1, "stond er twee keer in")
    ]
    assert boek.ask("SELECT soort, gelezen, geaccepteerd FROM levering ORDER BY levering_nr") == [
        ("JW323", 1, 1),
        ("intrekking", 1, 1),
    ]


def test_what_was_retracted_may_be_delivered_again(boek: Boek) -> None:
    boek.deliver(toegewezen(GIVEN))
    boek.deliver(declared(LINE))
    before = boek.ask("SELECT * EXCLUDE (levering_nr) FROM regel")
    boek.retract(2)

    [again] = boek.deliver(declared(LINE))
    [once_more] = boek.deliver(declared(LINE))

    assert (again.geaccepteerd, once_more.geaccepteerd) == (1, 0)
    assert boek.ask("SELECT * EXCLUDE (levering_nr) FROM regel") == before


def test_the_effect_comes_once_in_whatever_order_deliveries_are_read(boek: Boek) -> None:
    boek.deliver(declared(LINE))
    boek.retract(1)
    before = boek.tables(*(f"ingetrokken.{tabel}" for tabel in CONTRACTS))

    with boek.warehouse.cursor() as cursor:
        take_out(cursor)

    assert boek.tables(*(f"ingetrokken.{tabel}" for tabel in CONTRACTS)) == before


@pytest.mark.parametrize("how", ["number", "sha256", "name"])
def test_a_delivery_is_found_by_number_hash_and_name(boek: Boek, how: str) -> None:
    boek.deliver(AANBIEDERS)
    boek.deliver(declared(LINE))
    [(sha256, bestand)] = boek.ask("SELECT sha256, bestand FROM levering WHERE levering_nr = 2")

    found = boek.warehouse.find({"number": "2", "sha256": sha256[:8], "name": bestand}[how])

    assert (found.nummer, found.geaccepteerd) == (2, 1)


def test_what_could_be_two_deliveries_is_none(boek: Boek) -> None:
    first, second = boek.reading(declared(LINE)), boek.reading(AANBIEDERS)
    boek.record([first], boek.receipt())
    boek.record([replace(second, bestand=first.bestand)], boek.receipt())

    with pytest.raises(RetractionRefused, match="noem een nummer"):
        boek.warehouse.find(f"{first.bestand}")


def test_the_one_that_still_counts_is_meant(boek: Boek) -> None:
    boek.deliver(declared(LINE))
    [(sha256,)] = boek.ask("SELECT sha256 FROM levering")
    boek.retract(1)
    boek.deliver(declared(LINE))

    assert boek.warehouse.find(sha256).nummer == 3


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("9", "Onbekende levering"),
        ("abcdef", "Onbekende levering"),
        ("999900006.xml", r"\*\*\*\*\*\*\*\*\*"),
        ("1", "al ingetrokken"),
        ("2", "zelf een intrekking"),
        ("3", "niets aangenomen"),
    ],
)
def test_what_cannot_be_retracted_says_why(boek: Boek, asked: str, why: str) -> None:
    boek.deliver(declared(LINE))
    boek.retract(1)
    boek.deliver("geen bestand")

    with pytest.raises(RetractionRefused, match=why):
        boek.warehouse.find(asked)


@pytest.mark.parametrize("reden", ["", "ab", "BSN 999900006", "123 456 789", "a\nb", "x" * 201])
def test_a_reason_that_may_not_be_kept_is_refused(reden: str) -> None:
    with pytest.raises(ValidationError):
        intrekking(1, reden)
