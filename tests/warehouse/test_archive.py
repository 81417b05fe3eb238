"""The archive: a transaction is one file, which comes back just as it went in, or not at all."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdash.warehouse import WarehouseNewer, archive
from sdash.warehouse.extract import Extract
from sdash.warehouse.tables import Tables, between
from sdash.warehouse.totals import hash_of, totals
from tests.oracle.strategies import History, histories
from tests.warehouse.boek import Boek
from tests.warehouse.test_regel import BSN, GIVEN, LINE, declared
from tests.warehouse.test_regel import given as toegewezen

AANBIEDERS = "agb_code;naam\n42420001;Zorg\n42420002;\n"
WITH_A_BOEK = settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def names(boek: Boek) -> list[str]:
    return sorted(archive.names(boek.settings.data / "archief"))


def archived(boek: Boek) -> Iterator[Tables]:
    for naam in names(boek):
        yield archive.read(boek.settings.data / "archief", naam)


def in_ledger(boek: Boek, tables: Tables) -> Tables:
    with boek.warehouse.cursor() as cursor:
        return Extract(cursor).between(*between(tables))


def test_every_transaction_gives_one_file_also_of_what_was_refused(nieuw: Boek) -> None:
    nieuw.deliver(toegewezen(GIVEN), declared(LINE))
    nieuw.deliver("geen bestand")
    nieuw.deliver(toegewezen(GIVEN))

    assert [naam.split("/")[1] for naam in names(nieuw)] == [
        "000000001-000000002.parquet",
        "000000003-000000003.parquet",
        "000000004-000000004.parquet",
    ]
    codes = [tables["afkeuring"]["code"].to_pylist() for tables in [*archived(nieuw)][1:]]
    assert codes == [["onleesbaar"], ["dubbel"]]


@WITH_A_BOEK
@given(history=histories(), data=st.data())
def test_what_is_read_from_the_archive_is_what_the_ledger_holds(
    history: History, data: st.DataObject, boek: Boek
) -> None:
    boek.empty()
    files = [file.inhoud for file in history.files]
    cut = data.draw(st.integers(0, len(files)))
    boek.deliver(*files[:cut])
    boek.deliver(*files[cut:], AANBIEDERS)

    for tables in archived(boek):
        found = in_ledger(boek, tables)
        assert found.keys() == tables.keys()
        assert [name for name in tables if not found[name].equals(tables[name])] == []
        assert totals(found) == totals(tables)


def test_a_person_stands_in_the_first_file_that_knows_him(nieuw: Boek) -> None:
    nieuw.deliver(toegewezen(GIVEN))
    nieuw.deliver(declared(LINE))

    first, second = archived(nieuw)

    assert first["persoon"]["client_id"].to_pylist() == [1]
    assert "persoon" not in second


def test_it_holds_pseudonyms_and_no_bsn(nieuw: Boek) -> None:
    nieuw.deliver(declared(LINE))

    [naam] = names(nieuw)
    [tables] = archived(nieuw)
    assert BSN.encode() not in (nieuw.settings.data / "archief" / naam).read_bytes()
    assert len(tables["prestatie"]["client"][0].as_py()) == 32


def damaged(content: bytes, place: int, kind: str) -> bytes:
    """The bytes of a file after something went wrong with them."""
    place %= len(content) - 16
    match kind:
        case "bit":
            return content[:place] + bytes([content[place] ^ 4]) + content[place + 1 :]
        case "truncated":
            return content[:place]
        case "zeroes":
            return (
                content[:place] + bytes(min(4096, len(content) - place)) + content[place + 4096 :]
            )
    one, other = content[place : place + 8], content[place + 8 : place + 16]
    return content[:place] + other + one + content[place + 16 :]


@pytest.fixture(scope="module")
def written() -> Iterator[tuple[Path, str, Tables]]:
    """A file of some lines, and what it holds."""
    with TemporaryDirectory() as folder:
        boek = Boek(Path(folder))
        boek.deliver(
            *(declared(replace(LINE, referentie=f"R{nr}"), nummer=f"D{nr}") for nr in range(9))
        )
        [naam] = names(boek)
        boek.warehouse.close()
        yield (
            boek.settings.data / "archief",
            naam,
            archive.read(boek.settings.data / "archief", naam),
        )


@settings(max_examples=300)
@given(place=st.integers(0, 10**6), kind=st.sampled_from(["bit", "truncated", "zeroes", "swap"]))
def test_a_damaged_file_says_the_same_or_nothing(
    place: int, kind: str, written: tuple[Path, str, Tables]
) -> None:
    folder, naam, whole = written
    content = damaged((folder / naam).read_bytes(), place, kind)
    with TemporaryDirectory() as elsewhere:
        (Path(elsewhere) / naam).parent.mkdir()
        (Path(elsewhere) / naam).write_bytes(content)
        try:
            found = archive.read(Path(elsewhere), naam)
        except archive.NotReadable:
            return

    assert {name: table.to_pydict() for name, table in found.items()} == {
        name: table.to_pydict() for name, table in whole.items()
    }


def test_a_file_under_the_name_of_another_is_not_read(written: tuple[Path, str, Tables]) -> None:
    folder, naam, _ = written
    other = naam.replace("000000001-", "000000002-")
    (folder / other).write_bytes((folder / naam).read_bytes())

    with pytest.raises(archive.NotReadable):
        archive.read(folder, other)
    (folder / other).unlink()


def test_a_file_of_a_later_sdash_is_refused_with_a_sentence(tmp_path: Path) -> None:
    says = {"vorm": archive.FORM + 1, "body": "levering", "kolommen": ["levering_nr"]}
    text = json.dumps(says | {"tabellen": {}}).encode()
    said = {archive.METADATA: text, archive.HASH: archive.sha256(text)}
    (tmp_path / "2026").mkdir()
    pq.write_table(
        pa.table({"levering_nr": [1]}).replace_schema_metadata(said),
        tmp_path / "2026/000000001-000000001.parquet",
    )

    with pytest.raises(WarehouseNewer, match="nieuwere sdash"):
        archive.read(tmp_path, "2026/000000001-000000001.parquet")


VALUES = st.lists(
    st.tuples(st.none() | st.text(max_size=3), st.none() | st.integers(0, 9)), min_size=1
)


@given(VALUES, st.data())
def test_a_hash_is_of_the_values_and_not_of_how_they_lie_in_memory(
    rows: list[tuple[str | None, int | None]], data: st.DataObject
) -> None:
    table = pa.table([*map(pa.array, zip(*rows, strict=True))], names=["a", "b"]).cast(
        pa.schema([("a", pa.string()), ("b", pa.int64())])
    )
    cut = data.draw(st.integers(0, len(rows)))
    pieces = pa.concat_tables([table.slice(0, cut), table.slice(cut)])
    around = pa.concat_tables([table, table, table]).combine_chunks().slice(len(rows), len(rows))
    more = table.append_column("c", pa.nulls(len(rows), pa.int64()))

    assert {hash_of(totals({"t": one})) for one in (table, pieces, around, more)} == {
        hash_of(totals({"t": table}))
    }


@given(VALUES, VALUES)
def test_other_values_or_another_order_have_another_hash(
    rows: list[tuple[str | None, int | None]], others: list[tuple[str | None, int | None]]
) -> None:
    schema = pa.schema([("a", pa.string()), ("b", pa.int64())])
    one, other = (
        pa.Table.from_pylist([dict(zip("ab", row, strict=True)) for row in some], schema=schema)
        for some in (rows, others)
    )

    assert (totals({"t": one}) == totals({"t": other})) == (rows == others)
