"""Sturen: what each slider of a scenario does, beside what all of them do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.figures import style
from sdash.figures.style import Figure, Look, Trace
from sdash.prognose import scenario
from sdash.prognose.scenario import Effect

if TYPE_CHECKING:
    from sdash.queries import sturen as rijen

NAMEN: Final = {
    "tarief": "Tarieven",
    "instroom": "Instroom",
    "verblijf": "Plaatsingen met verblijf",
    "voorliggend": "Naar voorliggend",
}
ROOM: Final = 1.9
VOORUIT: Final = "12 maanden"
FADED: Final = 0.45


def effecten(basis: Sequence["rijen.Basis"], look: Look, gekozen: str = "") -> Figure:
    """Two bars a slider and two for all: this year, and the twelve months to come."""
    keuzes, aannames = scenario.lees(gekozen)
    dit_jaar, vooruit = scenario.bases(basis)
    found = [
        (name, colour, scenario.effect(part, keuzes, aannames))
        for name, part, colour in (
            (VOORUIT, vooruit, style.SCENARIO[look.name]),
            ("Dit jaar", dit_jaar, style.faded(style.SCENARIO[look.name], FADED)),
        )
        if part is not None
    ]
    traces = [_bars(name, colour, effect) for name, colour, effect in found]
    widest = max((abs(value) for trace in traces for value in trace["x"]), default=0.0) or 1.0
    least = min((value for trace in traces for value in trace["x"]), default=0.0)
    return style.figure(
        traces,
        look,
        340,
        barmode="group",
        bargap=0.35,
        hovermode="closest",
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis={
            **style.bare(),
            "range": [-widest * ROOM if least < 0 else 0, widest * ROOM],
            "fixedrange": True,
        },
        yaxis={"automargin": True, "fixedrange": True},
        meta={"eenheid": "euro", "soort": "Liggende staven van een scenario"},
    )


def _bars(name: str, colour: str, effect: Effect) -> Trace:
    """The slider that is named first stands on top: Plotly begins below."""
    parts = {"Samen": effect.samen, **{NAMEN[key]: effect.apart.get(key, 0.0) for key in NAMEN}}
    names = [*parts][:1] + [*parts][:0:-1]
    values = [parts[one] for one in names]
    none = "geen verschil" if name == VOORUIT else ""
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": values,
        "y": names,
        "customdata": [f"{name}, {one.lower()}" for one in names],
        "text": [f"{fmt.plus(value)} {name.lower()}" if value else none for value in values],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertext": [
            f"{name}, {one.lower()}: {fmt.plus(value)}"
            for one, value in zip(names, values, strict=True)
        ],
        "hoverinfo": "text",
        "marker": {"color": colour, "line": {"width": 0}},
    }
