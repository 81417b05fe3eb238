"""What Prometheus reads at `/metrics`: its text format, with names that stay as they are."""

import contextlib
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Literal

from sdash import __version__
from sdash.ingest.reading import ONLEESBAAR
from sdash.queries.gegevens import Bron
from sdash.service.health import Toestand

if TYPE_CHECKING:
    from sdash.service.service import Service

Labels = tuple[tuple[str, str], ...]
CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
_STATM: Final = Path("/proc/self/statm")
_ESCAPES: Final = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n"})


@dataclass
class Duur:
    """How long one kind of work took since the start, and for how many files."""

    seconden: float = 0.0
    bestanden: int = 0
    _lock: Lock = field(default_factory=Lock)

    @contextlib.contextmanager
    def of(self, bestanden: int) -> Iterator[None]:
        """Count the time of what is done here, also when it fails."""
        start = time.perf_counter()
        try:
            yield
        finally:
            with self._lock:
                self.seconden += time.perf_counter() - start
                self.bestanden += bestanden


@dataclass(frozen=True)
class Meter:
    """One metric: its name without `sdash_`, its kind, what it says, and its values by label."""

    naam: str
    soort: Literal["counter", "gauge", "summary"]
    uitleg: str
    waarden: Mapping[Labels, float]
    endings: Mapping[str, float] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """The metric in the text format."""
        yield f"# HELP sdash_{self.naam} {self.uitleg}"
        yield f"# TYPE sdash_{self.naam} {self.soort}"
        for labels, waarde in self.waarden.items():
            said = ",".join(f'{name}="{text.translate(_ESCAPES)}"' for name, text in labels)
            yield f"sdash_{self.naam}{f'{{{said}}}' if said else ''} {_number(waarde)}"
        for ending, waarde in self.endings.items():
            yield f"sdash_{self.naam}_{ending} {_number(waarde)}"


def text(meters: Iterable[Meter]) -> str:
    """All metrics as one text."""
    return "".join(f"{line}\n" for meter in meters for line in meter.lines())


def gauge(naam: str, uitleg: str, waarde: float) -> Meter:
    """A metric of one value, that may go up and down."""
    return Meter(naam, "gauge", uitleg, {(): waarde})


def _moment(naam: str, uitleg: str, waarde: datetime | None) -> list[Meter]:
    """A moment in seconds since 1970; no metric when there was none."""
    if waarde is None:
        return []
    return [gauge(f"{naam}_timestamp_seconds", uitleg, waarde.timestamp())]


def _duration(naam: str, uitleg: str, duur: Duur) -> Meter:
    """The time that files took, and how many they were."""
    counts = {"sum": duur.seconden, "count": duur.bestanden}
    return Meter(f"{naam}_seconds", "summary", uitleg, {}, counts)


def of_server(service: "Service", started: datetime, screens: int) -> Iterator[Meter]:
    """Everything that a running server tells."""
    labels = (("versie", __version__), ("duckdb", version("duckdb")))
    waiting = service.folder.waiting()
    yield Meter("info", "gauge", "Altijd 1; de versies staan erbij.", {labels: 1})
    yield gauge("versie", "Groeit met alles wat gelezen wordt.", service.answers.version)
    yield gauge("in_inbox", "Bestanden die in de inbox wachten.", waiting["in_inbox"])
    refused = waiting["afgekeurde_bestanden"]
    yield gauge("afgekeurde_bestanden", "Geweigerde bestanden die bewaard zijn.", refused)
    yield from _of_toestand(service.toestand())
    yield _duration("lezen", "Tijd die het lezen van bestanden nam.", service.lezen)
    yield _duration("vastleggen", "Tijd die het vastleggen nam.", service.vastleggen)
    yield gauge("sessies", "Open schermen.", screens)
    yield gauge("geheugen_bytes", "Geheugen van de server zonder het leesproces.", _memory())
    yield from _moment("gestart", "Moment waarop de server begon.", started)


def _of_toestand(toestand: Toestand) -> list[Meter]:
    """What came in by kind, and how each check stands."""
    return [
        Meter(
            "gezond",
            "gauge",
            "1 als deze controle goed is, anders 0.",
            {(("controle", c.naam),): float(c.goed) for c in toestand.controles},
        ),
        _by_kind("leveringen", "Leveringen die gelezen zijn.", toestand, "leveringen"),
        _by_kind("records_geaccepteerd", "Records die tellen.", toestand, "geaccepteerd"),
        _by_kind("records_afgekeurd", "Records die geweigerd zijn.", toestand, "afgekeurd"),
        *_moment("laatste_levering", "Moment van de nieuwste levering.", toestand.laatste),
        gauge("schijf_vrij_bytes", "Vrije ruimte voor de gegevensmap.", toestand.vrij),
    ]


def _by_kind(naam: str, uitleg: str, toestand: Toestand, column: str) -> Meter:
    counts: Counter[Labels] = Counter()
    for bron in toestand.bronnen:
        counts[(("soort", bron.soort or ONLEESBAAR),)] += _count(bron, column)
    return Meter(f"{naam}_total", "counter", uitleg, {key: counts[key] for key in sorted(counts)})


def _count(bron: Bron, column: str) -> int:
    count: int = getattr(bron, column)
    return count


def _memory() -> int:
    """The resident memory of this process in bytes; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    return int(_STATM.read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(float(value))
