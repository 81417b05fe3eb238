"""We beside other gemeenten: every gemeente as a dot, every onderdeel as a row, and the years."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from sdash import format as fmt
from sdash.domain import WET_NAAM, Wet
from sdash.figures import _axes, _bars, _verslagen, style
from sdash.figures.style import Figure, Look, Said, Trace

if TYPE_CHECKING:
    from sdash.queries import vergelijken as rijen

WET_OF: Final = {"jeugd": Wet.JW, "wmo": Wet.WMO, "wmo_opvang": Wet.WMO, "participatie": Wet.PW}
STACKS: Final = 64
ROOM: Final = 1.04
HEIGHT: Final = 320


class Soort(NamedTuple):
    """Dots that look the same, each with its height in its pile."""

    name: str
    colour: str
    size: int
    placed: list[tuple["rijen.Verdeling", int]]


def verdeling(
    verdeling: Sequence["rijen.Verdeling"],
    kern: Sequence["rijen.Kern"],
    look: Look,
    gekozen: str = "",
) -> Figure:
    """Every gemeente as a dot, piled up where many spend the same; ours and the others marked."""
    high = max(row.per_hoofd for row in verdeling) * ROOM or 1
    placed = [*_piled(verdeling, high / STACKS)]
    top = max(height for _, height in placed)
    ours = WET_OF.get(gekozen)
    rest = [at for at in placed if not (at[0].eigen or at[0].lijkt)]
    kinds = (
        Soort("alle gemeenten", look.faint, 6, rest),
        Soort("waarmee wij vergelijken", look.neutral, 8, [at for at in placed if at[0].lijkt]),
        Soort("wij", look.of(ours) if ours else look.ink, 14, [at for at in placed if at[0].eigen]),
    )
    row = next((row for row in kern if row.onderdeel == gekozen), None)
    return style.figure(
        [*(_dots(kind, row, look) for kind in kinds if kind.placed), *_lines(row, top, look)],
        look,
        HEIGHT,
        hovermode="closest",
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis=_axes.amounts(look, 0, high, fmt.euro),
        yaxis={**style.bare(), "range": [-1, top * 1.45 + 2], "fixedrange": True},
        meta={"eenheid": "euro", "soort": "Stippen, een per gemeente"},
    )


def onderdelen(kern: Sequence["rijen.Kern"], look: Look) -> Figure:
    """One row an onderdeel: ours as a dot, the others as a mark, the gemeentefonds as a diamond."""
    row = 96 if look.stage else 62
    end = max(filter(None, _ends(kern)), default=1) * ROOM
    said = [part for place, one in enumerate(kern) for part in _row_words(place, one, end, look)]
    return style.figure(
        [
            _middles(kern, look),
            _marks("andere gemeenten", [one.mediaan_lijkend for one in kern], look, "line-ns"),
            _marks("gemeentefonds", [one.fonds for one in kern], look, "diamond-open"),
            _ours(kern, look),
            style.written(said),
        ],
        look,
        row * len(kern) + 16,
        hovermode="closest",
        margin={"l": 4, "r": 4, "t": 4, "b": 4},
        xaxis={**style.bare(), "range": [0, end], "fixedrange": True},
        yaxis={**style.bare(), "range": [len(kern) - 0.55, -0.75], "fixedrange": True},
        meta={"eenheid": "euro", "soort": "Een rij per onderdeel"},
    )


def jaren(jaren: Sequence["rijen.Jaar"], look: Look, gekozen: str = "") -> Figure:
    """Ours and the others in every report; a dotted line where the taakvelden changed."""
    wet = WET_OF.get(gekozen)
    points = [_verslagen.Punt(row.jaar, row.stand, row.generatie) for row in jaren]
    lines = (
        _verslagen.Lijn("Wij", look.of(wet) if wet else look.ink, [row.per_hoofd for row in jaren]),
        _verslagen.Lijn("Anderen", look.quiet, [row.mediaan_lijkend for row in jaren]),
    )
    through = all(row.doorgaand for row in jaren)
    return _verslagen.figure(points, lines, look, HEIGHT, through=through, words=fmt.euro)


def berichten(berichten: Sequence["rijen.Bericht"], look: Look) -> Figure:
    """What our messages say of a wet, with what Iv3 says of the same year as a mark."""
    bars = [
        _bars.Bar(
            WET_NAAM[row.wet],
            None if row.ingediend is None else float(row.ingediend),
            _beside(row),
            look.of(row.wet),
            row.lasten,
        )
        for row in berichten
    ]
    return _bars.listed(bars, look, eenheid="euro")


def _beside(row: "rijen.Bericht") -> str:
    said = fmt.HIDDEN if row.ingediend is None else f"{fmt.euro_short(row.ingediend)} in berichten"
    return said if row.lasten is None else f"{said}, {fmt.euro_short(row.lasten)} in Iv3"


def _piled(
    rows: Sequence["rijen.Verdeling"], width: float
) -> Iterator[tuple["rijen.Verdeling", int]]:
    """Every row with its height in the pile of those that spend about the same; ours lowest."""
    inside = sorted(rows, key=lambda row: (row.per_hoofd // width, not row.eigen, not row.lijkt))
    for _, pile in groupby(inside, lambda row: row.per_hoofd // width):
        yield from ((row, height) for height, row in enumerate(pile))


def _dots(soort: Soort, kern: "rijen.Kern | None", look: Look) -> Trace:
    name, colour, size, placed = soort
    said = [
        f"{fmt.escape_plotly(row.naam)}: {fmt.euro(row.per_hoofd)}, plek {fmt.number(row.rang)}"
        for row, _ in placed
    ]
    middle = kern.mediaan_land if name == "alle gemeenten" and kern else None
    others = kern.mediaan_lijkend if name == "waarmee wij vergelijken" and kern else middle
    told = f", in het midden {fmt.euro(others)}" if others is not None else ""
    sentence = f"{said[0]}." if name == "wij" else f"{name.capitalize()}: {len(placed)}{told}."
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [row.per_hoofd for row, _ in placed],
        "y": [height for _, height in placed],
        "hovertext": said,
        "hoverinfo": "text",
        "cliponaxis": False,
        "marker": {
            "color": colour,
            "size": look.line(size),
            "line": {"width": 1 if name == "wij" else 0, "color": look.paper},
        },
        "meta": {"zin": sentence},
    }


def _lines(kern: "rijen.Kern | None", top: int, look: Look) -> Iterator[Trace]:
    """What is in the middle, and ours, each with its words at the line."""
    if kern is None:
        return
    wanted = (
        ("wij", kern.per_hoofd, look.ink),
        ("de anderen", kern.mediaan_lijkend, look.neutral),
        ("Nederland", kern.mediaan_land, look.quiet),
    )
    known = [(value, name, colour) for name, value, colour in wanted if value is not None]
    # The words of the leftmost stand highest, above the lines that they would cross.
    for step, (value, name, colour) in enumerate(sorted(known, reverse=True)):
        yield {
            "type": "scatter",
            "mode": "lines+text",
            "x": [value, value],
            "y": [-0.5, top * (1.04 + 0.16 * step) + 1.2],
            "text": ["", f" {name} {fmt.euro(value)}"],
            "textposition": "middle right",
            "textfont": {"color": colour},
            "line": {"color": colour, "width": look.line(1), "dash": "dot"},
            "hoverinfo": "skip",
            "cliponaxis": False,
            "meta": {"decor": True},
        }


def _ends(kern: Sequence["rijen.Kern"]) -> Iterator[float | None]:
    for row in kern:
        yield from (row.per_hoofd, row.fonds, row.mediaan_lijkend, row.kwartiel_hoog)


def _row_words(place: int, row: "rijen.Kern", end: float, look: Look) -> Iterator[Said]:
    yield Said(0, place - 0.3, row.naam, look.ink)
    parts = ["geen cijfers" if row.per_hoofd is None else fmt.euro(row.per_hoofd)]
    if row.mediaan_lijkend is not None:
        parts.append(f"anderen {fmt.euro(row.mediaan_lijkend)}")
    if row.fonds is not None:
        parts.append(f"fonds {fmt.euro(row.fonds)}")
    yield Said(end, place - 0.3, ", ".join(parts), look.quiet, "top left")


def _middles(kern: Sequence["rijen.Kern"], look: Look) -> Trace:
    """The middle half of all gemeenten as a thin bar."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": "middelste helft van Nederland",
        "base": [row.kwartiel_laag for row in kern],
        "x": [row.kwartiel_hoog - row.kwartiel_laag for row in kern],
        "y": [*range(len(kern))],
        "width": 0.14,
        "hoverinfo": "skip",
        "marker": {"color": look.grid, "line": {"width": 0}},
        "meta": {"decor": True},
    }


def _marks(name: str, values: list[float | None], look: Look, symbol: str) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": values,
        "y": [*range(len(values))],
        "hovertext": [f"{name}: {fmt.euro(value)}" if value else "" for value in values],
        "hoverinfo": "text",
        "marker": {
            "symbol": symbol,
            "size": look.line(14 if symbol == "line-ns" else 10),
            "color": look.ink,
            "line": {"color": look.ink, "width": look.line(1.5)},
        },
        "meta": {"decor": True},
    }


def _ours(kern: Sequence["rijen.Kern"], look: Look) -> Trace:
    told = [
        f"{row.naam} {fmt.euro(row.per_hoofd)}, anderen {fmt.euro(row.mediaan_lijkend or 0)}"
        for row in kern
        if row.per_hoofd is not None
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "wij",
        "x": [row.per_hoofd for row in kern],
        "y": [*range(len(kern))],
        "hovertext": [fmt.euro(row.per_hoofd) if row.per_hoofd else "" for row in kern],
        "hoverinfo": "text",
        "marker": {
            "color": [look.of(WET_OF.get(row.onderdeel)) for row in kern],
            "size": look.line(13),
        },
        "meta": {"zin": f"{'; '.join(told)}."},
    }
