"""Superset is asked for the same charts as the other dashboards, and read to the cent."""

import json
from pathlib import Path
from typing import Any

import pytest

from sdash.bench import naast_superset
from sdash.bench.naast_dash import CHARTS, Keus, installed
from sdash.service.control import CommandRefused


class Superset(naast_superset.Vrager):
    """Answers every question with the same rows, and keeps what was asked."""

    def __init__(self, rows: dict[str, list[dict[str, Any]]]) -> None:
        super().__init__("http://nergens")
        self.asked: list[dict[str, Any]] = []
        self._rows = rows

    def _post(self, path: str, body: dict[str, Any]) -> Any:  # noqa: ANN401
        assert path == "chart/data"
        self.asked.append(body["queries"][0])
        return {"result": [{"data": self._rows[" ".join(body["queries"][0]["columns"])]}]}


ROWS: dict[str, list[dict[str, Any]]] = {
    "": [{"bedrag": 1234}],
    "maand wet": [{"maand": "2025-01-01", "wet": "jw", "bedrag": 1234}],
    "categorie": [{"categorie": "45", "bedrag": 1000}, {"categorie": "48", "bedrag": 234}],
    "aanbieder": [{"aanbieder": "99000101", "bedrag": 1234}],
    "wijk_code": [{"wijk_code": "WK168100", "bedrag": 1234}],
}


def test_the_charts_are_those_of_the_other_dashboards() -> None:
    assert set(naast_superset.PARTS) == {"totaal", *CHARTS}


def test_a_choice_is_asked_of_every_chart() -> None:
    superset = Superset(ROWS)

    superset.charts(7, Keus(2025, ("jw", "wmo")))

    assert len(superset.asked) == len(naast_superset.PARTS)
    for question in superset.asked:
        said = {(part["col"], part["op"]): part["val"] for part in question["filters"]}
        assert said == {
            ("maand", ">="): "2025-01-01",
            ("maand", "<="): "2025-12-31",
            ("wet", "IN"): ["jw", "wmo"],
        }


def test_an_answer_is_read_to_the_cent() -> None:
    answer = Superset(ROWS).charts(7, Keus(2025, ("jw",)))

    assert naast_superset.bedragen(answer) == {
        "totaal": {(): 1234},
        "maand": {("2025-01-01", "jw"): 1234},
        "categorie": {("45",): 1000, ("48",): 234},
        "aanbieder": {("99000101",): 1234},
        "wijk_code": {("WK168100",): 1234},
    }
    assert json.loads(answer)


def test_without_superset_the_measurement_says_how_to_get_it(
    tmp_path: Path,
) -> None:
    with pytest.raises(CommandRefused, match="make bench-naast"):
        installed(naast_superset.NAAM, tmp_path)


def test_its_script_is_python() -> None:
    compile(naast_superset.SCRIPT, "superset", "exec")
