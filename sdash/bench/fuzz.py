"""A hundred thousand damaged messages and files: none may break the reader, or be believed.

Each has a number, by which it is the same again: `python -m sdash.bench.fuzz NUMBER` reads that one
once more, and says what is wrong with it.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sdash.bench.gemeente import SAMPLE, settings_of
from sdash.bench.keuze import Keuze
from sdash.bench.meting import WAND, Meting
from sdash.bench.oordeel import bezwaar
from sdash.bench.piek import peak_of_children
from sdash.bench.voorraad import Geval, Voorraad
from sdash.ingest import Reader, Reading
from sdash.ingest.reader import BROKEN_OFF
from sdash.settings import Settings

VRAAG: Final = (
    "Blijft het lezen overeind bij honderdduizend beschadigde berichten en bestanden, en wordt er "
    "niets geaccepteerd dat niet klopt?"
)
GEVALLEN: Final = 100_000
GEVALLEN_VAN_EEN_PROEF: Final = 300
AT_ONCE: Final = 500
SECONDS: Final = 10.0
MB_AT_MOST: Final = 500
SHOWN: Final = 20


@dataclass
class Uitslag:
    """What came of all cases; `fouten` by number."""

    fouten: dict[int, str] = field(default_factory=dict)
    gevallen: Counter[str] = field(default_factory=Counter)
    records: int = 0
    geaccepteerd: int = 0
    langste: float = 0.0

    def tel(self, reading: Reading, seconds: float) -> None:
        """Count one reading."""
        kind = "onleesbaar" if reading.soort is None else "deels" if reading.afgekeurd else "heel"
        self.gevallen[kind] += 1
        self.records += reading.gelezen
        self.geaccepteerd += reading.geaccepteerd
        self.langste = max(self.langste, seconds)


def meet(keuze: Keuze) -> list[Meting]:
    """Read all cases with the reader of the server, and judge what it says of each."""
    count = GEVALLEN_VAN_EEN_PROEF if keuze.kort else GEVALLEN
    uitslag = lees_alle(range(count), keuze.werkmap)
    uitleg = "; ".join(
        f"{fout}, opnieuw met: python -m sdash.bench.fuzz {nummer}"
        for nummer, fout in [*uitslag.fouten.items()][:SHOWN]
    )
    return [
        Meting("beschadigde berichten en bestanden", count, "", count, hoogstens=False),
        Meting("onleesbaar", uitslag.gevallen["onleesbaar"], ""),
        Meting("met afgekeurde records", uitslag.gevallen["deels"], ""),
        Meting("heel geaccepteerd", uitslag.gevallen["heel"], ""),
        Meting("gelezen records", uitslag.records, ""),
        Meting("geaccepteerde records, elk nagekeken", uitslag.geaccepteerd, ""),
        Meting("afgebroken of ten onrechte", len(uitslag.fouten), "", 0, uitleg=uitleg),
        Meting("langste wachten op een bestand", uitslag.langste, "s", SECONDS),
        Meting("geheugen van de lezer, piek", peak_of_children(), "MB", MB_AT_MOST),
    ]


def lees_alle(nummers: Sequence[int], werkmap: Path) -> Uitslag:
    """Read and judge the cases with these numbers."""
    settings = settings_of(werkmap)
    voorraad = Voorraad.maak(SAMPLE)
    uitslag = Uitslag()
    with Reader(settings, seconds_a_file=SECONDS) as reader:
        reader.start()
        for start in range(0, len(nummers), AT_ONCE):
            gevallen = [voorraad.geval(nummer) for nummer in nummers[start : start + AT_ONCE]]
            for geval, reading, seconds in _read(gevallen, reader, werkmap):
                uitslag.tel(reading, seconds)
                if fout := oordeel(geval, reading, settings):
                    uitslag.fouten[geval.nummer] = fout
    return uitslag


def oordeel(geval: Geval, reading: Reading, settings: Settings) -> str | None:
    """What is wrong with the reading of a case; None when nothing is."""
    if any(reden.reden == BROKEN_OFF for reden in reading.redenen):
        return "het lezen brak af of liep vast"
    return bezwaar(geval.inhoud, reading, settings.gemeente)


def _read(
    gevallen: Sequence[Geval], reader: Reader, werkmap: Path
) -> Iterator[tuple[Geval, Reading, float]]:
    with TemporaryDirectory(dir=werkmap) as folder:
        paths = [Path(folder, str(geval.nummer)) for geval in gevallen]
        for path, geval in zip(paths, gevallen, strict=True):
            path.write_bytes(geval.inhoud)
        before = WAND()
        for geval, reading in zip(gevallen, reader.read_all(paths), strict=True):
            yield geval, reading, WAND() - before
            before = WAND()


def main(nummers: Sequence[int]) -> int:
    """Read cases once more, and leave each of them as a file; how many are wrong."""
    with TemporaryDirectory() as folder:
        fouten = lees_alle(nummers, Path(folder)).fouten
    voorraad = Voorraad.maak(SAMPLE)
    for nummer in nummers:
        geval, path = voorraad.geval(nummer), Path(f"fuzz-{nummer}")
        path.write_bytes(geval.inhoud)
        done = ", ".join(geval.gedaan)
        said = fouten.get(nummer, "niets mis")
        sys.stdout.write(f"{nummer}: {geval.soort} ({done}): {said}; zie {path}\n")
    return len(fouten)


if __name__ == "__main__":
    sys.exit(main([int(nummer) for nummer in sys.argv[1:]]))
