"""Who comes, who leaves and who carries it: people with care and casussen, month by month."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sdash import format as fmt
from sdash.figures import _axes, _bars, _panelen, style
from sdash.figures.style import Figure, Layout, Look

if TYPE_CHECKING:
    from sdash.queries import caseload as rijen

KNOWN_IN_2018 = 40
"""Of every hundred households that came to the teams in 2018, so many were known already."""


def verloop(verloop: Sequence["rijen.Verloop"], kern: Sequence["rijen.Kern"], look: Look) -> Figure:
    """The number of people as a line; below it how many came and left each month."""
    names = [fmt.month(row.maand) for row in verloop]
    stock = _panelen.line("Mensen met ondersteuning", names, [row.eind for row in verloop], look)
    came = _panelen.flow("Kwam", names, [row.instroom for row in verloop], look.neutral)
    came["hovertext"] = [
        f"Kwam: {_panelen.counted(row.instroom)}, van wie {_panelen.counted(row.herinstroom)} terug"
        for row in verloop
    ]
    flows = [
        came,
        _panelen.flow("Ging weg", names, [row.uitstroom for row in verloop], look.faint, -1),
    ]
    now = kern[0].clienten
    words = (
        [] if now is None else [_panelen.end(stock, f"<b>{fmt.number(now)}</b><br>mensen", look)]
    )
    known = [height for height in stock["y"] if height is not None]
    axis = _axes.amounts(look, *_panelen.span(known), fmt.number)
    months = [row.maand for row in verloop]
    return _panelen.drawn(_panelen.Panels(stock, flows, months, axis, words), look)


def casussen(casussen: Sequence["rijen.Casussen"], look: Look) -> Figure:
    """The share of the inflow that a team knew; below it what came and went each month."""
    names = [fmt.month(row.maand) for row in casussen]
    known = _panelen.line(
        "Deel van de instroom dat al bekend was", names, [_share(r) for r in casussen], look
    )
    known["meta"] = {"eenheid": "%"}
    known["hovertext"] = [
        f"Al bekend: {fmt.HIDDEN if share is None else fmt.percent(share / 100)}"
        for share in known["y"]
    ]
    flows = [
        _panelen.flow("Kwam", names, [row.instroom for row in casussen], look.neutral),
        _panelen.flow("Afgesloten", names, [row.uitstroom for row in casussen], look.faint, -1),
    ]
    words = style.label(
        1, KNOWN_IN_2018, "40 %<br>in 2018", look.quiet, xref="paper", yanchor="middle"
    )
    axis = _axes.amounts(look, 0, 80, lambda share: fmt.percent(share / 100))
    months = [row.maand for row in casussen]
    return _panelen.drawn(
        _panelen.Panels(known, flows, months, axis, [words], [_reference(look)]), look
    )


def per_team(per_team: Sequence["rijen.PerTeam"], look: Look) -> Figure:
    """One bar a sociaal team: its active casussen, and the people with care in its wijken."""
    listed = [
        _bars.Bar(
            row.team,
            row.casussen,
            " · ".join(
                [
                    _panelen.counted(row.casussen, "casussen"),
                    _panelen.counted(row.clienten, "mensen"),
                ]
            ),
            look.neutral,
        )
        for row in per_team
    ]
    return _bars.listed(listed, look, eenheid="casussen")


def per_product(per_product: Sequence["rijen.PerProduct"], look: Look) -> Figure:
    """One bar a productcategorie, in the colour of its wet, the largest first."""
    return _people([(row.naam, row.clienten, look.of(row.wet)) for row in per_product], look)


def per_wijk(per_wijk: Sequence["rijen.PerWijk"], look: Look) -> Figure:
    """One bar a wijk, the largest first."""
    return _people([(row.naam, row.clienten, look.neutral) for row in per_wijk], look)


def verwijzer(verwijzer: Sequence["rijen.Verwijzer"], look: Look) -> Figure:
    """One bar a kind of verwijzer, the largest first."""
    return _people([(row.naam, row.clienten, look.neutral) for row in verwijzer], look)


def _people(parts: list[tuple[str, int | None, str]], look: Look) -> Figure:
    largest = sorted(parts, key=lambda part: -(part[1] or 0))
    listed = [
        _bars.Bar(naam, clienten, _panelen.counted(clienten), kleur)
        for naam, clienten, kleur in largest
    ]
    return _bars.listed(listed, look, eenheid="mensen")


def _share(row: "rijen.Casussen") -> float | None:
    if row.bekend is None or not row.instroom:
        return None
    return row.bekend / row.instroom * 100


def _reference(look: Look) -> Layout:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": KNOWN_IN_2018,
        "y1": KNOWN_IN_2018,
        "line": {"color": look.quiet, "width": look.line(1.25), "dash": "dot"},
    }
