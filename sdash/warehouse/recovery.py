"""What happens before a warehouse file is opened: it is compared with the archive, and mended.

A file that has the bytes of its seal is sound up to the delivery that the seal names; what came
later is recorded again from the archive, and the log of a crash is not needed. Any other file is
made again from the archive. What the archive lacks is written from the ledger, when that has what
all other files of the archive say.
"""

import logging
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

from sdash.clock import now
from sdash.settings import Settings
from sdash.warehouse import archive, engine, ouder, register, replay
from sdash.warehouse.archive import Archived, NotReadable
from sdash.warehouse.errors import WarehouseDamaged
from sdash.warehouse.extract import Extract
from sdash.warehouse.register import Gap, Inventory, inventory
from sdash.warehouse.seal import Seal, seal, unseal

log = logging.getLogger(__name__)

ASIDE: Final = ".beschadigd-"
MENDED: Final = "hersteld.txt"
KEPT_ASIDE: Final = 2
HEADERS: Final = 3 * 4096
"""A file of this size has no rows yet."""
RENEWED: Final = (
    "Het gegevensbestand was niet goed afgesloten of is beschadigd; het is opnieuw gemaakt uit het "
    "archief."
)
COMPLETED: Final = "Het archief miste bestanden of had er beschadigde; ze zijn opnieuw geschreven."
LOST: Final = (
    "Dit ontbreekt in het archief of is daar beschadigd: {0}. Het gegevensbestand kan het niet "
    "aanvullen. Zet het terug uit een reservekopie en begin opnieuw; er is niets veranderd."
)


def prepare(settings: Settings) -> Inventory:
    """Let the warehouse file be one that may be opened as it is, or let there be none.

    Gives what the archive holds then. Raises WarehouseDamaged when that would lose a delivery,
    WarehouseNewer for a file of a newer DuckDB or sdash, and duckdb.IOException when another
    process has it open.
    """
    path, folder = settings.data / engine.FILE, settings.data / archive.FOLDER
    engine.refuse_when_open(path)
    while True:
        sealed = Seal.of(path)
        found = inventory(folder, sealed.versie if sealed else sys.maxsize)
        is_sound = sealed is not None and sealed.holds(path)
        try:
            return (
                _of_seal(settings, found, sealed) if is_sound and sealed else _mend(settings, found)
            )
        except NotReadable as damaged:
            register.doubt(folder, damaged.naam)


def rebuilt(
    settings: Settings, cursor: duckdb.DuckDBPyConnection, last: int
) -> tuple[Inventory, Path]:
    """Make a new file beside one that is open and sound, of an archive that is complete then."""
    folder = settings.data / archive.FOLDER
    while True:
        found = inventory(folder)
        try:
            if gaps := found.gaps(max(found.last, last)):
                found = _complete(folder, Extract(cursor), found, gaps)
            return found, _build(settings, found)
        except NotReadable as damaged:
            register.doubt(folder, damaged.naam)


def put_in_place(fresh: Path, path: Path, found: Inventory) -> None:
    """Let a new file take the place of another that nobody has open."""
    unseal(path)
    engine.log_of(path).unlink(missing_ok=True)
    fresh.replace(path)
    archive.sync_folder(path.parent)
    with path.open("rb", buffering=0) as file:
        seal(path, file.fileno(), found.last, register.chain(found.whole))


def mended(data: Path) -> str | None:
    """When something was mended last, and what."""
    try:
        return (data / MENDED).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None


def _of_seal(settings: Settings, found: Inventory, sealed: Seal) -> Inventory:
    """A sound file: what was recorded later is in the archive, or else still in the log."""
    path, folder = settings.data / engine.FILE, settings.data / archive.FOLDER
    gaps = found.gaps(max(found.last, sealed.versie))
    rest = engine.log_of(path)
    if any(tot > sealed.versie for _, tot in gaps) or (gaps and rest.exists()):
        return _mend(settings, found)
    rest.unlink(missing_ok=True)
    if gaps:
        with _ledger(path) as ledger:
            return _complete(folder, ledger, found, gaps)
    same = [one for one in found.whole if one.van <= sealed.versie]
    return found if register.chain(same) == sealed.archief else _renew(settings, found)


def _mend(settings: Settings, found: Inventory) -> Inventory:
    """A file that can't be trusted: everything comes from the archive, if need be by way of it."""
    path, folder = settings.data / engine.FILE, settings.data / archive.FOLDER
    of_before = ouder.older(folder, found.damaged)
    if of_before:
        log.warning("%s", ouder.OLDER)
    with _ledger(path) as ledger:
        last = max(found.last, ledger.last if ledger else 0)
        gaps = found.gaps(last)
        if gaps:
            found = _complete(folder, ledger, found, gaps)
    for naam in of_before:
        (folder / naam).unlink(missing_ok=True)  # all that it held is in a file of today
    if last:
        return _renew(settings, inventory(folder) if of_before else found, is_older=bool(of_before))
    if ledger is None and path.exists() and path.stat().st_size > HEADERS:
        raise WarehouseDamaged(
            f"{path.name} is niet te lezen en het archief is leeg. Zet beide terug uit een "
            "reservekopie en begin opnieuw; er is niets veranderd."
        )
    path.unlink(missing_ok=True)
    engine.log_of(path).unlink(missing_ok=True)
    return found


def _renew(settings: Settings, found: Inventory, *, is_older: bool = False) -> Inventory:
    path = settings.data / engine.FILE
    fresh = _build(settings, found)
    if path.exists():
        _set_aside(path, ouder.ASIDE if is_older else ASIDE)
    put_in_place(fresh, path, found)
    _tell(settings.data, ouder.UPDATED if is_older else RENEWED)
    return found


def _build(settings: Settings, found: Inventory) -> Path:
    fresh = settings.data / f"{engine.FILE}.nieuw"
    replay.build(fresh, settings, settings.data / archive.FOLDER, found.whole)
    return fresh


def _complete(folder: Path, ledger: Extract | None, found: Inventory, gaps: list[Gap]) -> Inventory:
    lost = sorted({naam for gap in gaps for naam in found.names_of(gap)})
    of_before = ouder.older(folder, lost)
    written = _written(folder, ledger, found, gaps, of_before) if ledger else None
    if written is None:
        why = ouder.NO_SOURCE if of_before else LOST
        raise WarehouseDamaged(why.format(_listed(folder, lost, gaps)))
    for naam in {*lost, *found.damaged} - {one.naam for one in written}:
        (folder / naam).unlink(missing_ok=True)
    register.keep(folder, sorted([*found.whole, *written], key=lambda one: one.van))
    complete_now = inventory(folder)
    if still := complete_now.gaps(gaps[-1][1]):
        raise WarehouseDamaged(LOST.format(_listed(folder, [], still)))
    if not of_before or len(of_before) < len(lost):
        spoiled = sorted({*lost} - {*of_before})
        _tell(folder.parent, f"{COMPLETED} Het ging om: {_listed(folder, spoiled, gaps)}.")
    return complete_now


def _written(
    folder: Path, ledger: Extract, found: Inventory, gaps: list[Gap], of_before: list[str]
) -> list[Archived] | None:
    """What the archive lacks, written to it; None when the ledger is no source for that."""
    try:
        if ledger.last < gaps[-1][1] or not _may_be_trusted(ledger, found, gaps):
            return None
        if not ouder.agrees(ledger, folder, of_before):
            return None
        return [archive.write(folder, part) for gap in gaps for part in ledger.parts(*gap)]
    except duckdb.Error as error:
        log.warning("Het gegevensbestand is niet te lezen (%s).", type(error).__name__)
        return None


def _may_be_trusted(ledger: Extract, found: Inventory, gaps: list[Gap]) -> bool:
    """Whether the ledger says what the whole files say, and what is known of the others."""
    gone = [
        one for one in found.known if any(van <= one.van and one.tot <= tot for van, tot in gaps)
    ]
    files = sorted({*found.whole, *gone}, key=lambda one: one.van)
    return ledger.agrees_with(one for one in files if one.tot <= ledger.last)


@contextmanager
def _ledger(path: Path) -> Iterator[Extract | None]:
    """The ledger of a file, or None when there is none or DuckDB can't read it."""
    connection = None
    ledger = None
    if path.exists() and path.stat().st_size:
        try:
            connection = engine.connect(path)
            ledger = Extract(connection)
        except duckdb.Error as error:
            if engine.is_taken(error):
                raise
            log.warning("Het gegevensbestand is niet te lezen (%s).", type(error).__name__)
    try:
        yield ledger
    finally:
        if connection is not None:
            connection.close()


def forget_aside(path: Path) -> None:
    """Delete the older and damaged files that were set aside: they hold what had to go."""
    for one in _aside(path):
        one.unlink()


def _set_aside(path: Path, mark: str) -> None:
    stamp = f"{mark}{now():%Y%m%dT%H%M%S%f}"
    unseal(path)
    for one in (path, engine.log_of(path)):
        if one.exists():
            one.replace(one.with_name(one.name.replace(path.name, path.name + stamp)))
    files = _aside(path)
    names = {one.name.removesuffix(".wal") for one in files}
    kept = sorted(names, key=lambda name: name.rpartition("-")[2], reverse=True)[:KEPT_ASIDE]
    for one in files:
        if one.name.removesuffix(".wal") not in kept:
            one.unlink()


def _aside(path: Path) -> list[Path]:
    return [one for any_ in (ASIDE, ouder.ASIDE) for one in path.parent.glob(f"*{any_}*")]


def _tell(data: Path, what: str) -> None:
    log.warning("%s", what)
    (data / MENDED).write_text(f"{now():%Y-%m-%dT%H:%M:%SZ} {what}\n", encoding="utf-8")


def _listed(folder: Path, names: Iterable[str], gaps: Iterable[Gap]) -> str:
    files = [f"{folder.name}/{naam}" for naam in names]
    return ", ".join(files or [f"leveringen {van} tot en met {tot}" for van, tot in gaps])
