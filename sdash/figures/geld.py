"""The budget: what of it is spent, promised and left, over the years, and the reserves."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import WET_NAAM
from sdash.figures import _bars, style
from sdash.figures._reeks import reeks, reserve
from sdash.figures.style import Figure, Look, Said, Trace

if TYPE_CHECKING:
    from sdash.queries import geld as rijen

__all__ = ["opbouw", "per_taakveld", "reeks", "reserve"]

DELEN: Final = (
    ("Toegekend", "toegekend", 1.0),
    ("In behandeling", "in_behandeling", 0.72),
    ("Naast de berichten", "buiten", 0.5),
    ("Verplicht", "verplicht", 0.28),
)
"""The parts of a bar: how each is called, and how much colour it has."""


@dataclass(frozen=True)
class Streep:
    """One bar of parts with its budget; the words say what is left of it."""

    naam: str
    delen: tuple[Decimal | None, ...]
    begroot: Decimal | None
    woorden: str
    kleur: str


def opbouw(per_deel: Sequence["rijen.PerDeel"], look: Look) -> Figure:
    """One bar a wet: what is spent and promised, with the budget as a thin dark mark."""
    strepen = [_streep(row, look) for row in per_deel if row.begroot != 0 or row.vrij is not None]
    highest = max((_reach(streep) for streep in strepen), default=0.0) or 1.0
    row = 76 if look.stage else 54
    words = [part for nr, streep in enumerate(strepen) for part in _words(nr, streep, highest, row)]
    inked = [said._replace(colour=look.ink) for said in words]
    return style.figure(
        [
            *_parts(strepen, look),
            _budgets(strepen, look),
            {**style.written(inked), "showlegend": False},
        ],
        look,
        row * len(strepen) + 48,
        barmode="stack",
        bargap=0.72,
        hovermode="closest",
        showlegend=True,
        legend={"orientation": "h", "traceorder": "normal", "x": 0, "y": -0.02, "yanchor": "top"},
        margin={"l": 4, "r": 4, "t": 4, "b": 34},
        xaxis={**style.bare(), "range": [0, highest * 1.005], "fixedrange": True},
        yaxis={**style.bare(), "range": [len(strepen) - 0.5, -0.85], "fixedrange": True},
        meta={"eenheid": "euro", "soort": "Liggende staven: besteed en verplicht per wet"},
    )


def _streep(row: "rijen.PerDeel", look: Look) -> Streep:
    wet = WET_NAAM[row.wet] if row.wet else "Alle wetten samen"
    naam = "Beschermd wonen en opvang" if row.opvang else wet
    delen = (row.toegekend, row.in_behandeling, row.buiten, row.verplicht)
    return Streep(naam, delen, _told(row), _left(row), look.of(row.wet))


def _told(row: "rijen.PerDeel") -> Decimal | None:
    """The budget without taakvelden of which nothing says what they cost; or all, when it is so."""
    if row.begroot is None or row.begroot == row.begroot_stil:
        return row.begroot
    return row.begroot - (row.begroot_stil or 0)


def _left(row: "rijen.PerDeel") -> str:
    if row.begroot is None:
        return "geen begroting"
    if row.vrij is None:
        return "nog geen kosten" if row.begroot_stil == row.begroot else fmt.HIDDEN
    return f"{fmt.saldo_short(row.vrij)} van {fmt.euro_short(_told(row) or 0)}"


def _reach(streep: Streep) -> float:
    known = sum(filter(None, streep.delen), Decimal(0))
    return float(max(known, streep.begroot or Decimal(0)))


def _parts(strepen: Sequence[Streep], look: Look) -> list[Trace]:
    return [
        {
            "type": "bar",
            "orientation": "h",
            "name": naam,
            "x": [None if one.delen[nr] is None else float(one.delen[nr] or 0) for one in strepen],
            "y": [*range(len(strepen))],
            "customdata": [f"{naam} {one.naam}" for one in strepen],
            "hovertext": [f"{one.naam}, {naam.lower()}: {_said(one.delen[nr])}" for one in strepen],
            "hoverinfo": "text",
            "marker": {
                "color": [style.faded(one.kleur, strength) for one in strepen],
                "line": {"width": 1, "color": look.paper},
            },
        }
        for nr, (naam, _, strength) in enumerate(DELEN)
    ]


def _said(amount: Decimal | None) -> str:
    return "niets, of te weinig mensen om te tonen" if amount is None else fmt.euro(amount)


def _budgets(strepen: Sequence[Streep], look: Look) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "begroot",
        "x": [None if one.begroot is None else float(one.begroot) for one in strepen],
        "y": [*range(len(strepen))],
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": {"decor": True},
        "marker": {
            "symbol": "line-ns",
            "size": 20,
            "line": {"color": look.ink, "width": look.line(1.75)},
        },
    }


def _words(place: int, streep: Streep, end: float, row: int) -> list[Said]:
    above = place - 13 / row
    name = Said(0, above, f"<b>{fmt.escape_plotly(streep.naam)}</b>", "")
    return [name, Said(end, above, streep.woorden, "", "top left")]


def per_taakveld(per_taakveld: Sequence["rijen.PerTaakveld"], look: Look) -> Figure:
    """One bar a taakveld of which costs are known: its budget is a mark, the words say the rest."""
    bars = [_taakveld(row, look) for row in per_taakveld if _costs(row)]
    return _bars.listed(sorted(bars, key=lambda bar: -(bar.waarde or 0)), look, eenheid="euro")


def _taakveld(row: "rijen.PerTaakveld", look: Look) -> _bars.Bar:
    used = sum(_costs(row), Decimal(0))
    seen = row.begroot is None or row.vrij is not None
    return _bars.Bar(
        row.naam,
        float(used) if seen else None,
        _of_budget(row, used) if seen else fmt.HIDDEN,
        look.of(row.wet),
        None if row.begroot is None else float(row.begroot),
    )


def _costs(row: "rijen.PerTaakveld") -> list[Decimal]:
    parts = (row.toegekend, row.in_behandeling, row.buiten, row.verplicht)
    return [part for part in parts if part is not None]


def _of_budget(row: "rijen.PerTaakveld", used: Decimal) -> str:
    if row.begroot is None or row.vrij is None:
        return f"{fmt.euro_short(used)}, geen begroting"
    return f"{fmt.saldo_short(row.vrij)} van {fmt.euro_short(row.begroot)}"
