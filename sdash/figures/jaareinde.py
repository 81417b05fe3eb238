"""Jaareinde: the way to the end of a year with its band, and what was said of it before."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import accumulate, chain, groupby, takewhile
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import _axes, _band, style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries import jaareinde as rijen

COMPLETE: Final = 0.95
"""From this part of what is expected on, a month counts as complete."""
MONTHS: Final = 12
ROOM: Final = 1.08
NARROWER: Final = 5
OF_A_LABEL: Final = 10
"""So many labels of two lines fit above each other."""


def koers(verloop: Sequence["rijen.Verloop"], kern: Sequence["rijen.Kern"], look: Look) -> Figure:
    """What is in, added up, and the way to the end: P50 dashed, its band, budget and naive line."""
    (einde,) = kern
    names = [fmt.month(row.maand) for row in verloop]
    binnen = _added(verloop)
    traces = [*_band.band(verloop, look.neutral, look), *_past(verloop, names, binnen, look)]
    words = [*_band.words(verloop, look, look.neutral)]
    if einde.begroot is not None:
        source = "begroting (fictief)" if einde.begroot_fictief else "begroting"
        traces.append(_line("Begroting, gelijk verdeeld", names, einde.begroot, look.ink, look))
        words.append(
            (float(einde.begroot), f"{source}<br>{fmt.euro_short(einde.begroot)}", look.ink)
        )
    if einde.naief is not None and einde.maand is not None and einde.midden is not None:
        traces.append(_line("Doorgetrokken", names, einde.naief, look.faint, look))
        words.append(
            (float(einde.naief), f"doorgetrokken<br>{fmt.euro_short(einde.naief)}", look.quiet)
        )
    highest = max([*(height for height, _, _ in words), *map(float, binnen), 1.0])
    beside = [style.label(names[-1], height, text, colour) for height, text, colour in words]
    return style.figure(
        traces,
        look,
        440,
        annotations=_axes.labels_apart(beside, highest, OF_A_LABEL),
        margin={"l": 8, "r": 250 if look.stage else 128, "t": 8, "b": 8},
        xaxis={**_axes.months([row.maand for row in verloop]), "range": [-0.3, 11.1]},
        yaxis=_axes.amounts(look, 0, highest * ROOM, fmt.euro_axis),
        meta={"eenheid": "euro", "soort": "Bedragen opgeteld per maand, met een prognose"},
    )


def terugblik(terugblik: Sequence["rijen.Terugblik"], look: Look) -> Figure:
    """At each past month-end the band that would have been said of its year, and the outcome.

    Each year has its own end: nothing is drawn from one year to the next.
    """
    jaren = [[*rows] for _, rows in groupby(terugblik, key=lambda row: row.jaar)]
    banden = (
        _band.area(rows, [fmt.month(row.maand) for row in rows], look.neutral) for rows in jaren
    )
    traces: list[Trace] = [
        *chain.from_iterable(banden),
        _said("Toen verwacht", jaren, lambda row: row.midden, _pen(look.neutral, look)),
        _said("Toen doorgetrokken", jaren, lambda row: row.naief, _thin(look)),
        _said("Uitkomst", jaren, lambda row: row.uitkomst, _pen(look.ink, look)),
    ]
    # Not the naive line: it begins each year at nothing, and would press all others together.
    known = [
        float(amount)
        for row in terugblik
        for amount in (row.laag, row.midden, row.hoog, row.uitkomst)
        if amount is not None
    ]
    low, high = (min(known), max(known)) if known else (0.0, 1.0)
    room = max((high - low) / NARROWER, high / NARROWER / 4)
    return style.figure(
        traces,
        look,
        380,
        annotations=_ends(traces, look),
        margin={"l": 8, "r": 240 if look.stage else 136, "t": 8, "b": 8},
        xaxis=_axes.months([row.maand for row in terugblik]),
        yaxis=_axes.amounts(look, max(low - room, 0), high + room, fmt.euro_axis),
        meta={"eenheid": "euro", "soort": "Lijnen per maandeinde"},
    )


def _added(verloop: Sequence["rijen.Verloop"]) -> list[Decimal]:
    """What is in, added up to the first month of which that is hidden or still to come."""
    known = takewhile(lambda amount: amount is not None, (row.binnen for row in verloop))
    return [*accumulate(amount for amount in known if amount is not None)]


def _past(
    verloop: Sequence["rijen.Verloop"], names: list[str], binnen: list[Decimal], look: Look
) -> list[Trace]:
    heights = [float(amount) for amount in binnen]
    if not heights:
        return []
    solid: Trace = {
        "type": "scatter",
        "mode": "lines",
        "name": "Al binnen",
        "x": names[: len(heights)],
        "y": heights,
        "fill": "tozeroy",
        "fillcolor": style.faded(look.neutral, 0.12),
        "line": {"color": look.neutral, "width": look.line(2.5)},
        "hovertext": [f"Al binnen: {fmt.euro(height)}" for height in heights],
        "hoverinfo": "text",
    }
    first = next(
        (nr for nr, row in enumerate(verloop[: len(heights)]) if _is_open(row)), len(heights)
    )
    return [solid, *_band.hatching(names[: len(heights)], heights, first, look)]


def _is_open(row: "rijen.Verloop") -> bool:
    """Whether a good part of a month is still to come."""
    return bool(row.verwacht and float((row.binnen or 0) / row.verwacht) < COMPLETE)


def _line(name: str, names: list[str], whole: Decimal, colour: str, look: Look) -> Trace:
    """An amount spread evenly over the months of the year."""
    steps = [float(whole * number / MONTHS) for number in range(1, MONTHS + 1)]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": names,
        "y": steps,
        "line": {"color": colour, "width": look.line(1.25)},
        "hovertext": [f"{name}: {fmt.euro(step)}" for step in steps],
        "hoverinfo": "text",
    }


def _said(
    name: str,
    jaren: Sequence[Sequence["rijen.Terugblik"]],
    amount: Callable[["rijen.Terugblik"], Decimal | None],
    pen: Layout,
) -> Trace:
    """One line, with a gap before each year but the first."""
    names: list[str] = []
    heights: list[float | None] = []
    for rows in jaren:
        if names:
            names.append(fmt.month(rows[0].maand))
            heights.append(None)
        names += [fmt.month(row.maand) for row in rows]
        heights += [None if amount(row) is None else float(amount(row) or 0) for row in rows]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": names,
        "y": heights,
        "connectgaps": False,
        "line": pen,
        "marker": {"size": 3},
        "hovertext": ["" if one is None else f"{name}: {fmt.euro(one)}" for one in heights],
        "hoverinfo": "text",
    }


def _pen(colour: str, look: Look) -> Layout:
    dash = "dash" if colour == look.neutral else "solid"
    return {"color": colour, "width": look.line(2), "dash": dash}


def _thin(look: Look) -> Layout:
    return {"color": look.faint, "width": look.line(1.25)}


def _ends(traces: list[Trace], look: Look) -> list[Layout]:
    """The name of each line beside its last point, in the middle of what is apart."""
    last = [
        (trace, points[-1])
        for trace in traces
        if not style.is_decor(trace) and (points := [y for y in trace["y"] if y is not None])
    ]
    if not last:
        return []
    spread = max(height for _, height in last) / NARROWER / NARROWER
    heights = style.apart([height for _, height in last], spread)
    return [
        style.label(
            trace["x"][-1],
            height,
            trace["name"].lower(),
            look.quiet if trace["line"]["color"] == look.faint else trace["line"]["color"],
        )
        for height, (trace, _) in zip(heights, last, strict=True)
    ]
