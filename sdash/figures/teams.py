"""Teams: what each of them carries, how many people do it, what they do, and how old it is."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import _axes, _bars, _matrix, _opdeling, _veelvoud, style
from sdash.figures._veelvoud import Rij, Veelvoud
from sdash.figures.style import Figure, Layout, Look

if TYPE_CHECKING:
    from sdash.queries import teams as rijen

ROOM: Final = 1.16
YEAR: Final = 12
KLASSEN: Final = {
    0: "0–3",
    3: "3–6",
    6: "6–12",
    12: "12 maanden of langer",
}
NAMED: Final = 6
"""Of all pairs, so many are told in words."""


def actief(verloop: Sequence["rijen.Verloop"], kern: Sequence["rijen.Kern"], look: Look) -> Figure:
    """All casussen at the end of each month, beside what the gemeente told of a past year."""
    months = sorted({row.maand for row in verloop})
    names = [fmt.month(month) for month in months]
    counts = [_summed([row.eind for row in verloop if row.maand == month]) for month in months]
    (now,) = kern
    line = _veelvoud.lijn("Open casussen", names, counts, look)
    toen = now.toen_stand
    highest = max([count for count in counts if count is not None] + [toen or 1]) * ROOM
    words = []
    if now.casussen is not None:
        said = f"<b>{fmt.number(now.casussen)}</b> nu"
        words.append(style.label(names[-1], now.casussen, said, look.ink))
    if toen is not None:
        told = f"{now.toen_jaar}: ongeveer {fmt.number(toen)}"
        words.append(style.label(0, toen, told, look.quiet, xref="paper", yanchor="bottom"))
    return style.figure(
        [{**line, "fill": "tozeroy", "fillcolor": style.faded(look.neutral, 0.1)}],
        look,
        340,
        annotations=words,
        shapes=[] if toen is None else [_level(toen, look)],
        margin={"l": 8, "r": 130 if look.stage else 68, "t": 8, "b": 8},
        xaxis={**_axes.months(months), "range": [-0.3, len(months) - 1]},
        yaxis=_axes.amounts(look, 0, highest, fmt.number),
        meta={"eenheid": "casussen", "soort": "Lijn per maand"},
    )


def per_team(
    verloop: Sequence["rijen.Verloop"], wisselingen: Sequence["rijen.Wisseling"], look: Look
) -> Figure:
    """The casussen of each team at the end of each month."""
    months = sorted({row.maand for row in verloop})
    rows = []
    for team, of in _by_team(verloop):
        eind = [of[month].eind if month in of else None for month in months]
        traces = (_veelvoud.lijn(team, [*map(fmt.month, months)], eind, look),)
        rows.append(Rij(team, _last(of, months, "casussen"), traces))
    known = [row.eind for row in verloop if row.eind is not None]
    drawn = Veelvoud(rows, months, max(known, default=1), breuken=_breaks(wisselingen))
    return drawn.draw(look, eenheid="casussen", soort="Een lijn per team")


def stroom(verloop: Sequence["rijen.Verloop"], look: Look) -> Figure:
    """How many casussen came and went at each team, in each of the last twelve months."""
    months = sorted({row.maand for row in verloop})[-YEAR:]
    names = [fmt.month(month) for month in months]
    rows = []
    for team, of in _by_team([row for row in verloop if row.maand in months]):
        came = [of[month].instroom if month in of else None for month in months]
        gone = [of[month].uitstroom if month in of else None for month in months]
        traces = (
            _veelvoud.staven(f"{team}, erbij", names, came, look.neutral),
            _veelvoud.staven(f"{team}, afgesloten", names, gone, look.faint, -1),
            *style.hidden(_unseen(of, months), look),
        )
        rows.append(Rij(team, _flows(_summed(came), _summed(gone)), traces))
    most = [row.instroom or 0 for row in verloop], [row.uitstroom or 0 for row in verloop]
    drawn = Veelvoud(rows, months, max(most[0], default=1), -max(most[1], default=1))
    return drawn.draw(look, eenheid="casussen", soort="Staven per team en maand")


def per_fte(verloop: Sequence["rijen.Verloop"], kern: Sequence["rijen.Kern"], look: Look) -> Figure:
    """Casussen a fte of each team, beside the band of the gemeente where it set one."""
    months = sorted({row.maand for row in verloop})
    names = [fmt.month(month) for month in months]
    (now,) = kern
    band = (
        None if now.band_laag is None or now.band_hoog is None else (now.band_laag, now.band_hoog)
    )
    rows = []
    for team, of in _by_team(verloop):
        parts = [of[month].per_fte if month in of else None for month in months]
        last = next((part for part in reversed(parts) if part is not None), None)
        over = bool(band and last is not None and last > band[1])
        said = "fte niet bekend" if last is None else f"{fmt.number(last, 1)} per fte"
        traces = (_veelvoud.lijn(team, names, parts, look, 1),)
        rows.append(Rij(team, said, traces, look.act if over else ""))
    known = [row.per_fte for row in verloop if row.per_fte is not None]
    highest = max([*known, *(band or ())], default=1)
    lowest = min([*known, *(band or ())], default=0) * 0.8
    drawn = Veelvoud(rows, months, highest, lowest, band)
    return drawn.draw(look, eenheid="casussen per fte", soort="Een lijn per team")


def taken(taken: Sequence["rijen.Taak"], look: Look) -> Figure:
    """One bar a taak, in the order in which a casus goes through them."""
    return _bars.listed(
        [
            _bars.Bar(
                row.taak.capitalize(),
                row.casussen,
                fmt.HIDDEN if row.casussen is None else f"{fmt.number(row.casussen)} casussen",
                look.neutral,
                onder=_took(row),
            )
            for row in taken
        ],
        look,
        eenheid="casussen",
    )


def overlap(overlap: Sequence["rijen.Overlap"], look: Look) -> Figure:
    """A matrix of wijkteams by jeugdteams: how many wijken and inhabitants they share."""
    down = [*dict.fromkeys(row.wijkteam for row in overlap)]
    across = [*dict.fromkeys(row.jeugdteam for row in overlap)]
    of = {(row.wijkteam, row.jeugdteam): row for row in overlap}
    shared = [f"{row.wijkteam} en {row.jeugdteam}: {_shares(row)}" for row in overlap if row.wijken]
    told = "; ".join(shared[:NAMED]).replace("<br>", ", ")
    cells = [
        [_matrix.Cel(row.wijken, _shares(row)) for row in (of[wijk, jeugd] for jeugd in across)]
        for wijk in down
    ]
    return _matrix.drawn(_matrix.Matrix(down, across, cells, f"{told}."), look)


def leeftijd(leeftijd: Sequence["rijen.Leeftijd"], look: Look) -> Figure:
    """One bar a team: its open casussen, the darker the longer they are open."""
    of = {(row.team, row.klasse): row.casussen for row in leeftijd}
    listed = []
    for team in dict.fromkeys(row.team for row in leeftijd):
        counts = [of[team, klasse] for klasse in KLASSEN]
        listed.append(_opdeling.Staaf(team, _long(counts), counts))
    return _opdeling.drawn(listed, [*KLASSEN.values()], look, eenheid="casussen")


def _long(counts: Sequence[int | None]) -> str:
    """How many there are, and which part is open for a year or longer."""
    known = [count for count in counts if count is not None]
    if len(known) < len(counts):
        return f"deels verborgen: {fmt.HIDDEN}"
    whole = sum(known)
    part = fmt.percent(known[-1] / whole) if whole else fmt.percent(0)
    return f"{fmt.number(whole)} open · {part} een jaar of langer"


def _shares(row: "rijen.Overlap") -> str:
    wijken = f"{row.wijken} wijk{'en' * (row.wijken != 1)}"
    people = "inwoners onbekend" if row.inwoners is None else f"{fmt.number(row.inwoners)} inw."
    return f"{wijken}<br>{people}"


def _took(row: "rijen.Taak") -> str:
    """Who is in it now, and after how many days half of those that began are done."""
    now = f"nu {_veelvoud.geteld(row.lopend)}"
    if row.begonnen is None:
        return f"{now} · doorlooptijd: {fmt.HIDDEN}"
    if row.doorlooptijd is None:
        return f"{now} · nog niet de helft klaar" if row.begonnen else now
    return f"{now} · de helft klaar na {fmt.number(row.doorlooptijd)} dagen"


def _by_team(
    verloop: Sequence["rijen.Verloop"],
) -> list[tuple[str, dict[date, "rijen.Verloop"]]]:
    found = groupby(sorted(verloop, key=lambda row: row.team), lambda row: row.team)
    return [(team, {row.maand: row for row in rows}) for team, rows in found]


def _breaks(wisselingen: Sequence["rijen.Wisseling"]) -> list[tuple[date, str]]:
    """Each day on which teams changed, with how many there are from then on; not the first."""
    days = dict.fromkeys((row.dag, row.teams) for row in wisselingen)
    return [(dag, f"{teams} teams") for dag, teams in [*days][1:]]


def _last(of: dict[date, "rijen.Verloop"], months: Sequence[date], unit: str) -> str:
    row = of.get(months[-1])
    return f"geen {unit} meer" if row is None else f"{_veelvoud.geteld(row.eind)} {unit}"


def _unseen(of: dict[date, "rijen.Verloop"], months: Sequence[date]) -> list[str]:
    """The months of a team of which a part is too small to show."""
    shown = [of[month] for month in months if month in of]
    return [fmt.month(row.maand) for row in shown if None in {row.instroom, row.uitstroom}]


def _flows(came: int | None, gone: int | None) -> str:
    if came is None or gone is None:
        return "deels verborgen (×)"
    return f"+{fmt.number(came)} / −{fmt.number(gone)}"


def _summed(counts: Sequence[int | None]) -> int | None:
    """A casus is at one team; where one of them is hidden the sum is too."""
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _level(height: float, look: Look) -> Layout:
    return {
        "type": "line",
        "xref": "paper",
        "x0": 0,
        "x1": 1,
        "y0": height,
        "y1": height,
        "line": {"color": look.quiet, "width": look.line(1.25), "dash": "dot"},
    }
