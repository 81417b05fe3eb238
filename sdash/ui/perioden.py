"""Which months are laid beside which: two choices under the filters, held by the address too.

A stretch is the year until a month (t10), a quarter (k1) or a month (m10); what it is compared with
is a stretch of the same kind of any year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import streamlit as st

from sdash import format as fmt
from sdash.clock import end_of
from sdash.queries import uitgaven, waarom
from sdash.sql import Params
from sdash.ui import data, filters, links, viewer
from sdash.ui.data import Vraag
from sdash.ui.keuze import REACHED, Keuze

Options = dict[str, str]

WHOLE_YEAR: Final = 12
A_QUARTER: Final = 3
LABELS: Final = {
    "periode": "Welke maanden",
    "tegen": "Vergeleken met",
    "maat": "Welk bedrag",
}
IN_A_LINK: Final = {"periode": "periode", "tegen": "vergelijking met", "maat": "bedrag"}
"""What a link that asks for them in vain calls them."""
MATEN: Final = {"ingediend": "Wat is ingediend", "toegekend": "Wat is toegekend"}


@dataclass(frozen=True)
class Naast(Keuze):
    """What is chosen on a page that lays months beside other months."""

    @property
    def nu(self) -> str:
        """The months in words: `2026 tot en met oktober`."""
        return in_words(self.jaar, self.codes["periode"])

    @property
    def toen(self) -> str:
        """The months that they are compared with."""
        jaar, deel = self.codes["tegen"].split("-")
        return in_words(int(jaar), deel)

    @property
    def maat(self) -> str:
        """`ingediend` or `toegekend`."""
        return self.codes["maat"]

    def in_words(self) -> str:
        """The selection as a reader would say it, with the months."""
        return f"{super().in_words()}, {self.nu} naast {self.toen}"

    def _values(self) -> dict[str, Any]:
        jaar, deel = self.codes["tegen"].split("-")
        van, tot = months(self.jaar, self.codes["periode"])
        toen_van, toen_tot = months(int(jaar), deel)
        kept = {"van": max(van, self.vanaf), "toen_van": max(toen_van, self.vanaf)}
        granted = True if self.maat == "toegekend" else None
        until = {"tot": tot, "toen_tot": toen_tot, "toegekend": granted}
        return {**super()._values(), **kept, **until}


def keuze(page: str) -> Naast:
    """What is chosen on a page, with the months; it draws their line of choices."""
    chosen = filters.keuze(page)
    years = [row.jaar for row in data.rows(Vraag(uitgaven.jaren, Params()))]
    year = uitgaven.Jaarstand(jaar=chosen.jaar, genoeg=REACHED)
    last = data.one(Vraag(uitgaven.kern, year)).laatste_maand
    with st.container(horizontal=True, vertical_alignment="bottom", key="perioden"):
        parts = stretches(last.month if last else WHOLE_YEAR)
        links.look(page, {"periode": parts, "maat": MATEN}, "perioden")
        periode = _choose("periode", parts)
        others = besides(chosen.jaar, periode, years, viewer.first_day())
        links.look(page, {"tegen": others}, "tegen")
        found = {"periode": periode, "tegen": _choose("tegen", others)}
        found["maat"] = _choose("maat", MATEN)
    if not viewer.on_stage():
        links.tell({"periode": parts, "maat": MATEN}, IN_A_LINK, "perioden")
        links.tell({"tegen": others}, IN_A_LINK, "tegen")
    words = {**parts, **others, **MATEN}
    more = {key: words[code] for key, code in found.items()}
    codes = {**chosen.codes, **found}
    return Naast(**{**_fields(chosen), "codes": codes, "words": {**chosen.words, **more}})


def dagen() -> Vraag[waarom.Tussen, waarom.Verandering] | None:
    """What changed between the ends of two days that are chosen here, or nothing yet."""
    if viewer.on_stage():
        return None
    st.subheader("Wat werd er tussen twee dagen bekend?", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom", key="dagen"):
        first = _day("Bekend op", "bekend_op", viewer.per().dag)
        second = _day("en op (leeg is nu)", "bekend_tot", None)
    if first is None or first >= viewer.today():
        return None
    later = end_of(second) if second and first <= second < viewer.today() else None
    return Vraag(waarom.tussen, waarom.Tussen(van=end_of(first), tot=later), nu=True)


def stretches(last: int) -> Options:
    """The stretches of a year of which this is the last month, the whole first."""
    quarters = range(1, last // A_QUARTER + 1)
    return {
        f"t{last}": "Heel het jaar" if last == WHOLE_YEAR else f"Tot en met {fmt.MONTHS[last - 1]}",
        **{f"k{nr}": f"{nr}e kwartaal" for nr in quarters},
        **{f"m{nr}": fmt.MONTHS[nr - 1].capitalize() for nr in range(1, last + 1)},
    }


def besides(jaar: int, deel: str, years: Sequence[int], first_day: date) -> Options:
    """The stretches of the same kind, the same one of a year before first."""
    kind, last = deel[0], {"t": 0, "k": 4, "m": 12}[deel[0]]
    same = [deel] if kind == "t" else [f"{kind}{nr}" for nr in range(1, last + 1)]
    every = [(year, part) for year in sorted({*years, jaar - 1}, reverse=True) for part in same]
    every.sort(key=(jaar - 1, deel).__ne__)
    kept = [one for one in every if one != (jaar, deel) and months(*one)[0] >= first_day]
    return {f"{year}-{part}": in_words(year, part) for year, part in kept or [(jaar, deel)]}


def months(jaar: int, deel: str) -> tuple[date, date]:
    """The first days of the first and of the last month of a stretch."""
    nr = int(deel[1:])
    first = {"t": 1, "k": (nr - 1) * A_QUARTER + 1, "m": nr}[deel[0]]
    last = {"t": nr, "k": nr * A_QUARTER, "m": nr}[deel[0]]
    return date(jaar, first, 1), date(jaar, last, 1)


def in_words(jaar: int, deel: str) -> str:
    """A stretch in words."""
    nr = int(deel[1:])
    if deel[0] == "k":
        return f"het {nr}e kwartaal van {jaar}"
    month = fmt.MONTHS[nr - 1]
    if deel[0] == "m":
        return f"{month} {jaar}"
    return str(jaar) if nr == WHOLE_YEAR else f"{jaar} tot en met {month}"


def _choose(key: str, options: Options) -> str:
    """The code that is chosen; on a stage there is nothing to choose, and the address decides."""
    if viewer.on_stage():
        by_words = {words: code for code, words in options.items()}
        return by_words.get(st.query_params.get(key, ""), next(iter(options)))
    chosen = st.selectbox(
        LABELS[key],
        list(options),
        format_func=lambda code: options.get(code, code),
        key=key,
        bind="query-params",
        width=260,
    )
    return chosen if chosen in options else next(iter(options))


def _day(label: str, key: str, value: date | None) -> date | None:
    chosen = st.date_input(
        label,
        value=value,
        min_value=viewer.first_day(),
        max_value=viewer.today(),
        key=key,
        bind="query-params",
        format="DD-MM-YYYY",
        width=200,
    )
    return chosen if isinstance(chosen, date) else None


def _fields(chosen: Keuze) -> dict[str, Any]:
    return {name: getattr(chosen, name) for name in chosen.__dataclass_fields__}
