"""Killing what records, rebuilds and backs up, at any moment, and damaging what stays behind.

Messages are read once; another process records them, some at a time, and says after each time that
they are in. It is killed at a random moment. What it said must be there: whole, once, and with the
same marts as a rebuild gives; and so must it be in every backup that has its name.
"""

import multiprocessing
import random
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import ModuleType
from typing import Final, NoReturn

from sdash.bench import crash_schade
from sdash.bench.gemeente import SAMPLE, SEED, settings_of
from sdash.bench.keuze import Keuze
from sdash.bench.meting import WAND, Meting, mediaan
from sdash.ingest import Reading, read
from sdash.service import backup
from sdash.service.folder import DataFolder
from sdash.service.restore import restore
from sdash.settings import Settings
from sdash.simulate import generate
from sdash.warehouse import Receipt, Warehouse

VRAAG: Final = (
    "Blijft alles heel als het proces op een willekeurig moment gedood wordt, of als het "
    "gegevensbestand, het logboek of het archief beschadigd raakt?"
)
TIMES, TIMES_OF_A_TRIAL = 200, 12
CLIENTS, CLIENTS_OF_A_TRIAL, MONTHS = 40, 12, 14
GROUP: Final = 8
KOPIE: Final = "kopie"
RECEIVED: Final = datetime(2026, 11, 1, 12, tzinfo=UTC)

_ROWS: Final = "FROM ledger.{0} SELECT levering_nr, count(*) GROUP BY levering_nr"
Faults = Counter[str]
Work = Callable[[Connection, Path, Sequence[Reading]], Warehouse]
"""What another process does; what it has open must stay open until it is killed."""


def meet(keuze: Keuze) -> list[Meting]:
    """First the kills, then the damage to what the last one left behind."""
    times = TIMES_OF_A_TRIAL if keuze.kort else TIMES
    readings = _readings(keuze.werkmap, CLIENTS_OF_A_TRIAL if keuze.kort else CLIENTS)
    chance = random.Random(SEED)  # noqa: S311  (the same moments again, as far as that goes)
    faults, seconds = _kills(keuze.werkmap / "gedood", readings, times, chance)
    damage = crash_schade.outcomes(
        _left_behind(keuze.werkmap / "heel", readings), keuze.werkmap, times, chance
    )
    wrong = ("verloren", "dubbel", "half", "verkeerd")
    return [
        Meting("keer gedood", times, ""),
        *(Meting(f"na doden: {what}", faults[what], "", 0) for what in wrong),
        Meting("weer open na doden, mediaan", mediaan(seconds) * 1000, "ms"),
        Meting("keer beschadigd", times, ""),
        Meting("na schade: hersteld", damage["hersteld"], ""),
        Meting("na schade: geweigerd, met naam", damage["geweigerd"], ""),
        Meting("na schade: verkeerd antwoord", damage["verkeerd"], "", 0),
        Meting("na schade: anders misgegaan", damage["anders"], "", 0),
    ]


def _readings(werkmap: Path, clients: int) -> list[Reading]:
    """The files of the sample and a stream of messages, read."""
    folder = werkmap / "berichten"
    folder.mkdir()
    for bericht in generate(SEED, clients, MONTHS):
        (folder / bericht.name).write_bytes(bericht.inhoud)
    settings = settings_of(werkmap / "lezen")
    found = [read(path, settings) for path in (*sorted(SAMPLE.glob("*.csv")), *folder.iterdir())]
    shutil.rmtree(folder)
    return found


def _kills(
    folder: Path, readings: list[Reading], times: int, chance: random.Random
) -> tuple[Faults, list[float]]:
    faults: Faults = Counter()
    seconds: list[float] = []
    said: list[Reading] = []
    turns: Sequence[Work] = (_ingest, _back_up, _ingest, _rebuild)
    for number in range(times):
        if len(said) == len(readings) or number == 0:
            shutil.rmtree(folder, ignore_errors=True)
            said = []
        work = turns[number % len(turns)]
        waiting = readings[len(said) :] if work is _ingest else []
        said += waiting[: _killed(folder, waiting, chance.expovariate(2.0), work)]
        copies = sorted(folder.parent.glob(f"{KOPIE}*"), key=lambda copied: copied.stat().st_mtime)
        for copied in copies[-1:]:
            faults += _faults_of_backup(copied, readings, said)
        for copied in copies:
            shutil.rmtree(copied)
        begin = WAND()
        with closing(Warehouse.open(settings_of(folder))) as warehouse:
            seconds.append(WAND() - begin)
            faults += _faults(warehouse, readings, said)
            said = readings[: max(len(said), warehouse.version)]
    return faults, seconds


def _faults_of_backup(copied: Path, readings: list[Reading], said: list[Reading]) -> Faults:
    """The same of a folder that a backup is put back in."""
    back = copied.with_name("terug")
    restore(copied, DataFolder(back), _quietly)
    with closing(Warehouse.open(settings_of(back))) as warehouse:
        faults = _faults(warehouse, readings, said)
    shutil.rmtree(back)
    return faults


def _left_behind(folder: Path, readings: list[Reading]) -> Settings:
    """A data folder whose process was killed after it had recorded everything."""
    half = len(readings) // 2
    with closing(Warehouse.open(settings_of(folder))) as warehouse:
        for some in _groups(readings[:half]):
            _record(warehouse, some)
    _killed(folder, readings[half:], None)
    return settings_of(folder)


def _killed(
    folder: Path, waiting: list[Reading], after: float | None, work: Work | None = None
) -> int:
    """Let another process record, or do other work, and kill it; how many it said are in.

    It is killed so many seconds after it opened the folder, or when it is done.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    ours, theirs = context.Pipe(duplex=False)
    args = theirs, folder, waiting, work or _ingest
    process = context.Process(target=_work, args=args, daemon=True)
    _start(process)
    theirs.close()
    done = 0
    ours.recv()
    if after is not None:
        threading.Event().wait(after)
        process.kill()
    try:
        while (count := ours.recv()) is not None:
            done = count
    except EOFError:
        pass
    process.kill()
    process.join()
    ours.close()
    return done


def _start(process: BaseProcess) -> None:
    """Start it without our main module, which it would run: Streamlit leaves a page there."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        process.start()
    finally:
        sys.modules["__main__"] = main


def _work(said: Connection, folder: Path, waiting: Sequence[Reading], work: Work) -> None:
    """In the other process: say how many are in, each time that some are; at the end nothing."""
    said.send(0)
    held = work(said, folder, waiting)
    said.send(None)
    threading.Event().wait()
    del held


def _ingest(said: Connection, folder: Path, waiting: Sequence[Reading]) -> Warehouse:
    warehouse = Warehouse.open(settings_of(folder))
    done = 0
    for some in _groups(waiting):
        _record(warehouse, some)
        done += len(some)
        said.send(done)
    return warehouse


def _rebuild(_said: Connection, folder: Path, _waiting: Sequence[Reading]) -> Warehouse:
    warehouse = Warehouse.open(settings_of(folder))
    warehouse.renew()
    return warehouse


def _back_up(_said: Connection, folder: Path, _waiting: Sequence[Reading]) -> NoReturn:
    """One backup after the other, until it is killed."""
    for number in count():
        names = DataFolder(folder).archived()
        backup.make(settings_of(folder), names, folder.with_name(f"{KOPIE}{number}"), _quietly)
    raise AssertionError


def _quietly(_done: int, _total: int) -> None:
    pass


def _groups(readings: Sequence[Reading]) -> Iterator[Sequence[Reading]]:
    return (readings[first : first + GROUP] for first in range(0, len(readings), GROUP))


def _record(warehouse: Warehouse, some: Iterable[Reading]) -> None:
    readings = [*some]
    warehouse.record(readings, [Receipt(ontvangen_op=RECEIVED)] * len(readings))


def _faults(warehouse: Warehouse, readings: Sequence[Reading], said: Sequence[Reading]) -> Faults:
    """What is lost, doubled, partial or wrong in a warehouse that was opened again."""
    with warehouse.cursor() as cursor:
        found = cursor.execute(
            "SELECT sha256, levering_nr FROM levering WHERE geaccepteerd > 0"
        ).fetchall()
        rows = {
            tabel: dict(cursor.execute(_ROWS.format(tabel)).fetchall())
            for tabel in {tabel for reading in readings for tabel in reading.tables}
        }
        before = crash_schade.state(cursor)
    warehouse.rebuild()
    with warehouse.cursor() as cursor:
        after = crash_schade.state(cursor)
    numbers = dict(found)
    expected = {one.sha256: one.tables for one in readings if one.geaccepteerd}
    return Counter(
        verloren=sum(one.geaccepteerd > 0 and one.sha256 not in numbers for one in said),
        dubbel=len(found) - len(numbers),
        half=sum(
            rows[tabel].get(number, 0) != len(expected[sha256].get(tabel, ()))
            for sha256, number in found
            for tabel in rows
        ),
        verkeerd=int(before != after),
    )
