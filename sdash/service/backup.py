"""A backup of a data folder: its archive and its settings, never its key, whole or not at all."""

import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from sdash import __version__
from sdash.clock import now
from sdash.service import render
from sdash.service.control import CommandFailed, CommandRefused, Progress
from sdash.service.folder import DataFolder
from sdash.service.manifest import (
    DRAFT,
    MANIFEST,
    Bewaard,
    Manifest,
    copy,
    fingerprint,
    sync,
    sync_all,
    write,
)
from sdash.settings import Settings
from sdash.warehouse.archive import numbers


class Laatste(BaseModel):
    """What a data folder remembers of its newest backup."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gemaakt_op: datetime

    @classmethod
    def read(cls, folder: DataFolder) -> datetime | None:
        """When the newest backup was made; None when that is not known."""
        try:
            return cls.model_validate_json(folder.laatste_backup.read_bytes()).gemaakt_op
        except (OSError, ValidationError):
            return None


def make(
    settings: Settings, names: Iterable[str], target: Path, progress: Progress
) -> dict[str, Any]:
    """Copy what is new into a backup, look at all of it, and only then call it one.

    `names` are the files of the archive that count. Nobody needs to stop writing: such a file is
    never changed. Raises CommandRefused when the backup would lose something by it.
    """
    folder, target = DataFolder(settings.data), target.absolute()
    _check_apart(folder.root, target)
    earlier = Manifest.read(target) if _is_filled(target) else None
    place = target if earlier else _draft(target)
    (place / folder.archief.name).mkdir(mode=0o700, exist_ok=True)
    wanted = sorted(names)
    _check_kept(earlier, wanted)
    known = earlier.bestanden if earlier else {}
    new, bestanden = 0, dict[str, Bewaard]()
    for done, name in enumerate(wanted, start=1):
        bestanden[name], was_copied = _keep(folder.root, place, name, known.get(name))
        new += was_copied
        progress(done, len(wanted))
    manifest = Manifest(
        sdash=__version__, gemaakt_op=now(), instellingen=folder.texts(), bestanden=bestanden
    )
    _finish(manifest, place, target)
    write(folder.laatste_backup, Laatste(gemaakt_op=manifest.gemaakt_op).model_dump_json().encode())
    return {
        "map": str(target),
        "gemaakt_op": render.plain(manifest.gemaakt_op),
        "bestanden": len(bestanden),
        "nieuw": new,
        "bytes": sum(bewaard.bytes for bewaard in bestanden.values()),
    }


def _check_apart(data: Path, target: Path) -> None:
    if target.is_relative_to(data) or data.is_relative_to(target):
        raise CommandRefused("Een back-up staat niet in de gegevensmap zelf; kies een andere map.")


def _is_filled(target: Path) -> bool:
    if target.exists() and not target.is_dir():
        raise CommandRefused(f"{target} is geen map.")
    return target.exists() and any(target.iterdir())


def _draft(target: Path) -> Path:
    """A new folder beside the target; one that was left there by a backup that was killed goes."""
    draft = target.with_name(f".{target.name}{DRAFT}")
    if draft.exists():
        shutil.rmtree(draft)
    draft.mkdir(mode=0o700, parents=True)
    return draft


def _check_kept(earlier: Manifest | None, wanted: list[str]) -> None:
    """Refuse when the archive lost a file: what goes after bewaarjaren leaves its numbers there."""
    there = {*wanted, *map(_range, wanted)}
    known = earlier.bestanden if earlier else {}
    gone = [name for name in known if name not in there and _range(name) not in there]
    if gone:
        raise CommandRefused(
            f"In het archief ontbreekt {gone[0]}, dat in de back-up wel staat"
            f"{f' (en nog {len(gone) - 1})' if gone[1:] else ''}. De back-up is niet veranderd. "
            "Zet het terug, of maak een back-up in een nieuwe map."
        )


def _range(name: str) -> tuple[int, int]:
    """The deliveries in a file; that changes nothing when it is written anew after bewaarjaren."""
    return numbers(PurePosixPath(name).name)


def _keep(data: Path, place: Path, name: str, known: Bewaard | None) -> tuple[Bewaard, bool]:
    """Have one file in the backup as it is in the archive; whether it had to be copied."""
    source, target = data / name, place / name
    try:
        found = fingerprint(source)
    except FileNotFoundError:
        raise CommandFailed(f"{name} is weg uit het archief; er is geen back-up gemaakt.") from None
    if known and found != known:
        raise CommandRefused(
            f"{name} is in het archief veranderd sinds de vorige back-up, en dat hoort niet. "
            "De back-up houdt de oude. Maak een back-up in een nieuwe map als dit zo moet."
        )
    if target.is_file() and fingerprint(target) == found:
        return found, False
    copied = copy(source, target)
    if copied != found or fingerprint(target) != found:
        raise CommandFailed(f"{name} is niet goed in de back-up gekomen; probeer het opnieuw.")
    return found, True


def _finish(manifest: Manifest, place: Path, target: Path) -> None:
    sync_all(place)
    manifest.write(place)
    if place == target:
        _sweep(place, manifest.bestanden)
        return
    if target.exists():
        target.rmdir()
    place.rename(target)
    sync(target.parent)


def _sweep(place: Path, bestanden: Mapping[str, Bewaard]) -> None:
    """Take away what is no part of the backup any more."""
    for path in place.rglob("*"):
        name = path.relative_to(place).as_posix()
        if path.is_file() and name not in {*bestanden, MANIFEST}:
            path.unlink()
