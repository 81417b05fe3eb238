"""A whole municipality is fed in, also broken, and every person in it is then looked for.

Nobody may be found in the warehouse, the archive, the logs, the reports, what errors say, what any
question answers and what the server tells of itself; only in the folder of refused files.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import pyarrow.parquet as pq
import pytest
from pydantic import SecretBytes
from starlette.requests import Request

from sdash.domain import Rol
from sdash.service.check import check
from sdash.service.control import CommandRefused
from sdash.service.server import Server, running
from sdash.settings import Settings
from sdash.simulate import generate
from sdash.sql import registry
from tests.service.files import put
from tests.service.waiting import eventually

NAME, STREET, REMARK, CASE = "Zwartjesdottir", "Geheimelaan", "Commentaargeheim", "Casusgeheim"
ASKED = {"jaar": "2026", "peildatum": "2026-09-01", "wijk": "WK168100", "indicator": "Inwoners"}
FIELDS = ("Bsn", "Achternaam", "Straatnaam", "Postcode", "ReferentieAanbieder", "Commentaar")


class Fed(NamedTuple):
    """Everything that was fed in and tells who someone is, and where all the rest ended up."""

    markers: frozenset[str]
    birthdays: frozenset[date]
    data: Path
    said: str
    answers: str
    told: str
    errors: str


def marked(inhoud: bytes, number: int) -> bytes:
    """A simulated message with names of its own, and free text."""
    text = inhoud.decode().replace("Fictief-", f"{NAME}{number}x").replace("overleg", REMARK)
    return text.replace("Voorbeeldstraat", STREET).encode()


def markers_in(files: list[bytes]) -> Iterator[str]:
    for text in (inhoud.decode() for inhoud in files):
        for field in FIELDS:
            yield from re.findall(rf":{field}>([^<]{{5,}})<", text)
        yield from re.findall(r"Verwijzer Voorbeeld", text)


def birthdays_in(files: list[bytes]) -> frozenset[date]:
    """The birthdays that no message has as a day of anything else."""
    texts = "".join(inhoud.decode() for inhoud in files)
    born = {*re.findall(r"Geboortedatum><\w+:Datum>([^<]+)<", texts)}
    others = {*re.findall(r">([0-9-]{10})<", re.sub(r"Geboortedatum><\w+:Datum>[^<]+<", "", texts))}
    return frozenset(map(date.fromisoformat, born - others))


def tables_for(bsn: str) -> dict[str, str]:
    """Files with persons in their cells, good and bad."""
    head = "casusnummer;team;wijk_code;begindatum;einddatum;eerder_bekend;taak\n"
    return {
        "casussen.csv": f"{head}{CASE};Noord;WK168100;2026-01-01;;ja;\n"
        f"{bsn};Noord;WK168100;2026-01-01;;ja;\n{CASE};Noord;{bsn};{NAME};{STREET};ja;{REMARK}\n",
        "postcodes.csv": f"postcode;wijk_code\n9531ZQ;WK168100\n{NAME};{bsn}\n",
        "teams.csv": f"team;wijk_code;van;tot\nNoord;WK168100;2015-01-01;{NAME} {bsn}\n",
        "begroting.csv": f"{NAME};{bsn};{STREET}\n1;2;3\n",
        "aanbieders.csv": f"agb_code;naam\n42420001;Zorg\n{bsn};Zorg;{NAME}\n"
        f"42420002;Praktijk {bsn}\n42420003;{bsn}\n",
        "subsidies.csv": "subsidienummer;jaar;ontvanger;taakveld;verleend;vastgesteld\n"
        f"{bsn};2026;Stichting;6.1;100;\nS-{bsn};2026;Voor {bsn};6.1;100;\n",
        "formatie.csv": f"team;maand;fte\nTeam {bsn};2026-01;3\n",
    }


def spoiled(inhoud: bytes, number: int) -> bytes:
    """Some are broken off, some have a BSN that fails, or a person where nobody expects one."""
    bsn = re.search(rb":Bsn>(\d{9})<", inhoud)
    match number % 6:
        case 0:
            return inhoud[: len(inhoud) * 2 // 3]
        case 1 if bsn:
            wrong = b"%09d" % (int(bsn[1]) + 1)
            return inhoud.replace(bsn[1], wrong)
        case 2 if bsn:
            return inhoud.replace(b":Eenheid>04<", b":Eenheid>" + bsn[1] + b"<")
        case 3 if bsn:
            return inhoud.replace(b":Categorie>", b":N" + bsn[1] + b">")
        case 4:
            return inhoud.replace(b"</", b"<" + NAME.encode() + b"-1/></", 40)
    return inhoud


@pytest.fixture(scope="module")
def fed(tmp_path_factory: pytest.TempPathFactory) -> Fed:
    place = tmp_path_factory.mktemp("zoeken")
    good = [marked(one.inhoud, nr) for nr, one in enumerate(generate(5, 25, 4))]
    bad = [spoiled(inhoud, nr) for nr, inhoud in enumerate(good)]
    bsns = sorted({bsn for inhoud in good for bsn in re.findall(r":Bsn>(\d{9})<", inhoud.decode())})
    settings = Settings(data=place / "data", sleutel=SecretBytes(b"0123456789abcdef"))
    said: list[Any] = []
    with running(settings) as service:
        for nr, inhoud in enumerate([*bad, *good]):
            who = NAME if b"Achternaam" in inhoud else "iemand"
            put(service.folder.inbox, f"{bsns[nr % len(bsns)]} {who} {nr}.xml", inhoud)
        for name, text in tables_for(bsns[0]).items():
            put(service.folder.inbox, f"{bsns[1]} {name}", text)
        assert eventually(lambda: not [*service.folder.inbox.iterdir()], 120)
        found = [path for path in service.folder.afgekeurd.iterdir() if path.suffix == ".xml"]
        said += check(found[:20], settings, lambda *_: None)
        said += service.status()
        answers = json.dumps([*_answers(service)])
        told = "".join(_told(service))
    return Fed(
        frozenset(
            {*markers_in(good), *markers_in(bad), *bsns, NAME, STREET, REMARK, CASE, "9531ZQ"}
        ),
        birthdays_in(good),
        settings.data,
        json.dumps(said),
        answers,
        told,
        "".join(path.read_text("utf-8") for path in settings.data.glob("logs/*")),
    )


def _answers(service: Any) -> Iterator[object]:  # noqa: ANN401  (the service under test)
    for name, query in registry.items():
        known = {param.name for param in query.header.params if not param.nullable}
        for rol in Rol:
            try:
                given = {param: ASKED.get(param, "1") for param in known}
                yield [name, rol, service.query(name, given, rol)]
            except CommandRefused as refused:
                yield str(refused)


def _told(service: Any) -> Iterator[str]:  # noqa: ANN401  (the service under test)
    server = Server()
    server._service = service
    for route in server.routes:
        scope = {"type": "http", "method": "GET", "path": route.path, "headers": []}
        yield bytes(route.endpoint(Request(scope)).body).decode()


def found(fed: Fed, text: str) -> set[str]:
    return {marker for marker in fed.markers if marker in text}


def test_enough_was_fed_in_to_find(fed: Fed) -> None:
    reports = [*(fed.data / "afgekeurd").glob("*.rapport.json")]
    kept = "".join(
        path.read_bytes().decode("latin-1") + path.name
        for path in (fed.data / "afgekeurd").iterdir()
    )

    assert len(fed.markers) > 50
    assert len(fed.birthdays) > 10
    assert len(reports) > 20
    assert {NAME, STREET} <= found(fed, kept), "the refused files themselves are kept as they came"
    assert len(fed.answers) > 5000
    assert fed.told


def test_nobody_is_in_what_is_answered_told_or_logged(fed: Fed) -> None:
    for text in (fed.said, fed.answers, fed.told, fed.errors):
        assert found(fed, text) == set()
    assert "gelezen" in fed.errors


def test_nobody_is_in_a_report(fed: Fed) -> None:
    reports = [path.read_text("utf-8") for path in (fed.data / "afgekeurd").glob("*.rapport.json")]

    assert found(fed, "".join(reports)) == set()


def test_nobody_is_in_the_bytes_of_any_file_but_the_refused(fed: Fed) -> None:
    files = [
        path
        for path in fed.data.rglob("*")
        if path.is_file() and path.parent.name not in {"afgekeurd", "logs"}
    ]

    assert {path.suffix for path in files} >= {".duckdb", ".parquet"}
    for path in files:
        data = path.read_bytes()
        assert {one for one in fed.markers if one.encode() in data} == set(), path.name


def test_nobody_is_in_a_table_of_the_warehouse(fed: Fed) -> None:
    with duckdb.connect(fed.data / "sdash.duckdb", read_only=True) as connection:
        names = connection.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal"
        ).fetchall()
        rows = {
            table: connection.execute(f'SELECT * FROM "{schema}"."{table}"').fetchall()  # noqa: S608
            for schema, table in names
        }

    cells = [cell for table in rows.values() for row in table for cell in row]
    days = {cell for cell in cells if isinstance(cell, date)}
    assert len(rows) > 20
    assert sum(map(len, rows.values())) > 200
    assert found(fed, "\n".join(map(str, cells))) == set()
    assert not days & fed.birthdays


def test_nobody_is_in_the_archive(fed: Fed) -> None:
    files = [*(fed.data / "archief").rglob("*.parquet")]

    assert files
    for path in files:
        table = pq.read_table(path)
        cells = [cell for column in table.columns for cell in column.to_pylist()]
        kept = {cell for cell in cells if isinstance(cell, date)}
        meta = b"".join((table.schema.metadata or {}).values()).decode()
        assert found(fed, "\n".join(map(str, cells)) + meta) == set()
        assert not kept & fed.birthdays
        assert not any(f"{day}" in meta for day in fed.birthdays)
