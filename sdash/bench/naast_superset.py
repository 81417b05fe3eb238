"""A Superset over all lines, set up and asked through its own interface, as its browser does."""

import json
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError

from sdash.bench import naast_sqlite
from sdash.bench.gemeente import ROOT
from sdash.bench.naast_dash import CHARTS, Bedragen, Bord, Keus, installed
from sdash.bench.proef import PATIENCE, free_port, process
from sdash.service.control import CommandFailed

PLACE: Final = ROOT / ".venv-superset"
"""Where `make bench-naast` installs it: it wants other versions of what the others use."""
NAAM: Final = "Superset"
BEGIN: Final = "health"
BEHEERDER: Final = "beheerder"
SUM: Final = {"expressionType": "SQL", "sqlExpression": "SUM(bedrag)", "label": "bedrag"}
MOST_ROWS: Final = 100_000

SCRIPT: Final = '''\
"""The command line of Superset, with settings for one run: nothing cached, nobody else let in."""

import os
import sys
from pathlib import Path

home = Path(__file__).parent / "superset"
home.mkdir(exist_ok=True)
settings = home / "superset_config.py"
settings.write_text(
    "SECRET_KEY = 'alleen voor deze meting'\\n"
    "PREVENT_UNSAFE_DB_CONNECTIONS = False\\n"
    "WTF_CSRF_ENABLED = False\\n"
    "TALISMAN_ENABLED = False\\n"
)
os.environ |= {"SUPERSET_HOME": str(home), "SUPERSET_CONFIG_PATH": str(settings)}

from superset.cli.main import superset

superset(sys.argv[1:])
'''


@contextmanager
def superset(folder: Path, lines: Path) -> Iterator[Bord]:
    """A running Superset that has all lines in SQLite, indexed by month, as a dataset."""
    python = str(installed(NAAM, PLACE))
    script, database, port = folder / "naast_superset.py", folder / "regels.sqlite", free_port()
    script.write_text(SCRIPT, "utf-8")
    database.unlink(missing_ok=True)
    naast_sqlite.load(lines, database)
    log = folder / "superset.log"
    word = "alleen-voor-deze-meting"
    name = ["--username", BEHEERDER, "--password", word, "--email", "geen@example.org"]
    for command in (
        ["db", "upgrade"],
        ["fab", "create-admin", *name, "--firstname", "Geen", "--lastname", "Iemand"],
        ["init"],
    ):
        _run([python, str(script), *command], log)
    run = [str(script), "run", "--port", str(port), "--with-threads"]
    with process(run, port, log, python=python, begin=BEGIN) as pid:
        asker = Vrager(f"http://127.0.0.1:{port}/api/v1")
        asker.enter(BEHEERDER, word)
        dataset = asker.dataset(database)
        yield Bord(pid, lambda keus: asker.charts(dataset, keus))


class Vrager:
    """Asks the interface of a Superset, as the one who may do everything."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._headers = {"Content-Type": "application/json"}

    def enter(self, name: str, word: str) -> None:
        """Log in."""
        who = {"username": name, "password": word, "provider": "db", "refresh": False}
        answer = self._post("security/login", who)
        self._headers["Authorization"] = f"Bearer {answer['access_token']}"

    def dataset(self, database: Path) -> int:
        """Make the lines known, and give their number."""
        made = self._post(
            "database/",
            {"database_name": "regels", "sqlalchemy_uri": f"sqlite:///{database}"},
        )
        return int(
            self._post(
                "dataset/", {"database": made["id"], "schema": "main", "table_name": "regel"}
            )["id"]
        )

    def charts(self, dataset: int, keus: Keus) -> bytes:
        """The data of all charts, each asked by itself."""
        parts = {name: self._post("chart/data", _asked(dataset, name, keus)) for name in PARTS}
        return json.dumps(parts).encode()

    def _post(self, path: str, body: dict[str, Any]) -> Any:  # noqa: ANN401  (JSON)
        request = urllib.request.Request(  # noqa: S310  (our own)
            f"{self._url}/{path}", json.dumps(body).encode(), self._headers
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                return json.loads(answer.read())
        except HTTPError as error:
            said = error.read().decode(errors="replace")
            raise CommandFailed(f"Superset weigert {path}: {said[:200]}") from None


PARTS: Final[dict[str, list[str]]] = {
    "totaal": [],
    "maand": ["maand", "wet"],
    **{chart: [chart] for chart in CHARTS if chart != "maand"},
}
"""By chart, as the other dashboards draw them: what it groups by."""


def bedragen(answer: bytes) -> Bedragen:
    """What the charts of an answer show, to the cent."""
    found: Bedragen = {}
    for name, part in json.loads(answer).items():
        rows = part["result"][0]["data"]
        found[name] = {tuple(row[key] for key in PARTS[name]): row["bedrag"] for row in rows}
    return found


def _asked(dataset: int, name: str, keus: Keus) -> dict[str, Any]:
    """What a chart asks: the sum by what it shows, of one year and some wetten."""
    year = [
        {"col": "maand", "op": ">=", "val": f"{keus.jaar}-01-01"},
        {"col": "maand", "op": "<=", "val": f"{keus.jaar}-12-31"},
    ]
    return {
        "datasource": {"id": dataset, "type": "table"},
        "force": True,
        "queries": [
            {
                "columns": PARTS[name],
                "metrics": [SUM],
                "filters": [*year, {"col": "wet", "op": "IN", "val": [*keus.wetten]}],
                "row_limit": MOST_ROWS,
            }
        ],
        "result_format": "json",
        "result_type": "full",
    }


def _run(command: list[str], log: Path) -> None:
    with log.open("ab") as said:
        done = subprocess.run(command, stdout=said, stderr=said, cwd=log.parent, check=False)
    if done.returncode:
        raise CommandFailed("Superset is niet klaar te zetten; zijn log staat bij de meting.")
