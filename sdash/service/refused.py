"""The folder of refused files: each with a report beside it, and gone after some days."""

import errno
import json
import os
import shutil
import stat
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from sdash.service.folder import REPORT

NAME_BYTES: Final = 200
"""A name may take 255 bytes on disk; the report's own ending and a number have to fit behind it."""


def keep(path: Path, folder: Path, report: dict[str, Any]) -> Path:
    """Move a file to the folder of refused files, with its report; the name it got there.

    The report is there first, so that no refused file ever stands without its reason. A link moves
    as a link: what it points at is not ours.
    """
    target = _free(folder, path.name)
    beside = _write(target, report)
    try:
        _move(path, target)
    except OSError:
        beside.unlink(missing_ok=True)  # it is tried again later, and then gets its report
        raise
    return target


def report_only(name: str, folder: Path, report: dict[str, Any]) -> Path:
    """Leave the report of a file of which no copy has to be kept; where it stands."""
    return _write(_free(folder, name), report)


def sweep(folder: Path, now: datetime, days: int) -> int:
    """Delete what came into the folder more than some days ago; how many files went."""
    oldest = (now - timedelta(days=days)).timestamp()
    gone = 0
    for path in folder.iterdir():
        found = path.lstat()
        if found.st_ctime < oldest and not stat.S_ISDIR(found.st_mode):
            path.unlink()
            gone += 1
    return gone


def _free(folder: Path, name: str) -> Path:
    name = os.fsdecode(os.fsencode(name)[-NAME_BYTES:])
    if name.endswith(REPORT):  # or it would count as the report of another
        name = name.removesuffix(".json")
    target = folder / name
    number = 1
    while os.path.lexists(target) or os.path.lexists(_beside(target)):
        number += 1
        target = folder / f"{number}-{name}"
    return target


def _beside(path: Path) -> Path:
    return path.with_name(path.name + REPORT)


def _move(path: Path, target: Path) -> None:
    try:
        os.rename(path, target)  # noqa: PTH104  (Path.rename reads no better, and this one says "a link as a link")
    except OSError as error:
        if error.errno != errno.EXDEV:  # what can't be taken away here may not be copied either
            raise
        shutil.move(path, target)


def _write(target: Path, report: dict[str, Any]) -> Path:
    text = json.dumps(report, ensure_ascii=False, indent=2)
    draft = target.with_name(f".{target.name}{REPORT}")
    # A name that is not UTF-8 comes out as \udc.., which is how JSON writes it.
    try:
        draft.write_text(text + "\n", encoding="utf-8", errors="backslashreplace")
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    return draft.replace(_beside(target))
