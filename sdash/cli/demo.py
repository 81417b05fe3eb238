"""The sample municipality: its past is loaded once, then it is shown with messages that go on."""

import argparse
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
from sdash.settings import Settings, demo_key_file
from sdash.simulate import generate, live

SAMPLE: Final = Path(__file__).resolve().parents[2] / "sample_data"
FOLDER: Final = Path("demo")
STATE: Final = "demo.json"
SEED: Final = 1  # the seed of the casussen in the sample
LATER: Final = frozenset(
    {
        *("casussen", "casustaken", "formatie", "taakgericht", "subsidies", "eigen_bijdragen"),
        *("reserves", "pgb", "uitkeringen", "wachttijden", "meldingen", "verwijzingen"),
        "medicatie",
    }
)
"""Files of the sample that tell of the months of the messages."""
SECONDS_BETWEEN_MESSAGES: Final = 2.0
MOST_WAITING: Final = 10
GROUP: Final = 1000
"""How many messages of the past share a transaction: nobody waits for the first ones."""


class Size(BaseModel):
    """How many people with care, over how many months."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    clients: int
    months: int


WHOLE: Final = Size(clients=1610, months=34)
SMALL: Final = Size(clients=80, months=4)
INSTELLINGEN: Final = """demo = true

[sociale_teams]
casussen_per_fte = [17, 23]

[productgroepen]
Dyslexie = ["45D01"]
"""
"""Of the demo; the band and the group are as invented as its casussen and products."""
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
    folder = (chosen.data or FOLDER).absolute()
    size = SMALL if chosen.klein else WHOLE
    chosen.data = folder
    check(folder, chosen.host, chosen.port)
    _make(folder, size)
    state = State.read(folder)
    if state is None or not state.complete:
        _load(Settings.load(folder), size)
    if not chosen.geen_stroom:
        threading.Thread(target=_stream, args=(folder,), name="sdash-stroom", daemon=True).start()
    return serve(chosen)


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
    (folder / "instellingen.toml").write_text(INSTELLINGEN, encoding="utf-8")
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_hex(32), encoding="utf-8")


def _load(settings: Settings, size: Size) -> None:
    """Read the tables of the sample, and then its past as messages."""
    say("De voorbeeldgemeente wordt geladen; dat duurt ongeveer een minuut.")
    past = settings.data / "geschiedenis"
    past.mkdir(mode=0o700)
    for message in generate(SEED, size.clients, size.months):
        (past / message.name).write_bytes(message.inhoud)
    with closing(Service(settings)) as service, ProgressBar("Inlezen") as progress:
        files = sorted(SAMPLE.glob("*.csv"))
        tables = [path for path in files if path.stem not in LATER]
        service.ingest(tables, Ontvangst(ontvangen=BEFORE), progress)
        service.ingest([past], Ontvangst(ontvangen="dagtekening"), progress, GROUP)
        later = [path for path in files if path.stem in LATER]
        service.ingest(later, Ontvangst(ontvangen=AFTER), progress)
    shutil.rmtree(past)
    State(size=size, complete=True).write(settings.data)


def _stream(folder: Path) -> None:
    """Drop what comes next into the inbox, one message at a time, from where it stopped."""
    state = State.read(folder)
    if state is None:
        return
    inbox = folder / "inbox"
    pause = threading.Event()
    coming = live(SEED, state.size.clients, state.size.months)
    for sent, message in enumerate(islice(coming, state.sent, None), start=state.sent + 1):
        while sum(1 for _ in inbox.glob("*.xml")) >= MOST_WAITING:
            pause.wait(SECONDS_BETWEEN_MESSAGES)
        draft = inbox / ".stroom"
        draft.write_bytes(message.inhoud)
        draft.replace(inbox / message.name)
        State(size=state.size, complete=True, sent=sent).write(folder)
        pause.wait(SECONDS_BETWEEN_MESSAGES)
