"""The other municipalities of the sample are as whole as the first."""

import csv
import re
import tomllib
from collections import Counter
from io import StringIO
from itertools import islice, pairwise
from pathlib import Path

import pytest

from sdash.ingest import read
from sdash.settings import INSTELLINGEN, Settings
from sdash.simulate import generate
from sdash.simulate.plaats import ANDERE, VOORBEELD, Plaats, plaats
from sdash.simulate.stroom import LAATSTE_MAAND
from sdash.simulate.voorbeeld import begroting, bestanden

GEHEIM = "9999XX"
"""What stands where an address is kept secret."""
TEN_PLUS_FIVE = {"wijkteam": 10, "jeugdteam": 5}


@pytest.fixture(scope="module", params=ANDERE)
def waar(request: pytest.FixtureRequest) -> Plaats:
    return plaats(request.param)


@pytest.fixture
def settings(waar: Plaats, tmp_path: Path) -> Settings:
    values = tomllib.loads((waar.map / INSTELLINGEN).read_text("utf-8"))
    return Settings.model_validate({**values, "data": tmp_path, "sleutel": b"x" * 32})


def rows(content: bytes) -> list[dict[str, str]]:
    return [*csv.DictReader(StringIO(content.decode()), delimiter=";")]


def test_its_settings_name_it_and_keep_every_product_of_the_regenboog(
    waar: Plaats, settings: Settings
) -> None:
    first = Settings(data=settings.data)

    assert (settings.gemeente, settings.gemeente_naam) == (waar.code, waar.naam)
    assert [set(laag.categorieen) for laag in settings.regenboog] == [
        set(laag.categorieen) for laag in first.regenboog
    ]


def test_every_wijk_has_a_postcode_a_team_of_today_and_a_place_on_the_map(waar: Plaats) -> None:
    wijken = {r["regio_code"] for r in waar.rijen("kerncijfers") if r["regio_soort"] == "wijk"}

    assert {wijk for _, wijk in waar.postcodes()} == wijken
    assert sorted(r["wijk_code"] for r in waar.rijen("teams")) == sorted(wijken)
    assert {r["regio_code"] for r in waar.rijen("kaart")} == wijken
    assert {r["team"] for r in waar.rijen("teams")} == {*waar.fte}


def test_wijken_on_the_map_touch_without_overlapping(waar: Plaats) -> None:
    corners: dict[str, list[tuple[str, str]]] = {}
    for row in waar.rijen("kaart"):
        corners.setdefault(row["regio_code"], []).append((row["x"], row["y"]))
    sides = Counter(
        frozenset(side) for ring in corners.values() for side in pairwise([*ring, ring[0]])
    )

    assert max(sides.values()) == 2
    assert list(sides.values()).count(2) > len(corners)


def test_every_file_is_accepted_without_a_refused_row(waar: Plaats, settings: Settings) -> None:
    files = bestanden(waar, 1, 3, LAATSTE_MAAND)
    refused = {}
    for name, content in files.items():
        (settings.data / name).write_bytes(content)
        if why := read(settings.data / name, settings).redenen:
            refused[name] = why[:3]

    assert refused == {}
    assert {*files} == {*bestanden(plaats(), 1, 3, LAATSTE_MAAND)}


def test_messages_are_of_the_municipality_and_of_its_postcodes(waar: Plaats) -> None:
    messages = [m.inhoud.decode() for m in islice(generate(1, 60, 1, waar=waar), 40)]
    codes = {code for m in messages for code in re.findall(r"[>]([0-9]{4})<", m)}
    postcodes = {code for m in messages for code in re.findall(r"Postcode>(\w{6})<", m)} - {GEHEIM}

    assert waar.code in codes
    assert VOORBEELD not in codes
    assert postcodes
    assert postcodes <= {code for code, _ in waar.postcodes()}


def test_the_budget_that_follows_from_iv3_is_the_one_that_was_written_down() -> None:
    def amounts(content: bytes) -> dict[tuple[str, ...], tuple[str, str]]:
        return {
            (r["jaar"], r["stand"], r["taakveld"], r["vastgesteld_op"], r["fictief"]): (
                r["lasten"],
                r["baten"],
            )
            for r in rows(content)
            if (r["lasten"], r["baten"]) != ("0", "0")
        }

    written = (plaats().map / "begroting.csv").read_bytes()

    assert amounts(begroting("Borger-Odoorn")) == amounts(written)


def test_zaanstad_has_ten_wijkteams_and_five_jeugdteams() -> None:
    teams = {(r["team_soort"], r["team"]) for r in plaats("0479").rijen("wijkteams")}

    assert Counter(soort for soort, _ in teams) == TEN_PLUS_FIVE
