"""All figures that keep their name, asked of the warehouse and of the independent calculation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from pydantic import SecretBytes

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.ingest import read
from sdash.queries import caseload, uitgaven
from sdash.settings import Settings
from sdash.sql import Params, Query, Row
from sdash.warehouse import Receipt, Uitkomst, Warehouse
from tests.oracle.oracle import Bedragen, Oracle, Telling
from tests.oracle.strategies import JAREN, PEILDATA, History

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)

_KEY = SecretBytes(b"a key that only the tests know of")
_BEGROTING = "begroting.csv"


@dataclass(frozen=True)
class Cijfers:
    """Cents per year and wet, and per month and wet; persons and toewijzingen per day and wet."""

    totaal: Mapping[tuple[int, str], tuple[int | None, ...]]
    per_maand: Mapping[tuple[date, str], tuple[int | None, ...]]
    stand: Mapping[tuple[date, str], tuple[int | None, ...]]

    @property
    def spent(self) -> Mapping[tuple[int, str], tuple[int | None, ...]]:
        """The amounts of each year and wet that has any."""
        return {key: row[:3] for key, row in self.totaal.items() if row[0] is not None}

    def summed_by_year(self) -> Mapping[tuple[int, str], tuple[int, ...]]:
        """The months of each year and wet added up."""
        sums: dict[tuple[int, str], tuple[int, ...]] = {}
        for (maand, wet), bedragen in self.per_maand.items():
            so_far = sums.get((maand.year, wet), (0, 0, 0))
            sums[maand.year, wet] = tuple(
                a + (b or 0) for a, b in zip(so_far, bedragen, strict=True)
            )
        return sums


class Gemeente:
    """A warehouse of its own, with the files that it is handed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.settings = Settings(data=folder / "data", sleutel=_KEY)
        self.warehouse = Warehouse.open(self.settings)

    def restart(self) -> None:
        """Closes the warehouse and opens it again."""
        self.warehouse.close()
        self.warehouse = Warehouse.open(self.settings)

    def deliver(self, *bestanden: tuple[str, bytes]) -> list[Uitkomst]:
        """Hands over files as one batch."""
        readings = []
        for naam, inhoud in bestanden:
            path = self._folder / naam
            path.write_bytes(inhoud)
            readings.append(read(path, self.settings))
        receipt = Receipt(ontvangen_op=datetime(2026, 10, 1, 12, tzinfo=UTC))
        return self.warehouse.record(readings, [receipt] * len(readings))

    def cijfers(self, jaren: Iterable[int] = JAREN, dagen: Iterable[date] = PEILDATA) -> Cijfers:
        """What a controller, who sees every figure, is answered."""
        years = {jaar: uitgaven.Jaar(jaar=jaar) for jaar in jaren}
        days = {dag: caseload.Peildatum(peildatum=dag) for dag in dagen}
        totaal = [(jaar, self._ask(uitgaven.totaal, it)) for jaar, it in years.items()]
        maanden = [row for it in years.values() for row in self._ask(uitgaven.per_maand, it)]
        standen = [(dag, self._ask(caseload.stand, it)) for dag, it in days.items()]
        return Cijfers(
            {
                (jaar, str(row.wet)): (*_bedragen(row), _cents(row.begroot))
                for jaar, rows in totaal
                for row in rows
            },
            {(row.maand, str(row.wet)): _bedragen(row) for row in maanden},
            {
                (dag, row.wet): (row.clienten, row.toewijzingen)
                for dag, rows in standen
                for row in rows
            },
        )

    def _ask(self, query: Query[P, R], params: P) -> list[R]:
        answers = Answers(self.warehouse, self.settings)
        return answers.rows(query, params, Rol.CONTROLLER).rows


@contextmanager
def gemeente() -> Iterator[Gemeente]:
    """A new gemeente that is gone afterwards."""
    with TemporaryDirectory() as folder:
        opened = Gemeente(Path(folder))
        try:
            yield opened
        finally:
            opened.warehouse.close()


def bestanden(history: History) -> list[tuple[str, bytes]]:
    """The begroting of a history, if it has one, and its messages, by name and content."""
    begroting = [(_BEGROTING, history.begroting.encode())] if history.begroting else []
    return [*begroting, *((bestand.naam, bestand.inhoud) for bestand in history.files)]


def calculated(history: History) -> tuple[list[Telling], Cijfers]:
    """The independent calculation: what the door says of each message, and all figures."""
    oracle = Oracle()
    tellingen = [oracle.read(bestand.naam, bestand.inhoud) for bestand in history.files]
    oracle.begroting.read(history.begroting or "")
    return tellingen, figures_of(oracle)


def tellingen_of(uitkomsten: Sequence[Uitkomst]) -> list[Telling]:
    """What the door said of the messages, without its reasons and without the begroting."""
    return [
        Telling(one.bestand, str(one.soort), one.gelezen, one.geaccepteerd, one.afgekeurd)
        for one in uitkomsten
        if one.bestand != _BEGROTING
    ]


def figures_of(
    oracle: Oracle, jaren: Iterable[int] = JAREN, dagen: Iterable[date] = PEILDATA
) -> Cijfers:
    """What the independent calculation answers."""
    years, days = [*jaren], [*dagen]
    nothing = (None, None, None)
    totaal = {
        (jaar, wet): (*(_three(sums) if sums else nothing), begroot)
        for jaar in years
        for wet, (sums, begroot) in oracle.totaal(jaar).items()
    }
    per_maand = {
        key: _three(sums) for jaar in years for key, sums in oracle.per_maand(jaar).items()
    }
    stand = {
        (dag, wet): (one.clienten, one.toewijzingen)
        for dag in days
        for wet, one in oracle.stand(dag).items()
    }
    return Cijfers(totaal, per_maand, stand)


def _three(sums: Bedragen) -> tuple[int | None, ...]:
    return (sums.ingediend, sums.toegekend, sums.in_behandeling)


def _bedragen(row: uitgaven.Totaal | uitgaven.PerMaand) -> tuple[int | None, ...]:
    return tuple(map(_cents, (row.ingediend, row.toegekend, row.in_behandeling)))


def _cents(bedrag: Decimal | None) -> int | None:
    return None if bedrag is None else int(bedrag * 100)
