"""What is cut off, or changes while it is read, is never taken for something whole."""

import base64
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from sdash.ingest import read
from tests.ingest.berichten import SETTINGS, Lezer, start, why
from tests.ingest.test_envelope import envelope
from tests.ingest.werkboek import werkboek

KOP, REGELS = ("agb_code", "naam"), (("42420001", "Voorbeeldzorg"), ("42420002", "Zorg; en meer"))
CSV = b'agb_code;naam\r\n42420001;Voorbeeldzorg\r\n42420002;"Zorg; en meer"\r\n'


def as_parquet() -> bytes:
    sink = pa.BufferOutputStream()
    columns = [list(column) for column in zip(*REGELS, strict=True)]
    pq.write_table(pa.table(dict(zip(KOP, columns, strict=True))), sink)
    return bytes(sink.getvalue())


WHOLE = {
    "an envelope": envelope(base64.b64encode(start())),
    "a workbook": werkboek(KOP, *REGELS),
    "Parquet": as_parquet(),
}


@pytest.mark.parametrize("kind", WHOLE)
def test_a_file_that_was_cut_off_at_any_byte_is_refused(kind: str, lezer: Lezer) -> None:
    whole = WHOLE[kind]

    found = [lezer.read(whole[:size]) for size in range(len(whole))]

    assert lezer.read(whole).geaccepteerd > 0
    assert {(one.soort, one.gelezen, len(one.redenen)) for one in found} == {(None, 0, 1)}
    assert all(why(one)[0][2].endswith(".") and why(one)[0][2].isprintable() for one in found)


def test_of_a_csv_that_was_cut_off_every_line_but_the_last_is_whole(lezer: Lezer) -> None:
    for size in range(len(CSV)):
        found = lezer.read(CSV[:size])
        rows = [row for table in found.tables.values() for row in table.to_pylist()]

        told = [(row["agb_code"], row["naam"]) for row in rows]
        assert told[:-1] == [*REGELS[: max(0, len(told) - 1)]]
        assert found.soort == "aanbieders" or not told


def grown(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"<!-- en verder -->")


def rewritten(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[::-1])
    os.utime(path, ns=(0, 1))


def shorter(path: Path) -> None:
    os.truncate(path, 100)


@pytest.mark.parametrize("change", [grown, rewritten, shorter])
def test_a_file_that_changes_while_it_is_read_is_refused(
    change: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "groeit.xml"
    path.write_bytes(start())
    looks = stat.S_ISREG

    def then_changes(mode: int) -> bool:
        """After its size was looked at, and before it is read."""
        change(path)
        return looks(mode)

    monkeypatch.setattr(stat, "S_ISREG", then_changes)

    found = read(path, SETTINGS)

    assert why(found) == [
        (
            "bestand",
            "onleesbaar",
            "Het bestand veranderde terwijl het gelezen werd; lever het aan als het klaar is.",
        )
    ]
    assert dict(found.tables) == {}
