"""What can be chosen: the codes of every filter with their words."""

from collections import Counter
from datetime import date
from typing import Any, Final

from sdash import format as fmt
from sdash.clock import AMSTERDAM
from sdash.domain import VERWIJZER
from sdash.queries import plafonds as contracten
from sdash.queries import uitgaven
from sdash.queries import wijkprofiel as wijken
from sdash.sql import Params
from sdash.ui import data, viewer
from sdash.ui.data import Vraag

Options = dict[str, str]

STATUS: Final = {
    "toegekend": "Toegekend",
    "in_behandeling": "In behandeling",
    "afgewezen": "Afgewezen",
}
FIRST_INDICATOR: Final = "Personen met een laag inkomen"
WIJKEN: Final = Vraag(wijken.wijken, Params())
INDICATOREN: Final = Vraag(wijken.indicatoren, Params())


def years() -> Options:
    """The years with lines, or this one before there are any."""
    found = {row.jaar for row in data.rows(Vraag(uitgaven.jaren, Params()))}
    this_year = viewer.moment().astimezone(AMSTERDAM).year
    return {str(jaar): str(jaar) for jaar in sorted(found or {this_year}, reverse=True)}


def half_a_year_after(first_day: date) -> date:
    """The first month of which it is kept what people had half a year before."""
    months = first_day.year * 12 + first_day.month - 1 + 6
    return date(months // 12, months % 12 + 1, 1)


def lichtingen() -> Options:
    """The years in which people turned 18, together and each."""
    this_year, earliest = viewer.today().year, half_a_year_after(viewer.first_day())
    every = {int(code) for code in years()} | {this_year}
    known = [year for year in every if date(year, 12, 1) >= earliest] or [this_year]
    first, last = min(known), max(known)
    return {
        f"{first}-{last}": f"18 in {first} tot en met {last}",
        **{str(year): f"18 in {year}" for year in sorted(known, reverse=True)},
    }


def listed(key: str, keuzes: Vraag[Any, uitgaven.Keuze]) -> Options:
    """What a filter on spending can take."""
    match key:
        case "maand":
            return maanden(keuzes.params.jaar)
        case "status":
            return STATUS
        case "verwijzer":
            return {**VERWIJZER}
        case "laag":
            lagen = enumerate(viewer.settings().regenboog, start=1)
            return _unambiguous({str(nr): laag.naam for nr, laag in lagen})
    return _unambiguous({row.code: row.naam for row in data.rows(keuzes) if row.soort == key})


def maanden(jaar: int) -> Options:
    """The months of a year, by their first day."""
    days = [date(jaar, month, 1) for month in range(1, 13)]
    return {day.isoformat(): f"{fmt.month_name(day)} {day.year}" for day in days}


def plafonds(of: uitgaven.Jaar) -> Options:
    """The plafonds of a year, by whom and for what."""
    rows = data.rows(Vraag(contracten.stand, contracten.Jaar(jaar=of.jaar)))
    return _unambiguous({row.code: f"{row.naam}, {row.product}" for row in rows})


def wijkprofiel() -> dict[str, Options]:
    """What can be chosen where one must choose a wijk."""
    found = data.derived("wijken", _wijken, WIJKEN)
    return {"wijk": found, "indicator": data.derived("indicator", _indicators, INDICATOREN)}


def _wijken() -> Options:
    """The largest first."""
    largest = sorted(data.rows(WIJKEN), key=lambda wijk: -(wijk.inwoners or 0))
    return _unambiguous({wijk.wijk_code: wijk.naam for wijk in largest})


def _indicators() -> Options:
    published = data.rows(INDICATOREN)
    names = sorted((row.indicator for row in published), key=FIRST_INDICATOR.__ne__)
    return {name: name for name in names}


def _unambiguous(options: Options) -> Options:
    """Two choices with the same words get their code behind them: the address holds the words."""
    counted = Counter(options.values())
    return {
        code: f"{words} ({code})" if counted[words] > 1 else words
        for code, words in options.items()
    }
