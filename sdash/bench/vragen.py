"""What the pages ask of the database, timed without any memory of earlier answers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from functools import partial
from itertools import chain
from typing import Final

from sdash.answers import Answers
from sdash.bench.gemeente import gemeente
from sdash.bench.keuze import Keuze, Maat
from sdash.bench.meting import Meting, herhaal, mediaan, p95
from sdash.bench.opname import PAGES, Opname, Vraag, asked_by, opened
from sdash.bench.piek import peak_of
from sdash.domain import Rol
from sdash.privacy import NotAllowed
from sdash.queries import uitgaven, wijkprofiel
from sdash.sql import Params
from sdash.ui import balken
from sdash.warehouse import Warehouse

VRAAG: Final = (
    "Hoe lang duren alle vragen van een pagina samen, als geen enkel antwoord wordt onthouden?"
)
WARM, TIMES = 1, 9
SECONDS: Final = 5.0
TIMES_OF_A_TRIAL: Final = 1
MILLISECONDS: Final = 20
PAIRS: Final = (("wet", "wijk"), ("team", "product"), ("wijk", "aanbieder"), ("wet", "domein"))

ROL: Final = Rol.CONTROLLER

Views = Sequence[Sequence[Vraag]]


def meet(keuze: Keuze) -> list[Meting]:
    """Each page with nothing chosen, with each filter by itself, and with some pairs."""
    times = TIMES_OF_A_TRIAL if keuze.kort else TIMES
    target = None if keuze.maat is Maat.PROVINCIE else MILLISECONDS
    settings = gemeente(keuze)
    found: list[Meting] = []
    with closing(Warehouse.open(settings)) as warehouse:
        opname = Opname(warehouse, settings)
        with opened(opname):
            pages: dict[str, Views] = {page: [*_views(opname, page)] for page in PAGES}

        def measure() -> None:
            for page, views in pages.items():
                found.extend(_of_page(warehouse, page, views, times, target))
                found.append(_through_the_gate(Answers(warehouse, settings), page, views[0], times))

        peak = peak_of(measure)
        found += _of_queries(warehouse, pages, times)
    return [*found, Meting("geheugen bij alle vragen, piek", peak, "MB")]


def _views(opname: Opname, page: str) -> Iterator[list[Vraag]]:
    """What a page asks in each of its selections, the one that it opens with first."""
    keys = balken.BARS[page]
    values = _values(opname, page)
    singles = [(key,) for key in keys if key in values]
    pairs = [pair for pair in PAIRS if {*pair} <= {*keys}]
    for chosen in ((), *singles, *pairs):
        yield asked_by(opname, page, {key: values[key] for key in chosen})


def _values(opname: Opname, page: str) -> dict[str, str]:
    """One value for each filter of a page: the middle one of all that can be chosen."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    if page == "wijkprofiel":
        wijken = opname.rows(wijkprofiel.wijken, Params(), ROL).rows
        indicatoren = opname.rows(wijkprofiel.indicatoren, Params(), ROL).rows
        found["wijk"] = [row.wijk_code for row in wijken]
        found["indicator"] = [row.indicator for row in indicatoren]
    else:
        *earlier, last = (row.jaar for row in opname.rows(uitgaven.jaren, Params(), ROL).rows)
        found["jaar"] = [str(jaar) for jaar in earlier]
        for row in opname.rows(uitgaven.keuzes, uitgaven.Jaar(jaar=last), ROL).rows:
            found[row.soort].append(row.code)
    return {key: codes[len(codes) // 2] for key, codes in found.items() if codes}


def _of_page(
    warehouse: Warehouse, page: str, views: Views, times: int, target: float | None
) -> Iterator[Meting]:
    samples = [
        [
            1000 * seconds
            for seconds in herhaal(partial(_ask, warehouse, view), WARM, times, binnen=SECONDS)
        ]
        for view in views
    ]
    everything = [sample for view in samples for sample in view]
    opens = f"{page}, zoals hij opent: {len(views[0])} vragen"
    mix = f"{page}, {len(views)} selecties" if len(views) > 1 else opens
    if mix != opens:
        yield Meting(f"{opens}, mediaan", mediaan(samples[0]), "ms")
    yield Meting(f"{mix}, mediaan", mediaan(everything), "ms", target)
    yield Meting(f"{mix}, 95e percentiel", p95(everything), "ms")


def _of_queries(warehouse: Warehouse, pages: dict[str, Views], times: int) -> Iterator[Meting]:
    """Each query by itself, over all parameters that any page gave it."""
    asked: defaultdict[str, dict[Vraag, None]] = defaultdict(dict)
    for views in pages.values():
        for vraag in chain.from_iterable(views):
            asked[vraag.query.name][vraag] = None
    for name, vragen in sorted(asked.items()):
        seconds = [
            sample
            for vraag in vragen
            for sample in herhaal(partial(_ask, warehouse, [vraag]), 1, times, binnen=1)
        ]
        yield Meting(f"`{name}`, mediaan", 1000 * mediaan(seconds), "ms")


def _ask(warehouse: Warehouse, vragen: Sequence[Vraag]) -> None:
    for vraag in vragen:
        with warehouse.cursor() as cursor:
            vraag.query.records(cursor, vraag.params)


def _through_the_gate(answers: Answers, page: str, view: Sequence[Vraag], times: int) -> Meting:
    """The same as a bestuurder gets it: protected, and as checked rows."""

    def ask() -> None:
        for vraag in view:
            with suppress(NotAllowed):
                answers.rows(vraag.query, vraag.params, Rol.BESTUURDER)

    seconds = herhaal(ask, WARM, times, binnen=SECONDS)
    return Meting(f"{page}, met afscherming, mediaan", 1000 * mediaan(seconds), "ms")
