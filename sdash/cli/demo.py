"""The sample municipality: its past is loaded once, then it is shown with messages that go on."""

import argparse
import math
import secrets
import shutil
import threading
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from sdash.cli.output import say
from sdash.cli.progress import ProgressBar
from sdash.cli.serve import check, serve
from sdash.service.control import CommandRefused
from sdash.service.receipt import Ontvangst
from sdash.service.service import Service
from sdash.settings import INSTELLINGEN, Settings, demo_key_file
from sdash.simulate import generate, live
from sdash.simulate.plaats import ANDERE, VOORBEELD, plaats
from sdash.simulate.stroom import LAATSTE_MAAND
from sdash.simulate.voorbeeld import bestanden

STATE: Final = "demo.json"
SEED: Final = 1  # the seed of the files in the sample
LATER: Final = frozenset(
    {
        *("casussen", "casustaken", "formatie", "taakgericht", "subsidies", "eigen_bijdragen"),
        *("reserves", "pgb", "uitkeringen", "wachttijden", "meldingen", "verwijzingen"),
        *("medicatie", "leefgebieden", "plannen", "clientervaring"),
        "trajecten",
    }
)
"""Files of the sample that tell of the months of the messages."""
SECONDS_BETWEEN_MESSAGES: Final = 2.0
MOST_WAITING: Final = 10
A_MINUTE: Final = 60_000
"""So many months of care of one person are read in a minute."""
GROUP: Final = 1000
"""How many messages of the past share a transaction: nobody waits for the first ones."""


class Size(BaseModel):
    """How many people with care, over how many months."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gemeente: str = VOORBEELD
    clients: int
    months: int


MONTHS: Final = 34
SMALL: Final = {"clients": 80, "months": 4}
BEFORE: Final = date(2023, 12, 31)
"""The day on which the tables of the sample count as received: before the first message."""
AFTER: Final = date(2026, 10, 31)
"""The day on which the files of those months count as received."""


class State(BaseModel):
    """What is in a demo folder, and how many messages of the stream it has had."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: Size
    complete: bool = False
    sent: int = 0

    @classmethod
    def read(cls, folder: Path) -> "State | None":
        """The state of a folder; None when it is not of a demo."""
        try:
            return cls.model_validate_json((folder / STATE).read_bytes())
        except (OSError, ValidationError):
            return None

    def write(self, folder: Path) -> None:
        """Keep it, whole or not at all."""
        draft = folder / f".{STATE}"
        draft.write_text(self.model_dump_json(), encoding="utf-8")
        draft.replace(folder / STATE)


def demo(chosen: argparse.Namespace) -> int:
    """Load the sample municipality where that is needed, and show it."""
    size = _size(chosen.gemeente or VOORBEELD, small=chosen.klein)
    folder = (chosen.data or _folder(size.gemeente)).absolute()
    chosen.data = folder
    check(folder, chosen.host, chosen.port)
    _make(folder, size)
    state = State.read(folder)
    if state is None or not state.complete:
        _load(Settings.load(folder), size)
    if not chosen.geen_stroom:
        threading.Thread(target=_stream, args=(folder,), name="sdash-stroom", daemon=True).start()
    return serve(chosen)


def _size(code: str, *, small: bool) -> Size:
    if code not in {VOORBEELD, *ANDERE}:
        known = ", ".join(f"{one} ({plaats(one).naam})" for one in (VOORBEELD, *ANDERE))
        raise CommandRefused(f"Van gemeente {code} is er geen voorbeeld; wel van {known}.")
    whole = {"clients": plaats(code).clienten, "months": MONTHS}
    return Size(gemeente=code, **(SMALL if small else whole))


def _folder(code: str) -> Path:
    return Path("demo" if code == VOORBEELD else f"demo-{code}")


def _make(folder: Path, size: Size) -> None:
    """Make the folder of a new demo; a complete one of the same size is used again."""
    state, key = State.read(folder), demo_key_file(folder)
    if state is None and folder.exists() and any(folder.iterdir()):
        raise CommandRefused(f"In {folder} staat iets anders dan een demo; kies een andere map.")
    if state is not None and state.complete and state.size == size and key.exists():
        return
    if state is not None:
        shutil.rmtree(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    State(size=size).write(folder)
    shutil.copyfile(plaats(size.gemeente).map / INSTELLINGEN, folder / INSTELLINGEN)
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_hex(32), encoding="utf-8")


def _load(settings: Settings, size: Size) -> None:
    """Read the tables of the sample, and then its past as messages."""
    waar = plaats(size.gemeente)
    minutes = math.ceil(size.clients * size.months / A_MINUTE)
    about = "een minuut" if minutes == 1 else f"{minutes} minuten"
    say(f"Voorbeeldgemeente {waar.naam} wordt geladen; dat duurt ongeveer {about}.")
    past, beside = settings.data / "geschiedenis", settings.data / "bestanden"
    for folder in (past, beside):
        folder.mkdir(mode=0o700)
    for message in generate(SEED, size.clients, size.months, waar=waar):
        (past / message.name).write_bytes(message.inhoud)
    for name, content in bestanden(waar, SEED, MONTHS, LAATSTE_MAAND).items():
        (beside / name).write_bytes(content)
    with closing(Service(settings)) as service, ProgressBar("Inlezen") as progress:
        files = sorted(beside.glob("*.csv"))
        tables = [path for path in files if path.stem not in LATER]
        service.ingest(tables, Ontvangst(ontvangen=BEFORE), progress)
        service.ingest([past], Ontvangst(ontvangen="dagtekening"), progress, GROUP)
        later = [path for path in files if path.stem in LATER]
        service.ingest(later, Ontvangst(ontvangen=AFTER), progress)
    for folder in (past, beside):
        shutil.rmtree(folder)
    State(size=size, complete=True).write(settings.data)


def _stream(folder: Path) -> None:
    """Drop what comes next into the inbox, one message at a time, from where it stopped."""
    state = State.read(folder)
    if state is None:
        return
    inbox = folder / "inbox"
    pause = threading.Event()
    size = state.size
    coming = live(SEED, size.clients, size.months, waar=plaats(size.gemeente))
    for sent, message in enumerate(islice(coming, state.sent, None), start=state.sent + 1):
        while sum(1 for _ in inbox.glob("*.xml")) >= MOST_WAITING:
            pause.wait(SECONDS_BETWEEN_MESSAGES)
        draft = inbox / ".stroom"
        draft.write_bytes(message.inhoud)
        draft.replace(inbox / message.name)
        State(size=size, complete=True, sent=sent).write(folder)
        pause.wait(SECONDS_BETWEEN_MESSAGES)
