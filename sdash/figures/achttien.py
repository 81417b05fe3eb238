"""Around eighteen: what young people have at five ages, and how they go from one to the next.

What may not be shown of an age stands there as one part, without what flows in or out of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import style
from sdash.figures.style import Figure, Look, Said, Trace

if TYPE_CHECKING:
    from sdash.queries.achttien import Stroom

OVERIG: Final = "overig"
LATER: Final = "later"
NAAM: Final = {
    "jeugdhulp": "Jeugdhulp",
    "beschermd wonen": "Beschermd wonen",
    "wmo": "Wmo",
    "participatiewet": "Participatiewet",
    "geen hulp": "Geen hulp",
    OVERIG: "Niet apart te tonen",
    LATER: "Nog niet te zeggen",
}
"""From the top down."""
HEIGHT: Final = 440
HALF: Final = 0.07
"""Of the width of a place, as a part of the way to the next age."""
GAP: Final = 0.035
"""Between places, as a part of everybody."""
LABEL: Final = 0.045
STEPS: Final = 11
"""So that a flow has as many corners as a wijk on the map."""
Plek = tuple[float, str]


@dataclass(frozen=True)
class Vak:
    """A place: an age and what one has at it, how many people, and where it lies."""

    leeftijd: float
    toestand: str
    aantal: int
    onder: float
    boven: float

    @property
    def words(self) -> str:
        """The place with its number of people."""
        return f"{NAAM[self.toestand].lower()} {fmt.number(self.aantal)}"


def stromen(stromen: Sequence["Stroom"], look: Look) -> Figure:
    """A place for what people have at each age, as high as they are many, and the flows between."""
    vakken = _places([row for row in stromen if row.van is None])
    flows = [row for row in stromen if row.van is not None and row.clienten]
    ages = sorted({row.leeftijd for row in stromen})
    return style.figure(
        [*_flows(flows, vakken, look), *_drawn(vakken, look), style.written(_words(vakken, look))],
        look,
        HEIGHT,
        hovermode="closest",
        margin={"l": 8, "r": 220 if look.stage else 118, "t": 8, "b": 8},
        xaxis={
            "fixedrange": True,
            "range": [17.5 - HALF, 19.5 + HALF],
            "tickvals": ages,
            "ticktext": [_age(age).removesuffix(" jaar") for age in ages],
            "tickangle": 0,
        },
        yaxis={**style.bare(), "fixedrange": True},
        meta={"eenheid": "jongeren", "soort": "Stromen tussen leeftijden"},
    )


def _places(standen: Sequence["Stroom"]) -> dict[Plek, Vak]:
    """Where each place lies; what is hidden at an age is what is left of everybody."""
    counted: dict[float, dict[str, int]] = defaultdict(dict)
    hidden = {row.leeftijd for row in standen if row.clienten is None}
    for row in standen:
        if row.clienten:
            counted[row.leeftijd][row.naar] = row.clienten
    everybody = max((sum(one.values()) for one in counted.values()), default=0)
    for age in hidden:
        if (rest := everybody - sum(counted[age].values())) > 0:
            counted[age][OVERIG] = rest
    return {
        (vak.leeftijd, vak.toestand): vak
        for age, one in counted.items()
        for vak in _stacked(age, one, everybody)
    }


def _stacked(age: float, counted: Mapping[str, int], everybody: int) -> Iterable[Vak]:
    top = 0.0
    for toestand in NAAM:
        if count := counted.get(toestand):
            yield Vak(age, toestand, count, top - count, top)
            top -= count + GAP * everybody


def _flows(flows: Sequence["Stroom"], vakken: Mapping[Plek, Vak], look: Look) -> list[Trace]:
    """Ribbons from place to place, in the order of the places on both sides."""
    order = [*NAAM]
    flows = sorted(flows, key=lambda row: (order.index(row.van or ""), order.index(row.naar)))
    came, went = defaultdict[Plek, float](float), defaultdict[Plek, float](float)
    for row in flows:
        went[row.leeftijd - 0.5, row.van or ""] += row.clienten or 0
        came[row.leeftijd, row.naar] += row.clienten or 0
    out, into = ({plek: vak.boven for plek, vak in vakken.items()} for _ in range(2))
    ribbons = []
    for row in flows:
        van, naar = (row.leeftijd - 0.5, row.van or ""), (row.leeftijd, row.naar)
        if van not in vakken or naar not in vakken:
            continue
        left = _thick(row.clienten or 0, vakken[van], went[van])
        right = _thick(row.clienten or 0, vakken[naar], came[naar])
        ends = (out[van], out[van] - left), (into[naar], into[naar] - right)
        out[van], into[naar] = out[van] - left, into[naar] - right
        ribbons.append(_ribbon(row, ends, look))
    return ribbons


def _thick(count: int, vak: Vak, together: float) -> float:
    """How thick a flow is where it touches a place; rounded flows may be more than their place."""
    return count * min(1, vak.aantal / together)


def _ribbon(
    row: "Stroom", ends: tuple[tuple[float, float], tuple[float, float]], look: Look
) -> Trace:
    (left_top, left_bottom), (right_top, right_bottom) = ends
    way = [step / STEPS for step in range(STEPS + 1)]
    begin, length = row.leeftijd - 0.5 + HALF, 0.5 - 2 * HALF
    upper = [left_top + (right_top - left_top) * _smooth(part) for part in way]
    lower = [left_bottom + (right_bottom - left_bottom) * _smooth(part) for part in way]
    across = [begin + length * part for part in way]
    words = (
        f"{NAAM[row.van or '']} op {_age(row.leeftijd - 0.5)}, {NAAM[row.naar].lower()} op "
        f"{_age(row.leeftijd)}: {fmt.number(row.clienten or 0)}"
    )
    return {
        **_area([*across, *reversed(across)], [*upper, *reversed(lower)]),
        "fillcolor": style.faded(_colour(row.naar, look), 0.35),
        "text": words,
        "meta": {"decor": True},
    }


def _smooth(part: float) -> float:
    return part * part * (3 - 2 * part)


def _drawn(vakken: Mapping[Plek, Vak], look: Look) -> list[Trace]:
    """The places; the first of each age tells of all of them."""
    told = set[float]()
    drawn = []
    for vak in vakken.values():
        left, right = vak.leeftijd - HALF, vak.leeftijd + HALF
        trace = _area([left, right, right, left], [vak.boven, vak.boven, vak.onder, vak.onder])
        trace |= _fill(vak.toestand, look)
        trace["text"] = f"{_age(vak.leeftijd)}: {vak.words}"
        if vak.leeftijd not in told:
            same = [other.words for other in vakken.values() if other.leeftijd == vak.leeftijd]
            trace["meta"] = {"zin": f"{_age(vak.leeftijd)}: {', '.join(same)}."}
            told.add(vak.leeftijd)
        drawn.append(trace)
    return drawn


def _area(x: list[float], y: list[float]) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*x, x[0]],
        "y": [*y, y[0]],
        "fill": "toself",
        "line": {"color": style.CLEAR, "width": 0},
        "hoveron": "fills",
        "hoverinfo": "text",
    }


def _fill(toestand: str, look: Look) -> Trace:
    """The colour of a place; what nobody knows yet is hatched."""
    colour = _colour(toestand, look)
    if toestand == LATER:
        hatching = {"shape": "/", "fgcolor": colour, "bgcolor": style.CLEAR, "size": 6}
        return {"fillpattern": hatching}
    return {"fillcolor": style.faded(colour, 0.55) if toestand == "wmo" else colour}


def _colour(toestand: str, look: Look) -> str:
    wet = {"jeugdhulp": Wet.JW, "participatiewet": Wet.PW, "wmo": Wet.WMO}
    if toestand == "beschermd wonen":
        return look.of(Wet.WMO)
    grey = {OVERIG: look.faint, LATER: look.middle}.get(toestand, look.middle)
    return look.of(wet[toestand]) if toestand in wet else grey


def _words(vakken: Mapping[Plek, Vak], look: Look) -> list[Said]:
    """How many people stand at each place; on the right what each colour is called."""
    ages = sorted({vak.leeftijd for vak in vakken.values()})
    said = []
    for age in ages:
        here = [vak for vak in vakken.values() if vak.leeftijd == age]
        heights = [(vak.onder + vak.boven) / 2 for vak in here]
        words = [_counted(vak, with_name=age == ages[-1]) for vak in here]
        if age == ages[-1]:
            gone = [toestand for toestand in NAAM if (age, toestand) not in vakken]
            named = [name for name in gone if any(name == vak.toestand for vak in vakken.values())]
            words += [f"<span style='color:{_colour(n, look)}'>■</span> {_name(n)}" for n in named]
            room = 2 * LABEL * sum(vak.aantal for vak in here)
            heights += [
                min(vak.onder for vak in here) - room * (nr + 1) for nr in range(len(named))
            ]
        least = LABEL * sum(vak.aantal for vak in here) * (2 if age == ages[-1] else 1)
        for text, height in zip(words, style.apart(heights, least), strict=True):
            said.append(Said(age + HALF, height, f"{fmt.NBSP}{text}", look.ink, "middle right"))
    return said


def _counted(vak: Vak, *, with_name: bool) -> str:
    number = fmt.number(vak.aantal)
    return f"{number} {_name(vak.toestand)}" if with_name else number


def _name(toestand: str) -> str:
    """A name that is no wider than it must be."""
    return NAAM[toestand].lower().replace(" te ", f"<br>{fmt.NBSP}te ")


def _age(age: float) -> str:
    return f"{int(age)}{'½' if age % 1 else ''} jaar"
