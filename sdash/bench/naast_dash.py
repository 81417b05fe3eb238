"""A server of Dash or Vizro over all lines, asked as its browser asks when a filter is chosen."""

import base64
import json
import re
import struct
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sdash.bench.gemeente import ROOT
from sdash.bench.proef import PATIENCE, free_port, process
from sdash.bench.regels import GROUPS, Antwoord
from sdash.service.control import CommandFailed, CommandRefused

PLACE: Final = ROOT / ".venv-naast"
"""Where `make bench-naast` installs them: they are no part of sdash."""
CHARTS: Final = {
    "maand": "verloop",
    "categorie": "per_product",
    "aanbieder": "per_aanbieder",
    "wijk_code": "per_wijk",
}
"""Each chart, and the query of ours that adds up the same."""
_ABOUT: Final = "_dash-dependencies"
_TOTAL: Final = re.compile(r"€ (-?[\d,]+\.\d\d)")

Bedragen = dict[str, dict[tuple[str, ...], int]]
"""By chart: the eurocents of each bar; `totaal` has one."""


@dataclass(frozen=True)
class Keus:
    """What is chosen in the filters."""

    jaar: int
    wetten: tuple[str, ...]
    wet: str | None = None
    """The only one of them, as the address of our own page has it; None for all."""


@dataclass(frozen=True)
class Bord:
    """A running dashboard."""

    pid: int
    vraag: Callable[[Keus], bytes]


@contextmanager
def dashboard(naam: str, script: str, folder: Path, lines: Path) -> Iterator[Bord]:
    """The server of a script, by what it is made with; it has read all lines."""
    python = installed(naam)
    source, port = folder / f"naast_{naam.lower()}.py", free_port()
    source.write_text(script, "utf-8")
    command = [str(source), str(lines), str(port)]
    log = folder / f"{naam.lower()}.log"
    with process(command, port, log, python=str(python), begin=_ABOUT) as pid:
        url = f"http://127.0.0.1:{port}"
        call = redraws(json.loads(_fetch(f"{url}/{_ABOUT}")))
        update = f"{url}/_dash-update-component"
        yield Bord(pid, lambda keus: _fetch(update, json.dumps(message(call, keus)).encode()))


def installed(naam: str, place: Path = PLACE) -> Path:
    """The Python that has it; raise CommandRefused when there is none."""
    if not any(place.glob(f"lib/python*/site-packages/{naam.lower()}/__init__.py")):
        raise CommandRefused(f"{naam} is niet geïnstalleerd: `make bench-naast` doet dat.")
    return place / "bin" / "python"


def redraws(calls: list[dict[str, Any]]) -> dict[str, Any]:
    """The call with which a browser asks the server for all charts after a filter."""
    for call in calls:
        drawn = {output["id"] for output in _outputs(call)}
        if not call.get("clientside_function") and drawn >= {"totaal", *CHARTS}:
            return call
    raise CommandFailed("Het dashboard heeft geen vraag die alle figuren vernieuwt.")


def message(call: dict[str, Any], keus: Keus) -> dict[str, Any]:
    """What the browser sends for it."""
    values = {"jaar": keus.jaar, "wet": [*keus.wetten]}

    def filled(slots: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{**slot, "value": values.get(slot["id"])} for slot in slots]

    first = call["inputs"][0]
    return {
        "output": call["output"],
        "outputs": _outputs(call),
        "inputs": filled(call["inputs"]),
        "state": filled(call["state"]),
        "changedPropIds": [f"{first['id']}.{first['property']}"],
    }


def bedragen(answer: bytes) -> Bedragen:
    """What the charts of an answer show, to the cent."""
    parts = json.loads(answer)["response"]
    total = _TOTAL.search(json.dumps(parts["totaal"], ensure_ascii=False))
    if total is None:
        raise CommandFailed("Het dashboard gaf geen totaal.")
    found: Bedragen = {"totaal": {(): int(re.sub(r"[,.]", "", total[1]))}}
    for chart in CHARTS:
        found[chart] = {}
        for trace in parts[chart]["figure"]["data"]:
            for place, euro in zip(trace["x"], _numbers(trace["y"]), strict=True):
                key = (place[:10], trace["name"]) if chart == "maand" else (place,)
                found[chart][key] = round(euro * 100)
    return found


def expected(ours: Antwoord) -> Bedragen:
    """The same from our own answers."""
    found: Bedragen = {chart: {} for chart in CHARTS}
    for chart, query in CHARTS.items():
        width = len(GROUPS[query])
        for row in ours[query]:
            key = row[1:width] if chart == "categorie" else row[:width]
            found[chart][key] = found[chart].get(key, 0) + row[width + 1]
    found["totaal"] = {(): sum(cents for _, cents, _, _ in ours["kern"])}
    return found


def _numbers(values: Any) -> list[float]:  # noqa: ANN401  (JSON)
    """Plotly sends many numbers as the bytes of an array."""
    if isinstance(values, list):
        return values
    packed = base64.b64decode(values["bdata"])
    letter = {"f8": "d", "f4": "f", "i4": "i", "i2": "h", "i1": "b"}[values["dtype"]]
    return [*struct.unpack(f"<{len(packed) // struct.calcsize(letter)}{letter}", packed)]


def _outputs(call: dict[str, Any]) -> list[dict[str, str]]:
    pairs = (output.rsplit(".", 1) for output in call["output"].strip(".").split("..."))
    return [{"id": name, "property": what} for name, what in pairs]


def _fetch(url: str, body: bytes | None = None) -> bytes:
    request = urllib.request.Request(  # noqa: S310  (our own)
        url, body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
        return bytes(answer.read())
