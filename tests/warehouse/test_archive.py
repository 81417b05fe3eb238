"""The archive: what makes the ledger again, should its file be lost."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from sdash.warehouse.archive import METADATA
from sdash.warehouse.schema import SLEUTELS
from tests.warehouse.boek import Boek
from tests.warehouse.test_regel import BSN, GIVEN, LINE, declared
from tests.warehouse.test_regel import given as toegewezen

AANBIEDERS = "agb_code;naam\n42420001;Zorg\n42420002;\n"
Records = dict[str, list[dict[str, str]]]


def files(boek: Boek) -> list[Path]:
    return sorted(path for path in (boek.settings.data / "archief").rglob("*") if path.is_file())


def archived(path: Path) -> tuple[Records, dict[str, Any]]:
    """The tables of an archive file, every value as text, and what it says beside them."""
    table = pq.read_table(path)
    said = json.loads(table.schema.metadata[METADATA])
    return _as_text({said["body"]: table.to_pylist(), **said["tabellen"]}), said


def _as_text(tables: dict[str, list[dict[str, Any]]]) -> Records:
    return {
        name: [{key: str(value) for key, value in row.items()} for row in rows]
        for name, rows in tables.items()
    }


def kept(boek: Boek, *tables: str) -> Records:
    """The same tables as the ledger has them, with the pseudonym of each person."""
    found = {}
    for name in tables:
        with boek.warehouse.cursor() as cursor:
            table = cursor.sql(
                f"SELECT t.*, p.pseudoniem AS client FROM {name} AS t "  # noqa: S608
                "JOIN persoon AS p USING (client_id) ORDER BY levering_nr, plaats"
            ).to_arrow_table()
        found[name] = table.drop_columns(["client_id", *SLEUTELS.get(name, ())]).to_pylist()
    return _as_text(found)


def test_a_transaction_gives_one_file_and_an_unreadable_file_none(nieuw: Boek) -> None:
    nieuw.deliver(toegewezen(GIVEN), declared(LINE))
    nieuw.deliver("geen bestand")
    nieuw.deliver(AANBIEDERS)

    assert [path.name for path in files(nieuw)] == [
        "000000001-000000002.parquet",
        "000000004-000000004.parquet",
    ]


def test_its_rows_are_those_of_the_ledger(nieuw: Boek) -> None:
    lines = [replace(LINE, referentie=f"R{number}") for number in range(5)]

    nieuw.deliver(toegewezen(GIVEN), declared(*lines))

    [path] = files(nieuw)
    tables, _ = archived(path)
    persons = ("toewijzing_versie", "client_versie", "prestatie")
    assert {name: tables[name] for name in persons} == kept(nieuw, *persons)
    assert [row["declaratienummer"] for row in tables["declaratie_kop"]] == ["D1"]


def test_it_tells_of_its_deliveries_and_of_what_they_rejected(nieuw: Boek) -> None:
    nieuw.deliver(AANBIEDERS)

    [path] = files(nieuw)
    _, said = archived(path)
    [row] = nieuw.ask("SELECT * FROM levering")
    assert [[str(cell) for cell in one] for one in said["leveringen"]] == [[*map(str, row)]]
    assert said["afkeuringen"] == [
        [
            1,
            'regel 3, kolom "naam"',
            "0001",
            "deze cel is leeg; hier hoort een tekst van ten hoogste 200 tekens",
        ]
    ]


def test_it_holds_pseudonyms_and_no_bsn(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE))

    [path] = files(nieuw)
    tables, _ = archived(path)
    assert BSN.encode() not in path.read_bytes()
    assert len(tables["prestatie"][0]["client"]) == 32
