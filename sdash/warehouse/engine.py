"""DuckDB as sdash opens it: bounded, locked down, and with its log written back when we say so."""

import shutil
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

import duckdb

from sdash.warehouse.errors import WarehouseNewer

if sys.platform != "win32":
    import fcntl

import_module("pandas")  # DuckDB looks for it at the first value, and hides a signal meanwhile

FILE: Final = "sdash.duckdb"
SPILL: Final = "tmp"
"""Where DuckDB leaves what does not fit in memory, also when it is killed."""
SEARCH_PATH: Final = "SET search_path = 'mart,ledger'"
_LOCKED_DOWN: Final = (
    "SET memory_limit = '4GB'",
    "SET threads = 1",
    "SET checkpoint_threshold = '1TB'",
    "PRAGMA disable_checkpoint_on_shutdown",
    "SET GLOBAL dynamic_or_filter_threshold = 500",
    "SET GLOBAL disabled_compression_methods = 'rle'",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    "SET allow_persistent_secrets = false",
    "SET python_enable_replacements = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
)
_NEWER: Final = "newer version of DuckDB"
_LOCKED: Final = "Conflicting lock"
_INVALIDATING: Final = (duckdb.FatalException, duckdb.InternalException)
_OF_THE_MACHINE: Final = (
    *_INVALIDATING,
    duckdb.IOException,
    duckdb.OutOfMemoryException,
    duckdb.TransactionException,
)


def connect(path: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Open a file, which is made when it is not there.

    Raises WarehouseNewer for a file of a newer DuckDB; duckdb.IOException when another has it.
    """
    try:
        connection = duckdb.connect(path, read_only=read_only)
    except duckdb.IOException as error:
        if _NEWER in str(error):
            raise WarehouseNewer(
                f"{path} is gemaakt met een nieuwere DuckDB dan de {duckdb.__version__} van deze "
                "sdash, die het niet kan lezen. Gebruik de sdash waarmee het gemaakt is; er is "
                "niets veranderd."
            ) from None
        raise
    spill = str(path.parent / SPILL / path.name).replace("'", "''")
    connection.execute(f"SET temp_directory = '{spill}'")
    for statement in _LOCKED_DOWN:
        connection.execute(statement)
    return connection


def forget_spilled(path: Path) -> None:
    """Delete what others left beside a file that nobody has open."""
    shutil.rmtree(path.parent / SPILL, ignore_errors=True)


def log_of(path: Path) -> Path:
    """The write-ahead log of a file."""
    return path.with_name(f"{path.name}.wal")


def refuse_when_open(path: Path) -> None:
    """Raise duckdb.IOException when another process has the file open."""
    if sys.platform == "win32" or not path.exists():
        return
    with path.open("rb") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            raise duckdb.IOException(f"{_LOCKED}: {path.name}") from None


def is_taken(error: duckdb.Error) -> bool:
    """Whether another process has the file open."""
    return _LOCKED in str(error)


def is_of_the_machine(error: duckdb.Error) -> bool:
    """Whether disk or memory failed; damage has no class of its own in DuckDB 2.0."""
    return isinstance(error, _OF_THE_MACHINE) or type(error) is duckdb.Error


def is_broken(error: duckdb.Error) -> bool:
    """Whether the file has to be opened again: it is damaged, or DuckDB gave up on it."""
    damaged = type(error) is duckdb.Error or "checksum" in str(error)
    return damaged or isinstance(error, _INVALIDATING)
