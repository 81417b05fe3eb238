"""The commands on a data folder: each prints the same, with or without a running server."""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Final

from sdash.cli.output import Line, say, write_csv, write_json, write_table
from sdash.cli.progress import ProgressBar
from sdash.service.commands import Commands, open_archive, open_commands
from sdash.service.receipt import Ontvangst
from sdash.settings import Settings

UNREADABLE: Final = 2
COUNTS: Final = ("gelezen", "geaccepteerd", "afgekeurd")
REASONS_A_FILE: Final = 10
REASONS_OF_CHECK: Final = 1000


def ingest(chosen: argparse.Namespace) -> int:
    """Read files into the warehouse."""
    ontvangst = Ontvangst(ontvangen=chosen.ontvangen, historie=chosen.historie)
    with _open(chosen) as commands, ProgressBar("Inlezen") as progress:
        outcomes = commands.ingest(chosen.paths, ontvangst, progress)
    return _report(outcomes, as_json=chosen.json)


def check(chosen: argparse.Namespace) -> int:
    """Read files and keep nothing of them; propose a koppeling for unknown columns."""
    from sdash.ingest.koppeling import faults
    from sdash.service.check import check as check_files

    settings = Settings.load(chosen.data, with_key=False)
    for fault in faults(settings.data):
        say(fault)
    with ProgressBar("Nakijken") as progress:
        outcomes = check_files(chosen.paths, settings, progress)
    proposals = [outcome["voorstel"] for outcome in outcomes if "voorstel" in outcome]
    if chosen.json or not proposals:
        return _report(outcomes, as_json=chosen.json, reasons=REASONS_OF_CHECK)
    with contextlib.redirect_stdout(sys.stderr):  # so that `> koppelingen/naam.toml` saves it
        status = _report(outcomes, as_json=False, reasons=REASONS_OF_CHECK)
    sys.stdout.write("\n".join(proposals))
    return status


def query(chosen: argparse.Namespace) -> int:
    """Ask one query, in a role."""
    from sdash.cli import werkboek
    from sdash.sql import registry

    with _open(chosen) as commands:
        rows = commands.query(chosen.name, dict(chosen.parameters), chosen.role, chosen.as_of)
    header = registry[chosen.name].header
    columns = [column.name for column in header.columns]
    if chosen.xlsx:
        werkboek.write(chosen.xlsx, header, rows, chosen)
    elif chosen.csv:
        write_csv(rows, columns)
    else:
        _write(rows, columns, as_json=chosen.json)
    return 0


def retract(chosen: argparse.Namespace) -> int:
    """Take one delivery out of all figures."""
    with _open(chosen) as commands:
        rows = commands.retract(chosen.levering, chosen.reden)
    _write(rows, [*rows[0]], as_json=chosen.json)
    return 0


def note(chosen: argparse.Namespace) -> int:
    """Keep what somebody says of a signal."""
    said = {name: getattr(chosen, name) for name in ("reeks", "notitie", "stand", "aanbod")}
    with _open(chosen) as commands:
        rows = commands.note(chosen.role, {**said, "maand": f"{chosen.maand}"})
    _write(rows, [*rows[0]], as_json=chosen.json)
    return 0


def status(chosen: argparse.Namespace) -> int:
    """Say what is in."""
    with _open(chosen) as commands:
        rows = commands.status()
    if chosen.json:
        write_json(rows)
    else:
        write_table([{"": name, "nu": _said(value)} for name, value in rows[0].items()], ["", "nu"])
    return 0


def rebuild(chosen: argparse.Namespace) -> int:
    """Make the whole warehouse again from the archive."""
    with _open(chosen) as commands:
        rows = commands.rebuild()
    _write(rows, [*rows[0]], as_json=chosen.json)
    return 0


def backup(chosen: argparse.Namespace) -> int:
    """Copy the archive and the settings to a folder, or what is new of them."""
    from sdash.service.backup import make

    settings = Settings.load(chosen.data, with_key=False)
    with open_archive(settings, _waiting) as names, ProgressBar("Back-up") as progress:
        row = make(settings, names, chosen.folder, progress)
    _write([row], [*row], as_json=chosen.json)
    return 0


def restore(chosen: argparse.Namespace) -> int:
    """Put a backup back into an empty data folder."""
    from sdash.service.folder import DataFolder
    from sdash.service.restore import restore as put_back

    folder = DataFolder(Settings.load(chosen.data, with_key=False).data)
    with ProgressBar("Terugzetten") as progress:
        row = put_back(chosen.folder, folder, progress)
    _write([row], [*row], as_json=chosen.json)
    return 0


def _open(chosen: argparse.Namespace) -> AbstractContextManager[Commands]:
    return open_commands(chosen.data, _waiting)


def _waiting() -> None:
    say("Een ander is met deze gegevensmap bezig; even wachten ...")


def _write(rows: Sequence[Line], columns: Sequence[str], *, as_json: bool) -> None:
    if as_json:
        write_json(rows)
    else:
        write_table(rows, columns)


def _said(value: object) -> object:
    """A value in words: Python counts true as one, and one is no yes."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value


def _report(outcomes: Sequence[Line], *, as_json: bool, reasons: int = REASONS_A_FILE) -> int:
    if as_json:
        write_json(outcomes)
    else:
        _explain(outcomes, reasons)
    return UNREADABLE if any(outcome["soort"] is None for outcome in outcomes) else 0


def _explain(outcomes: Sequence[Line], most: int) -> None:
    """What came of the files: one line a kind, and the reasons of what was refused."""
    kinds = sorted({outcome["soort"] or "" for outcome in outcomes})
    write_table([_sum_of(kind, outcomes) for kind in kinds], ["soort", "bestanden", *COUNTS])
    for outcome in outcomes:
        reasons = outcome["redenen"]
        for reden in reasons[:most]:
            where = f"{outcome['bestand']}, {reden['plaats']}"
            sys.stdout.write(f"{where}: {reden['reden']} ({reden['code']})\n")
        if len(reasons) > most:
            more = len(reasons) - most
            sys.stdout.write(f"{outcome['bestand']}: en nog {more}; --json geeft ze alle.\n")


def _sum_of(kind: str, outcomes: Sequence[Line]) -> Line:
    same = [outcome for outcome in outcomes if (outcome["soort"] or "") == kind]
    sums = {name: sum(outcome[name] for outcome in same) for name in COUNTS}
    return {"soort": kind or "onleesbaar", "bestanden": len(same), **sums}
