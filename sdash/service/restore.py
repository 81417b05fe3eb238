"""Puts a backup back into an empty data folder; the next start makes the warehouse from it."""

import shutil
from pathlib import Path
from typing import Any

from sdash.service.control import CommandRefused, Progress
from sdash.service.folder import HERSTEL, DataFolder, FolderBusy, FolderLock
from sdash.service.manifest import Manifest, copy, fingerprint, sync, sync_all, write


def restore(source: Path, folder: DataFolder, progress: Progress) -> dict[str, Any]:
    """Put the archive and the settings of a backup in a data folder that is still empty.

    Everything is copied and looked at beside its place first. Raises CommandRefused when the
    backup is damaged, naming the file, or when there is something in the folder.
    """
    manifest = Manifest.read(source)
    folder.root.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        lock = FolderLock(folder.lock)
    except FolderBusy:
        raise CommandRefused(f"Er is nog een sdash met {folder.root} bezig; stop die.") from None
    try:
        _check_empty(folder, manifest)
        _place(source, folder, manifest, progress)
    finally:
        lock.release()
    return {
        "gegevensmap": str(folder.root),
        "back_up_van": manifest.model_dump(mode="json")["gemaakt_op"],
        "bestanden": len(manifest.bestanden),
        "instellingen": len(manifest.instellingen),
    }


def _check_empty(folder: DataFolder, manifest: Manifest) -> None:
    ours = {folder.lock.name}
    if folder.herstel.exists():  # broken off before: nobody could open the folder since then
        ours |= {HERSTEL, *(name.partition("/")[0] for name in manifest.instellingen)}
    if {path.name for path in folder.root.iterdir()} - ours:
        raise CommandRefused(
            f"{folder.root} is niet leeg. Herstellen kan alleen in een nieuwe, lege gegevensmap; "
            "zet wat er staat eerst ergens anders."
        )


def _place(source: Path, folder: DataFolder, manifest: Manifest, progress: Progress) -> None:
    half, archief = folder.herstel, folder.archief
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(mode=0o700)
    (half / archief.name).mkdir(mode=0o700)
    try:
        for done, name in enumerate(manifest.bestanden, start=1):
            _copy(source, half, name, manifest)
            progress(done, len(manifest.bestanden))
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    for name, text in manifest.instellingen.items():
        write(folder.root / name, text.encode())
    sync_all(folder.root)
    (half / archief.name).rename(archief)  # from here on the folder is whole
    half.rmdir()
    sync(folder.root)


def _copy(source: Path, half: Path, name: str, manifest: Manifest) -> None:
    wanted = manifest.bestanden[name]
    try:
        is_whole = copy(source / name, half / name) == wanted
    except FileNotFoundError:
        is_whole = False
    if not is_whole or fingerprint(half / name) != wanted:
        raise CommandRefused(
            f"Deze back-up is beschadigd: {name} ontbreekt of klopt niet. Er is niets hersteld; "
            "gebruik een andere."
        )
