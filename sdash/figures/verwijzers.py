"""Who sends people to care: shares over time and by product, practices with a POH, medicine."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import ONBEKEND, Wet
from sdash.figures import _axes, _bars, style
from sdash.figures.style import Figure, Layout, Look, Trace

if TYPE_CHECKING:
    from sdash.queries import verwijzers as rijen

KORT: Final = {
    "01": "gemeente",
    "02": "huisarts",
    "03": "jeugdarts",
    "04": "GI",
    "05": "medisch spec.",
    "06": "zelf",
    "08": "rechter",
    ONBEKEND: "onbekend",
}
"""What stands beside a line; the table has the whole name."""
HEIGHT: Final = 400
ROOM: Final = 1.12
EDGE: Final = 0.6
THREE: Final = 3
REGIO: Final = {"gemeente": "Onze gemeente", "NL01": "Nederland"}


def per_kwartaal(per_kwartaal: Sequence["rijen.Kwartaal"], look: Look) -> Figure:
    """The part of the people whom each kind of verwijzer sent, quarter by quarter.

    Of whom nobody says who sent them is told beside it: that line would flatten all others.
    """
    quarters = sorted({row.kwartaal for row in per_kwartaal})
    by_code: dict[str, dict[date, rijen.Kwartaal]] = defaultdict(dict)
    for row in per_kwartaal:
        if row.verwijzer == ONBEKEND:
            continue
        by_code[row.verwijzer][row.kwartaal] = row
    lines = [_share(code, of, quarters, look) for code, of in sorted(by_code.items())]
    named = [day for day in quarters if day.month == 1] or quarters[-1:]
    return _lines(
        lines,
        look,
        lambda part: fmt.percent(part / 100),
        xaxis={
            "type": "category",
            "categoryorder": "array",
            "categoryarray": [_quarter(day) for day in quarters],
            "tickvals": [_quarter(day) for day in named],
            "tickangle": 0,
            "ticktext": [str(day.year) for day in named],
        },
        meta={"eenheid": "%", "soort": "Lijnen per kwartaal, één per verwijzer"},
    )


def _quarter(day: date) -> str:
    return f"K{(day.month + 2) // THREE}{fmt.NBSP}{day.year}"


def _share(
    code: str, of: dict[date, "rijen.Kwartaal"], quarters: Sequence[date], look: Look
) -> Trace:
    """One verwijzer; in a quarter in which he sent nobody his part is none of it."""
    shares = [0.0 if day not in of else _percents(of[day].aandeel) for day in quarters]
    name = next(iter(of.values())).naam
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": [_quarter(day) for day in quarters],
        "y": shares,
        "line": {
            "color": _ink(code, look),
            "width": look.line(2.5 if code in {"01", "02"} else 1.5),
        },
        "marker": {"size": 5},
        "hovertext": [
            f"{name}, {_quarter(day)}: {fmt.HIDDEN if y is None else fmt.percent(y / 100)}"
            for day, y in zip(quarters, shares, strict=True)
        ],
        "hoverinfo": "text",
        "text": KORT.get(code, name),
    }


def _percents(share: float | None) -> float | None:
    return None if share is None else share * 100


def _ink(code: str, look: Look) -> str:
    return {"01": look.ink, "02": look.of(Wet.JW)}.get(code, look.middle)


def _end(line: Trace, look: Look) -> Layout:
    """What a line is, beside the last point that is shown of it."""
    height = next(y for y in reversed(line["y"]) if y is not None)
    colour = line["line"]["color"]
    small = {"color": colour, "size": look.text - 2}
    return style.label(line["x"][-1], height, line["text"], colour, font=small)


def per_groep(per_groep: Sequence["rijen.Groep"], look: Look) -> Figure:
    """One bar a kind of product, with under it who sent its people."""
    groups: dict[str, list[rijen.Groep]] = defaultdict(list)
    for row in per_groep:
        groups[row.groep].append(row)
    bars = [
        _bars.Bar(
            groep,
            rows[0].samen,
            fmt.HIDDEN if rows[0].samen is None else fmt.number(rows[0].samen),
            look.neutral,
            onder=_mix(rows),
        )
        for groep, rows in groups.items()
    ]
    return _bars.listed(bars, look, eenheid="mensen")


def _mix(rows: Sequence["rijen.Groep"]) -> str:
    """The three who sent most of them, as far as they may be told."""
    known = sorted(
        ((row.aandeel, row.verwijzer) for row in rows if row.aandeel is not None), reverse=True
    )
    said = [f"{KORT.get(code, code)} {fmt.percent(share)}" for share, code in known[:THREE]]
    return " · ".join(said) or fmt.HIDDEN


def rond_poh(rond_poh: Sequence["rijen.RondPoh"], look: Look) -> Figure:
    """Referrals a practice and month around the begin of a POH, beside practices without one."""
    months = [row.sinds for row in rond_poh]
    named = [month for month in months if month % 6 == 0]  # all do not fit on a phone
    met = _practices("Met POH", months, [row.met for row in rond_poh], look.of(Wet.JW), look)
    zonder = _practices("Zonder POH", months, [row.zonder for row in rond_poh], look.quiet, look)
    return _lines(
        [met, zonder],
        look,
        lambda count: fmt.number(count, 0 if count == int(count) else 1),
        shapes=[_begin(look)],
        xaxis={
            "tickvals": named,
            "ticktext": [_since(month) for month in named],
            "tickangle": 0,
            "range": [min(months) - 3 * EDGE, max(months) + EDGE],
        },
        meta={
            "eenheid": "verwijzingen per praktijk en maand",
            "soort": "Lijnen per drie maanden, vanaf een jaar voor de POH begon",
        },
    )


def _begin(look: Look) -> Layout:
    """Where a POH begins, just before its first three months."""
    return {
        "type": "line",
        **dict.fromkeys(("x0", "x1"), -EDGE),
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": look.quiet, "width": look.line(1), "dash": "dot"},
        "label": {
            "text": "POH begint",
            "textposition": "start",
            "textangle": 0,
            "xanchor": "left",
            "font": {"color": look.quiet},
        },
    }


def _since(month: int) -> str:
    sign = fmt.MINUS if month < 0 else "+" if month else ""
    return f"{sign}{abs(month)}{fmt.NBSP}mnd"


def _practices(
    name: str, months: Sequence[int], means: Sequence[float | None], colour: str, look: Look
) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": [*months],
        "y": [*means],
        "line": {"color": colour, "width": look.line(2.5)},
        "marker": {"size": 6},
        "hovertext": [
            f"{name}, {_since(month)}: {fmt.HIDDEN if mean is None else fmt.number(mean, 1)}"
            for month, mean in zip(months, means, strict=True)
        ],
        "hoverinfo": "text",
        "text": name,
    }


def medicatie(medicatie: Sequence["rijen.Medicatie"], look: Look) -> Figure:
    """How many of a thousand use a medicine, one line a region, year by year."""
    lines = []
    for groep, regio in sorted({(row.groep, row.regio) for row in medicatie}):
        rows = [row for row in medicatie if (row.groep, row.regio) == (groep, regio)]
        colour = look.quiet if regio == "NL01" else look.of(Wet.JW)
        where = REGIO.get(regio, "Onze gemeente" if regio.startswith("GM") else regio)
        years, rates = [row.jaar for row in rows], [row.per_duizend for row in rows]
        line = _practices(f"{where}, {groep}", years, rates, colour, look)
        line["hovertext"] = [
            f"{where} {year}: {fmt.HIDDEN if rate is None else fmt.number(rate, 1)} per 1.000"
            for year, rate in zip(years, rates, strict=True)
        ]
        lines.append({**line, "text": where})
    years = sorted({row.jaar for row in medicatie})
    return _lines(
        lines,
        look,
        fmt.number,
        xaxis={
            "tickvals": years,
            "ticktext": [str(year) for year in years],
            "tickangle": 0,
            "range": [years[0] - EDGE / 3, years[-1] + EDGE / 3],
        },
        meta={"eenheid": "per 1.000 jeugdigen", "soort": "Lijnen per jaar; niet live"},
    )


def _lines(
    lines: Sequence[Trace], look: Look, words: Callable[[float], str], **layout: object
) -> Figure:
    """Lines from none up, each with its name beside its end; one of none or hidden has no name."""
    shown = [line for line in lines if any(line["y"])]
    highest = ROOM * max((y for line in shown for y in line["y"] if y is not None), default=1)
    names = [_end(line, look) for line in shown]
    return style.figure(
        lines,
        look,
        HEIGHT,
        hovermode="closest",
        annotations=_axes.labels_apart(names, highest or 1, HEIGHT // 25),
        margin={"l": 8, "r": 200 if look.stage else 108, "t": 8, "b": 8},
        yaxis=_axes.amounts(look, 0, highest or 1, words),
        **layout,
    )
