"""Generated municipalities: a real stream of messages for a village, and its multiples for more.

The village is read from messages as any municipality is: all of them, month after month, from the
first day on. A larger one consists of that village many times over, as districts that share
aanbieders and wijken with some of the others (`veelvoud`): the stream itself would take days.
"""

import hashlib
import math
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Final

from pydantic import SecretBytes

from sdash.bench.keuze import Keuze, Maat
from sdash.bench.veelvoud import multiply
from sdash.service.receipt import Ontvangst
from sdash.service.service import Service
from sdash.settings import Settings
from sdash.simulate import Bericht, generate

ROOT: Final = Path(__file__).resolve().parents[2]
SAMPLE: Final = ROOT / "sample_data"
SHAPING: Final = (
    *("sdash/contracts", "sdash/ingest", "sdash/simulate", "sdash/warehouse"),
    *("queries/mart", "queries/staging", "queries/keuze"),
)
SEED: Final = 1
BEFORE: Final = date(2019, 10, 31)
"""The day on which the tables of the sample count as received: before the first message."""
MESSAGES_AT_ONCE: Final = 5_000
"""How many messages stand on disk at the same time."""
SLEUTEL: Final = SecretBytes(b"everyone may know the key of a generated municipality")


@dataclass(frozen=True)
class Stroom:
    """How many people with care, over how many months, and how many lines that gives at least."""

    clients: int
    months: int
    regels: int


BORGER: Final = Stroom(clients=2_200, months=84, regels=300_000)
"""As many lines as Borger-Odoorn has over seven years; the sample's 1,630 people give fewer."""
HONDERDDUIZEND: Final = Stroom(clients=2_200, months=29, regels=100_000)
PROEF: Final = Stroom(clients=40, months=14, regels=500)
DISTRICTS_OF_A_TRIAL: Final = 3


def settings_of(folder: Path) -> Settings:
    """The settings of a generated municipality."""
    return Settings(data=folder, sleutel=SLEUTEL, demo=True, grondslag_huishoudens="fictief")


def districts(keuze: Keuze) -> int:
    """How many times the village makes up a municipality of this size."""
    if keuze.kort:
        return 1 if keuze.maat is Maat.DORP else DISTRICTS_OF_A_TRIAL
    return math.ceil(keuze.maat.regels / BORGER.regels)


def gemeente(keuze: Keuze, naam: str = "gemeente") -> Settings:
    """A municipality of the chosen size in a data folder that its user may write to."""
    stroom = PROEF if keuze.kort else BORGER
    return _copy(keuze, _made(keuze, stroom, districts(keuze)), naam)


def kleine_gemeente(keuze: Keuze, naam: str = "klein") -> Settings:
    """The same of 100,000 lines, to compare a larger one with."""
    return _copy(keuze, _made(keuze, PROEF if keuze.kort else HONDERDDUIZEND, 1), naam)


def _copy(keuze: Keuze, made: Path, naam: str) -> Settings:
    target = keuze.werkmap / naam
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made, target)
    return settings_of(target)


def _made(keuze: Keuze, stroom: Stroom, times: int) -> Path:
    """The municipality that copies are taken of; it has its name once it is complete."""
    place = (keuze.bewaar or keuze.werkmap) / "gemeenten"
    made = place / f"{stroom.clients}x{stroom.months}x{times}-{_code()}"
    if made.exists():
        return made
    place.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=keuze.werkmap) as site:
        draft = Path(site, "gemeente")
        if times == 1:
            lees(settings_of(draft), stroom, Path(site))
        else:
            shutil.copytree(_made(keuze, stroom, 1), draft)
            multiply(settings_of(draft), times)
        draft.rename(made)
    return made


def _code() -> str:
    """A mark of all that shapes a warehouse: after a change of it a kept one is not used again."""
    found = (path for place in SHAPING for path in sorted((ROOT / place).rglob("*.*")))
    texts = [path.read_bytes() for path in found if path.suffix in {".py", ".sql"}]
    return hashlib.sha256(b"".join(texts)).hexdigest()[:8]


def lees(settings: Settings, stroom: Stroom, werkmap: Path, seed: int = SEED) -> None:
    """Read the tables of the sample and then the whole stream, in the order of sending."""

    def quiet(_done: int, _total: int) -> None:
        pass

    with closing(Service(settings)) as service:
        service.ingest(sorted(SAMPLE.glob("*.csv")), Ontvangst(ontvangen=BEFORE), quiet)
        for folder in _written(generate(seed, stroom.clients, stroom.months), werkmap):
            service.ingest([folder], Ontvangst(ontvangen="dagtekening"), quiet)


def _written(berichten: Iterable[Bericht], werkmap: Path) -> Iterator[Path]:
    """Folders with the next messages, each removed once it was used."""
    stream = iter(berichten)
    folder = werkmap / "berichten"
    while some := [*islice(stream, MESSAGES_AT_ONCE)]:
        folder.mkdir()
        for bericht in some:
            (folder / bericht.name).write_bytes(bericht.inhoud)
        yield folder
        shutil.rmtree(folder)
