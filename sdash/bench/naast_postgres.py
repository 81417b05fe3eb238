"""The same with PostgreSQL: a server of its own for the run, spoken to by its own `psql`."""

import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final, cast

import pyarrow.csv as pa_csv
import pyarrow.parquet as pq

from sdash.bench.regels import COLUMNS, GROUPS, Antwoord, answer
from sdash.service.control import CommandFailed, CommandRefused

TOOLS: Final = ("initdb", "postgres", "pg_isready", "psql")
SECONDS_BETWEEN_TRIES: Final = 0.1
NOT_ROOT: Final = "postgres"
"""Whom the server runs as where we are root, which it refuses to be."""
END: Final = "einde"
NUMBERS: Final = ("client_id", "bedrag")
_SUMS: Final = """
    count(DISTINCT client_id), sum(bedrag), sum(bedrag) FILTER (WHERE status = 'toegekend'),
    sum(bedrag) FILTER (WHERE status = 'in_behandeling')
"""


@contextmanager
def server(folder: Path, source: Path) -> Iterator[Callable[[int], Antwoord]]:
    """What adds up a year, while a server runs that holds all lines, indexed by month."""
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        raise CommandRefused(f"Hiervoor is PostgreSQL nodig; dit ontbreekt: {', '.join(missing)}.")
    cluster = folder / "postgres"
    cluster.mkdir()
    if user := _user():
        folder.chmod(0o711)
        shutil.chown(cluster, user)
    _initdb(cluster / "db")
    with _postgres(cluster), _psql(cluster) as ask:
        _load(ask, source, cluster / "regels.csv")
        yield lambda jaar: _add_up(ask, jaar)


@contextmanager
def _postgres(cluster: Path) -> Iterator[None]:
    """The server as a child of ours, so that what it takes counts as ours; on a socket only."""
    command = ["postgres", "-D", str(cluster / "db"), "-k", str(cluster), "-c", "listen_addresses="]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, user=_user(), stdout=quiet, stderr=quiet) as process:
        ready = ["pg_isready", "-q", "-h", str(cluster)]
        pause = threading.Event()
        try:
            while subprocess.run(ready, check=False).returncode:
                if process.poll() is not None:
                    raise CommandFailed("PostgreSQL is niet te starten.")
                pause.wait(SECONDS_BETWEEN_TRIES)
            yield
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: nobody needs this database again


def _load(ask: Callable[[str], list[list[str]]], source: Path, copy: Path) -> None:
    kinds = {"maand": "DATE", **dict.fromkeys(NUMBERS, "BIGINT")}
    columns = ", ".join(f"{name} {kinds.get(name, 'TEXT')}" for name in COLUMNS)
    ask(f"CREATE TABLE regel ({columns});")
    file = pq.ParquetFile(source)
    with pa_csv.CSVWriter(
        copy, file.schema_arrow, write_options=pa_csv.WriteOptions(include_header=False)
    ) as writer:
        for batch in file.iter_batches(columns=[*COLUMNS]):
            writer.write_batch(batch)
    ask(f"\\copy regel FROM '{copy}' (FORMAT csv)")
    ask("CREATE INDEX op_maand ON regel (maand); VACUUM ANALYZE regel;")
    copy.unlink()


def _add_up(ask: Callable[[str], list[list[str]]], jaar: int) -> Antwoord:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for name, keys in GROUPS.items():
        named = "".join(f"{key}, " for key in keys)
        groups = f"GROUP BY {', '.join(keys)}" if keys else ""
        rows = ask(
            f"SELECT {named}{_SUMS} FROM regel "  # noqa: S608
            f"WHERE maand BETWEEN '{jaar}-01-01' AND '{jaar}-12-31' {groups};"
        )
        found[name] = [tuple(cell or "0" for cell in row) for row in rows]
    return answer(found)


@contextmanager
def _psql(cluster: Path) -> Iterator[Callable[[str], list[list[str]]]]:
    """One session, in which each question gives the cells of its rows."""
    command = ["psql", "-X", "-q", "-A", "-t", "-h", str(cluster), "-U", NOT_ROOT, "-d", NOT_ROOT]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*command, "-v", "ON_ERROR_STOP=1"], stdin=pipe, stdout=pipe, text=True
    ) as process:
        to_psql, from_psql = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)

        def ask(question: str) -> list[list[str]]:
            to_psql.write(f"{question}\n\\echo {END}\n")
            to_psql.flush()
            rows: list[list[str]] = []
            for line in from_psql:
                if line.strip() == END:
                    return rows
                rows.append(line.rstrip("\n").split("|"))
            raise CommandFailed("PostgreSQL is ermee opgehouden.")

        try:
            yield ask
        finally:
            to_psql.close()


def _initdb(target: Path) -> None:
    command = ["initdb", "-D", str(target), "-U", NOT_ROOT, "--auth=trust", "--no-sync"]
    quiet = subprocess.DEVNULL
    if subprocess.run(command, user=_user(), stdout=quiet, stderr=quiet, check=False).returncode:
        raise CommandFailed("PostgreSQL kan geen nieuwe database maken.")


def _user() -> str | None:
    return NOT_ROOT if hasattr(os, "geteuid") and os.geteuid() == 0 else None
