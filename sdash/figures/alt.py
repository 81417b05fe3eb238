"""What a figure shows, in Dutch sentences for who cannot see it, written from its own traces."""

from collections.abc import Sequence

from sdash import format as fmt
from sdash.figures.style import Figure, Trace, is_decor

NAMED = 3
"""Of a long list, so many are named."""


def alt(figure: Figure) -> str:
    """Kind of figure, and of every series its first, last and highest value."""
    meta = figure["layout"]["meta"]
    unit = meta["eenheid"]
    traces = [trace for trace in figure["data"] if not is_decor(trace)]
    described = [part for trace in traces if (part := _series(trace, unit))]
    return " ".join([f"{meta['soort']}.", *described])


def _series(trace: Trace, of_all: str) -> str:
    meta = trace.get("meta") or {}
    unit = meta.get("eenheid", of_all)
    if sentence := meta.get("zin"):
        return str(sentence)
    if parts := meta.get("delen"):
        return _listed(parts, unit)
    if trace.get("orientation") == "h":
        return _listed([*zip(trace["customdata"], trace["x"], strict=True)], unit)
    if "name" not in trace:
        return ""
    values = trace.get("customdata") or trace["y"]
    points = [(x, y) for x, y in zip(trace["x"], values, strict=True) if y is not None]
    return _course(trace["name"], points, unit) if points else ""


def _course(name: str, points: Sequence[tuple[str, float]], unit: str) -> str:
    (first_x, first), (last_x, last) = points[0], points[-1]
    top_x, top = max(points, key=lambda point: point[1])
    course = f"{name}: {_say(first, unit)} in {first_x}"
    if len(points) > 1:
        course += f", {_say(last, unit)} in {last_x}"
    if top_x not in {first_x, last_x}:
        course += f", het hoogst in {top_x} met {_say(top, unit)}"
    return f"{course}."


def _listed(pairs: Sequence[tuple[str, float | None]], unit: str) -> str:
    shown = sorted(
        ((name, value) for name, value in pairs if value is not None), key=lambda pair: -pair[1]
    )
    said = [f"{name} {_say(value, unit)}" for name, value in shown[:NAMED]]
    if len(shown) > NAMED:
        said.append(f"nog {len(shown) - NAMED}, tot {_say(shown[-1][1], unit)}")
    if hidden := len(pairs) - len(shown):
        said.append(f"{hidden} met te weinig mensen om te tonen")
    return f"{', '.join(said)}."


def _say(value: float, unit: str) -> str:
    if unit == "euro":
        return fmt.euro_short(value)
    if unit == "%":
        return fmt.percent(value / 100)
    return fmt.measure(value, unit)
