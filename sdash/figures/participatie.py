"""Who has bijstand, who comes and leaves and why, how long, and what trajecten come to."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import _axes, _bars, _overleving, _panelen
from sdash.figures._overleving import Lijn
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries import participatie as rijen

TOTAAL: Final = "totaal"
MONTHS: Final = (0, 6, 12, 24, 36)
"""At these steps it is written how many are followed so long."""
DASHES: Final = ("solid", "dash", "dot", "dashdot")
STROMEN: Final = {
    "instroom": ("Erin", 1),
    "erbij": ("Van elders", 1),
    "uitstroom": ("Eruit", -1),
    "weg": ("Naar elders", -1),
}
ELDERS: Final = ("erbij", "weg")
"""What can be only where other bijstand is left out."""
RICHTING: Final = {"instroom": "Erin", "uitstroom": "Eruit"}
MOST_REASONS: Final = 6
RESULTATEN: Final = {
    "werk": "werk",
    "studie": "opleiding",
    "klaar": "afgerond",
    "gestopt": "gestopt",
    "onbekend": "onbekend",
}
ROOM: Final = 1.2


def per_maand(per_maand: Sequence["rijen.PerMaand"], look: Look) -> Figure:
    """How many have bijstand as a line; below it who came and left each month."""
    names = [fmt.month(row.maand) for row in per_maand]
    stock = _panelen.line("Mensen met bijstand", names, [row.eind for row in per_maand], look)
    stock["line"]["color"] = look.of(Wet.PW)
    colours = {"instroom": look.of(Wet.PW), "uitstroom": look.neutral}
    flows = [
        _panelen.flow(
            words,
            names,
            [getattr(row, name) for row in per_maand],
            colours.get(name, look.faint),
            sign,
        )
        for name, (words, sign) in STROMEN.items()
        if name not in ELDERS or any(getattr(row, name) != 0 for row in per_maand)
    ]
    known = [height for height in stock["y"] if height is not None]
    last = per_maand[-1].eind
    words = [] if last is None else [_end(stock, fmt.number(last), "mensen", look)]
    axis = _axes.amounts(look, *_panelen.span(known), fmt.number)
    months = [row.maand for row in per_maand]
    return _panelen.drawn(_panelen.Panels(stock, flows, months, axis, words), look)


def per_lid(per_lid: Sequence["rijen.PerLid"], look: Look) -> Figure:
    """One bar a member: how many have bijstand at the end, a mark at the begin; moves in words."""
    bars = [
        _bars.Bar(
            row.naam,
            row.eind,
            f"{_panelen.counted(row.begin)} → {_panelen.counted(row.eind)}",
            look.of(Wet.PW),
            None if row.begin is None else float(row.begin),
            onder=_moves(row),
        )
        for row in per_lid
        if row.lid != TOTAAL
    ]
    return _bars.listed(bars, look, eenheid="mensen")


def redenen(redenen: Sequence["rijen.Reden"], look: Look) -> Figure:
    """The reasons of most people to come, and then those to leave."""
    bars = [
        _bars.Bar(
            f"{RICHTING[row.richting]}: {row.naam}",
            row.clienten,
            fmt.HIDDEN if row.clienten is None else _of_all(row),
            look.of(Wet.PW) if row.richting == "instroom" else look.neutral,
        )
        for richting in RICHTING
        for row in [row for row in redenen if row.richting == richting][:MOST_REASONS]
    ]
    return _bars.listed(bars, look, eenheid="mensen")


def cohorten(cohorten: Sequence["rijen.Cohort"], look: Look) -> Figure:
    """One line a year in which bijstand began: the part that has it longer."""
    years = sorted({row.groep for row in cohorten}, reverse=True)
    lines = [
        Lijn(
            rows[0].naam,
            rows,
            look.of(Wet.PW) if nr == 0 else look.neutral,
            DASHES[nr % len(DASHES)],
        )
        for nr, jaar in enumerate(years)
        if (rows := [row for row in cohorten if row.groep == jaar])
    ]
    return _overleving.drawn(lines, MONTHS, "maanden", look, has_legend=True)


def loonkosten(loonkosten: Sequence["rijen.Loonkosten"], look: Look) -> Figure:
    """How many people have loonkostensubsidie as a line; below it what it costs each month."""
    names = [fmt.month(row.maand) for row in loonkosten]
    people = _panelen.line("Mensen", names, [row.eind for row in loonkosten], look)
    costs = _costs(loonkosten, names, look)
    known = [height for height in people["y"] if height is not None]
    last = loonkosten[-1]
    words = [] if last.eind is None else [_end(people, fmt.number(last.eind), "mensen", look)]
    axis = _axes.amounts(look, 0, max(known, default=1) * ROOM, fmt.number)
    months = [row.maand for row in loonkosten]
    figure = _panelen.drawn(_panelen.Panels(people, [costs], months, axis, words), look)
    figure["layout"]["meta"] = {
        "eenheid": "mensen",
        "soort": "Lijn van mensen, met daaronder de kosten per maand",
    }
    return figure


def trajecten(
    trajecten: Sequence["rijen.Traject"], sectoren: Sequence["rijen.Traject"], look: Look
) -> Figure:
    """One bar a kind, and then one a sector: how many ended, with a mark at who went to work."""
    named = [*((row.lid.capitalize(), row) for row in trajecten if row.lid != TOTAAL)]
    named += [(f"Sector {row.lid}", row) for row in sectoren if row.lid != TOTAAL]
    bars = [
        _bars.Bar(
            name,
            row.uit,
            fmt.HIDDEN if row.uit is None else f"{fmt.number(row.uit)} geëindigd",
            look.of(Wet.PW),
            None if row.werk is None else float(row.werk),
            onder=_results(row),
        )
        for name, row in named
    ]
    return _bars.listed(bars, look, eenheid="mensen")


def _costs(rows: Sequence["rijen.Loonkosten"], names: list[str], look: Look) -> Trace:
    bars = _panelen.flow("Kosten", names, [None] * len(rows), look.of(Wet.PW))
    euro = [row.kosten for row in rows]
    words = [fmt.HIDDEN if cost is None else fmt.euro_short(cost) for cost in euro]
    told = [f"Kosten: {said}" for said in words]
    return {
        **bars,
        "y": euro,
        "customdata": euro,
        "hovertext": told,
        "meta": {"eenheid": "euro"},
    }


def _end(line: Trace, number: str, unit: str, look: Look) -> Layout:
    return _panelen.end(line, f"<b>{number}</b><br>{unit}", look)


def _of_all(row: "rijen.Reden") -> str:
    part = "" if row.aandeel is None else f" ({fmt.percent(row.aandeel)})"
    return f"{fmt.number(row.clienten or 0)}{part}"


def _moves(row: "rijen.PerLid") -> str:
    """What came and left, as far as anything did."""
    names = {
        "instroom": "erin ",
        "uitstroom": "eruit ",
        "erbij": "van elders ",
        "weg": "naar elders ",
    }
    return _listed({words: getattr(row, name) for name, words in names.items()})


def _results(row: "rijen.Traject") -> str:
    """How those ended, and how many run."""
    ended = {f"{words} ": getattr(row, name) for name, words in RESULTATEN.items()}
    return _listed({**ended, "loopt nog ": row.lopend})


def _listed(counts: dict[str, int | None]) -> str:
    told = [f"{words}{fmt.number(count)}" for words, count in counts.items() if count]
    hidden = sum(count is None for count in counts.values())
    return " · ".join([*told, *([f"{hidden} verborgen"] if hidden else [])])
