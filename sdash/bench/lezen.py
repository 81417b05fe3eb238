"""From XML to accepted records, and on to a durable commit."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from typing import Final

from lxml import etree

from sdash.bench.gemeente import gemeente
from sdash.bench.keuze import Keuze
from sdash.bench.meting import CPU, WAND, Meting, mediaan
from sdash.bench.piek import peak_of
from sdash.clock import now
from sdash.domain import Wet
from sdash.ingest import Reader, read
from sdash.settings import Settings
from sdash.simulate.catalogus import AANBIEDERS, PRODUCT
from sdash.simulate.kalender import laatste_dag
from sdash.simulate.personen import bsns
from sdash.simulate.plaats import VOORBEELD
from sdash.simulate.regels import Declaratie, Regel, bericht_323
from sdash.simulate.xml import Kop
from sdash.warehouse import Receipt, Warehouse

VRAAG: Final = (
    "Hoe snel wordt een declaratie van 25 MB gelezen: tot goedgekeurde regels zonder BSN, en "
    "verder tot ze vastliggen in boek en archief?"
)
BYTES: Final = 25_000_000
BYTES_OF_A_TRIAL: Final = 500_000
TIMES: Final = 7
TIMES_OF_A_TRIAL: Final = 2
SOME: Final = 1_000
VOLUMES: Final = (7, 11)
"""Lines a person in one declaratie: about as many as the generated municipality has."""
MAAND: Final = date(2026, 10, 1)
HULP: Final = PRODUCT["45A03"]
LINES_A_SECOND: Final = 50_000
TIMES_BARE: Final = 3
DURABLE_A_SECOND: Final = 20_000


def meet(keuze: Keuze) -> list[Meting]:
    """Read and record declaraties that differ in nothing but their numbers."""
    size, times = (BYTES_OF_A_TRIAL, TIMES_OF_A_TRIAL) if keuze.kort else (BYTES, TIMES)
    settings = gemeente(keuze)
    paths = [_written(keuze.werkmap, number, size) for number in range(times + 1)]
    lines = read(paths[0], settings).geaccepteerd
    return [
        Meting("regels in de declaratie", lines, ""),
        *_reading(paths[0], lines, settings, times),
        *_recording(paths, lines, settings),
    ]


def _reading(path: Path, lines: int, settings: Settings, times: int) -> Iterator[Meting]:
    """Ours and the bare parser in turn, so that both meet the same machine."""

    def ours() -> None:
        read(path, settings)

    def bare() -> None:
        for _, element in etree.iterparse(path):
            element.clear()

    pairs = [_both_clocks(ours) + _both_clocks(bare) for _ in range(times + 1)][1:]
    wall, cpu, bare_wall, bare_cpu = zip(*pairs, strict=True)
    yield _speed("gelezen en goedgekeurd", lines, wall, LINES_A_SECOND)
    yield _speed("gelezen en goedgekeurd, per CPU-seconde", lines, cpu)
    for naam, own, limit, doel in (
        ("lezen naast een kale iterparse", wall, bare_wall, TIMES_BARE),
        ("lezen naast een kale iterparse, in CPU-tijd", cpu, bare_cpu, None),
    ):
        yield Meting(naam, mediaan(own) / mediaan(limit), "keer", doel)
    yield Meting("geheugen bij lezen, piek", peak_of(ours), "MB")


def _recording(paths: list[Path], lines: int, settings: Settings) -> Iterator[Meting]:
    """The road of a server: a process reads the next file while this one records the last."""
    recorded: list[tuple[float, float]] = []
    durable: list[float] = []
    with closing(Warehouse.open(settings)) as warehouse, Reader(settings) as reader:
        reader.start()
        for reading in reader.read_all(paths):
            receipt = Receipt(ontvangen_op=now())
            recorded.append(_both_clocks(partial(warehouse.record, [reading], [receipt])))
            durable.append(WAND())
    walls, cpus = zip(*recorded[1:], strict=True)
    yield _speed("vastgelegd", lines, walls)
    yield _speed("vastgelegd, per CPU-seconde", lines, cpus)
    between = [after - before for before, after in pairwise(durable)]
    yield _speed("van XML tot vastgelegd, bestand na bestand", lines, between, DURABLE_A_SECOND)


def _both_clocks(call: Callable[[], object]) -> tuple[float, float]:
    begin = WAND(), CPU()
    call()
    return WAND() - begin[0], CPU() - begin[1]


def _speed(naam: str, lines: int, seconds: Sequence[float], doel: float | None = None) -> Meting:
    return Meting(naam, lines / mediaan(seconds), "regels/s", doel, hoogstens=False)


def _written(folder: Path, number: int, size: int) -> Path:
    """A declaratie of about so many bytes, in which no line has a number of another."""
    clients = SOME * size // len(_declaratie(number, SOME))
    path = folder / f"declaratie_{number}.xml"
    path.write_bytes(_declaratie(number, clients))
    return path


def _declaratie(number: int, clients: int) -> bytes:
    """Each person with a few lines, as one aanbieder declares a month."""
    regels = (
        Regel(
            nummer=f"{number}{client:06d}{line}",
            bsn=bsn,
            toewijzing=client,
            categorie=HULP.categorie,
            code=HULP.code,
            begin=MAAND,
            eind=laatste_dag(MAAND),
            volume=volume,
            eenheid=HULP.eenheid,
            tarief=HULP.tarief,
            bedrag=volume * HULP.tarief,
        )
        for client, bsn in enumerate(islice(bsns(), clients))
        for line, volume in enumerate(VOLUMES)
    )
    kop = Kop(Wet.JW, "JW323", AANBIEDERS[0].agb, VOORBEELD, f"9{number:07d}", laatste_dag(MAAND))
    return bericht_323(kop, Declaratie(f"BENCH{number}", MAAND, tuple(regels)))
