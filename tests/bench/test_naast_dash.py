"""Dashboards of others get the page as their users write it, and are asked as browsers ask."""

import base64
import json
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sdash.bench import Keuze, Meting, regels
from sdash.bench.buiten import DASHBOARDS, choices, or_why_not
from sdash.bench.gemeente import gemeente
from sdash.bench.naast_dash import (
    CHARTS,
    Bedragen,
    Keus,
    bedragen,
    installed,
    message,
    redraws,
)
from sdash.service.control import CommandFailed
from sdash.warehouse import Warehouse

DRAWN = ("totaal.children", *(f"{chart}.figure" for chart in CHARTS))
ALL_OF_IT: dict[str, Any] = {
    "output": f"..{'...'.join(DRAWN)}..",
    "inputs": [{"id": "jaar", "property": "value"}],
    "state": [{"id": "wet", "property": "value"}, {"id": "thema", "property": "data"}],
    "clientside_function": None,
}
IN_THE_BROWSER = {**ALL_OF_IT, "clientside_function": {"namespace": "x", "function_name": "y"}}
ONE = {**ALL_OF_IT, "output": "maand.figure"}


@pytest.mark.parametrize("naam", DASHBOARDS)
def test_the_script_of_a_dashboard_is_python(naam: str) -> None:
    compile(DASHBOARDS[naam], naam, "exec")


def test_the_browser_asks_the_server_for_all_charts_at_once() -> None:
    found = redraws([IN_THE_BROWSER, ONE, ALL_OF_IT])
    sent = message(found, Keus(2025, ("jw",)))

    assert found is ALL_OF_IT
    assert [f"{output['id']}.{output['property']}" for output in sent["outputs"]] == [*DRAWN]
    assert sent["inputs"] == [{"id": "jaar", "property": "value", "value": 2025}]
    assert [slot["value"] for slot in sent["state"]] == [["jw"], None]
    assert sent["changedPropIds"] == ["jaar.value"]


def test_a_dashboard_that_draws_in_parts_is_refused() -> None:
    with pytest.raises(CommandFailed, match="alle figuren"):
        redraws([ONE, IN_THE_BROWSER])


def test_an_answer_is_read_to_the_cent() -> None:
    packed = base64.b64encode(struct.pack("<2d", 0.29, 1234.57)).decode()
    bars = {
        "figure": {"data": [{"name": "", "x": ["a", "b"], "y": {"dtype": "f8", "bdata": packed}}]}
    }
    month = {"name": "jw", "x": ["2025-01-01T00:00:00.000000"], "y": [1234.86]}
    parts: dict[str, Any] = dict.fromkeys(CHARTS, bars) | {"maand": {"figure": {"data": [month]}}}
    parts["totaal"] = {"children": {"props": ["€ 1,234.86"]}}

    found = bedragen(json.dumps({"response": parts}).encode())

    assert found["totaal"] == {(): 123486}
    assert found["maand"] == {("2025-01-01", "jw"): 123486}
    assert found["wijk_code"] == {("a",): 29, ("b",): 123457}


def test_what_is_not_installed_is_a_sentence(tmp_path: Path) -> None:
    def measured() -> Iterator[Meting]:
        yield Meting(str(installed("Dash", tmp_path)), 1, "")

    [meting] = or_why_not("Dash", measured)

    assert meting.uitleg == "Dash is niet geïnstalleerd: `make bench-naast` doet dat."


def test_what_is_expected_of_each_choice_adds_up_to_its_lines(keuze: Keuze) -> None:
    with closing(Warehouse.open(gemeente(keuze))) as warehouse:
        verwacht = choices(warehouse)
        years = regels.years(warehouse)
        cents = cents_by_year(warehouse)

    assert {keus.jaar for keus in verwacht} == {*years}
    for jaar in years:
        of_one = [sums for keus, sums in verwacht.items() if keus.jaar == jaar and keus.wet]
        [of_all] = [sums for keus, sums in verwacht.items() if keus == Keus(jaar, keus.wetten)]
        assert {added_up(of_all, chart) for chart in ("totaal", *CHARTS)} == {cents[jaar]}
        for chart in CHARTS:
            assert sum(added_up(sums, chart) for sums in of_one) == cents[jaar]


def cents_by_year(warehouse: Warehouse) -> dict[int, int]:
    asked = "SELECT year(maand), sum(bedrag)::BIGINT FROM regel GROUP BY ALL"
    with warehouse.cursor() as cursor:
        return dict(cursor.execute(asked).fetchall())


def added_up(sums: Bedragen, chart: str) -> int:
    return sum(sums[chart].values())
