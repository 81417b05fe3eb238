"""Who comes into care, who leaves it, and where the others come from and go to."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import _axes, _bars, _panelen, style
from sdash.figures.style import Figure, Look, Trace

if TYPE_CHECKING:
    from sdash.queries import stroom as rijen

TOTAAL: Final = "totaal"
NAMEN: Final = {
    "nieuw": "Nieuw",
    "herinstroom": "Terug",
    "erbij": "Van elders",
    "uitstroom": "Uit zorg",
    "weg": "Naar elders",
}
KORT: Final = {"nieuw": "nieuw ", "herinstroom": "terug ", "uitstroom": "uit "}
ELDERS: Final = {"erbij": "+", "weg": "−"}
NA: Final = {
    "tot_drie": "0-3: ",
    "tot_zes": "3-6: ",
    "tot_twaalf": "6-12: ",
    "tot_twee": "12-24: ",
    "later": "24+: ",
}
"""Months, as short as a telephone is narrow."""
KNOWN_IN_2018: Final = 0.4
"""Of the households that came to the teams in 2018 so many, or somewhat more, were known."""
OUT: Final = ("uitstroom", "weg")
ONLY_WITHIN: Final = ("erbij", "weg")
"""What can be only where other care is left out."""


def per_maand(per_maand: Sequence["rijen.PerMaand"], look: Look) -> Figure:
    """How many have care as a line; below it who came and left each month."""
    names = [fmt.month(row.maand) for row in per_maand]
    stock = _panelen.line("Mensen met zorg", names, [row.eind for row in per_maand], look)
    flows = [
        _flow(name, per_maand, look)
        for name in NAMEN
        if name not in ONLY_WITHIN or any(getattr(row, name) != 0 for row in per_maand)
    ]
    known = [height for height in stock["y"] if height is not None]
    last = per_maand[-1].eind
    words = (
        [] if last is None else [_panelen.end(stock, f"<b>{fmt.number(last)}</b><br>mensen", look)]
    )
    axis = _axes.amounts(look, *_panelen.span(known), fmt.number)
    months = [row.maand for row in per_maand]
    return _panelen.drawn(_panelen.Panels(stock, flows, months, axis, words), look)


def per_lid(per_lid: Sequence["rijen.PerLid"], look: Look, gekozen: str = "") -> Figure:
    """One bar a member: how many have care at the end, a mark at the begin; the rest in words."""
    listed = [
        _bars.Bar(
            row.naam,
            row.eind,
            f"{_panelen.counted(row.begin)} → {_panelen.counted(row.eind)}",
            look.neutral,
            None if row.begin is None else float(row.begin),
            row.lid,
            _moves(row),
        )
        for row in per_lid
        if row.lid != TOTAAL
    ]
    return _bars.listed(listed, look, eenheid="mensen", gekozen=gekozen)


def bekend(bekend: Sequence["rijen.Bekend"], look: Look) -> Figure:
    """The share of twelve months' casussen that a team knew, beside what it was in 2018."""
    figure = _share("Al bekend bij het team", bekend, look, 0.8)
    reference = style.label(
        1, KNOWN_IN_2018, "2018:<br>ruim 40 %", look.quiet, xref="paper", yanchor="middle"
    )
    figure["layout"]["annotations"].append(reference)
    figure["layout"]["shapes"] = [
        {
            "type": "line",
            "xref": "paper",
            "x0": 0,
            "x1": 1,
            "y0": KNOWN_IN_2018,
            "y1": KNOWN_IN_2018,
            "line": {"color": look.quiet, "width": look.line(1.25), "dash": "dot"},
        }
    ]
    return figure


def terug(terug: Sequence["rijen.Terug"], look: Look) -> Figure:
    """The share of those who came into care in twelve months that had care before."""
    figure = _share("Had eerder zorg", terug, look, 0.4)
    known = [row for row in terug if row.aandeel is not None]
    if known:
        last, share = fmt.month(known[-1].maand), known[-1].aandeel or 0
        words = f"<b>{fmt.percent(share)}</b>"
        figure["layout"]["annotations"].append(style.label(last, share, words, look.ink))
    return figure


def terugkeer(terugkeer: Sequence["rijen.Terugkeer"], look: Look) -> Figure:
    """One bar a product that ended: who came back, and in words how long after."""
    listed = [
        _bars.Bar(row.naam, row.terug, _panelen.counted(row.terug), look.neutral, onder=_times(row))
        for row in terugkeer
    ]
    return _bars.listed(listed, look, eenheid="mensen")


def _share(
    name: str, rows: Sequence["rijen.Bekend"] | Sequence["rijen.Terug"], look: Look, high: float
) -> Figure:
    shares = [row.aandeel for row in rows]
    line = _panelen.line(name, [fmt.month(row.maand) for row in rows], shares, look)
    line["meta"] = {"eenheid": "deel van 1"}
    line["hovertext"] = [
        f"{name}: {fmt.HIDDEN if share is None else fmt.percent(share)}" for share in shares
    ]
    top = max([high, *(share * 1.2 for share in shares if share is not None)])
    return style.figure(
        [line],
        look,
        260,
        annotations=[],
        margin={"l": 8, "r": 220 if look.stage else 104, "t": 8, "b": 8},
        xaxis=_axes.months([row.maand for row in rows]),
        yaxis=_axes.amounts(look, 0, top, fmt.percent),
        meta={"eenheid": "deel van 1", "soort": "Lijn, telkens over twaalf maanden"},
    )


def _moves(row: "rijen.PerLid") -> str:
    """What came and left, as far as anything did."""
    told, elsewhere = _parts(row, KORT), " ".join(_parts(row, ELDERS))
    counts = [getattr(row, name) for name in (*KORT, *ELDERS)]
    return _listed([*told, *([f"elders {elsewhere}"] if elsewhere else [])], counts)


def _times(row: "rijen.Terugkeer") -> str:
    """How many months ago the care ended of those who came back; nothing of a hidden bar."""
    counts = [getattr(row, name) for name in NA]
    return "" if row.terug is None else _listed(_parts(row, NA), counts)


def _parts(row: "rijen.PerLid | rijen.Terugkeer", names: Mapping[str, str]) -> list[str]:
    counts = {words: getattr(row, name) for name, words in names.items()}
    return [f"{words}{_panelen.counted(count)}" for words, count in counts.items() if count]


def _listed(told: list[str], counts: Sequence[int | None]) -> str:
    hidden = sum(count is None for count in counts)
    return " · ".join([*told, *([f"{hidden} verborgen"] if hidden else [])])


def _flow(name: str, rows: Sequence["rijen.PerMaand"], look: Look) -> Trace:
    """One bar a month; who left only just may come back, and is hatched."""
    colour = {"nieuw": look.neutral, "herinstroom": look.middle, "uitstroom": look.neutral}
    counts = [getattr(row, name) for row in rows]
    sign = -1 if name in OUT else 1
    bars = _panelen.flow(
        NAMEN[name],
        [fmt.month(row.maand) for row in rows],
        counts,
        colour.get(name, look.faint),
        sign,
    )
    if name == "uitstroom":
        late = [row.voorlopig != 0 for row in rows]
        bars["marker"]["pattern"] = style.hatched(late)
        bars["hovertext"] = [
            f"{words}, deels voorlopig" if is_late else words
            for words, is_late in zip(bars["hovertext"], late, strict=True)
        ]
    return bars
