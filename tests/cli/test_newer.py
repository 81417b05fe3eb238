"""A data folder of a newer sdash: older versions of DuckDB can't read what newer ones wrote."""

import struct
from functools import reduce
from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import Sdash

HEADER = (
    4096  # of a DuckDB file: eight bytes of checksum, four of magic, eight of version, the rest
)


def made_by_a_later_duckdb(path: Path) -> bytes:
    path.parent.mkdir()
    duckdb.connect(path).close()
    header, rest = path.read_bytes()[12:HEADER], path.read_bytes()[HEADER:]
    checked = b"DUCK" + struct.pack("<Q", 1_000_000) + header[8:]
    words = [word * 0xBF58476D1CE4E5B9 % 2**64 for (word,) in struct.iter_unpack("<Q", checked)]
    path.write_bytes(struct.pack("<Q", reduce(int.__xor__, words, 5381)) + checked + rest)
    return path.read_bytes()


@pytest.mark.parametrize("command", [["status"], ["rebuild"], ["serve"], ["ingest", "t.xml"]])
def test_a_file_of_a_newer_duckdb_is_named_and_left_alone(
    command: list[str], alone: Sdash, data: Path
) -> None:
    written = made_by_a_later_duckdb(data / "sdash.duckdb")

    run = alone(*command)

    assert run.status == 2
    assert "sdash.duckdb is gemaakt met een nieuwere DuckDB" in run.err
    assert (data / "sdash.duckdb").read_bytes() == written
