"""The page as most would write it: all lines in a frame, and a sum of it for each chart."""

from pathlib import Path
from typing import Any

import pandas as pd

from sdash.bench.regels import GROUPS, Antwoord, answer


def read(path: Path) -> Any:  # noqa: ANN401  (pandas publishes no types)
    """All lines."""
    return pd.read_parquet(path)


def add_up(lines: Any, jaar: int) -> Antwoord:  # noqa: ANN401
    """What the page shows of a year."""
    year = lines[lines["maand"].dt.year == jaar]
    year = year.assign(
        toegekend=year["bedrag"].where(year["status"] == "toegekend", 0),
        in_behandeling=year["bedrag"].where(year["status"] == "in_behandeling", 0),
    )
    return answer({name: _grouped(year, [*keys]) for name, keys in GROUPS.items()})


def _grouped(year: Any, keys: list[str]) -> list[tuple[Any, ...]]:  # noqa: ANN401
    grouped = year.groupby(keys or (lambda _: 0))
    sums = grouped.agg(
        clienten=("client_id", "nunique"),
        ingediend=("bedrag", "sum"),
        toegekend=("toegekend", "sum"),
        in_behandeling=("in_behandeling", "sum"),
    )
    return [*sums.reset_index(drop=not keys).itertuples(index=False, name=None)]
