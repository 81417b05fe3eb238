"""The selection: one line of filters under the title, held by the address of the page.

The line belongs to the common part of the script, so that a choice survives a walk to another
page. A view can be mailed as a link, which holds the choice in the same words as the screen.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final, TypeVar

import streamlit as st

from sdash import format as fmt
from sdash.clock import AMSTERDAM
from sdash.domain import Wet
from sdash.queries import uitgaven
from sdash.sql import Params, Query, Row
from sdash.ui import data, links, opties, vergelijking, viewer
from sdash.ui.balken import BARS, EVERYTHING, LABELS
from sdash.ui.data import Vraag
from sdash.ui.opties import Options

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)
ALL: Final = "alle"
ON_THE_LINE: Final = 4
YEARS_BACK: Final = 2
REACHED: Final = 0.5
"""A month counts as reached from this part of the busiest month on."""


@dataclass(frozen=True)
class Keuze:
    """What is chosen on a page; called with a query it gives that query its parameters."""

    codes: dict[str, str]
    words: dict[str, str]
    moment: datetime
    vanaf: date = viewer.FIRST_DAY
    """The first day that can be asked of."""
    opties: dict[str, Options] = field(default_factory=dict)
    """What can be chosen, in words."""

    def __call__(self, query: Query[P, R], **more: object) -> Vraag[P, R]:
        """A query about this selection: it takes from it what it has a parameter for."""
        known = {**self._values(), **more}
        wanted = {name: known[name] for name in query.params.model_fields if name in known}
        outside = (LABELS[key].lower() for key in self._narrowed() if key not in wanted)
        params = query.params.model_validate(wanted)
        return Vraag(query, params, tuple(outside), keuze=self._words())

    def per_wet(self, query: Query[P, R]) -> dict[Wet, Vraag[P, R]]:
        """The same query for every wet that is chosen."""
        return {wet: self(query, wet=wet) for wet in Wet if self.codes.get("wet") in {ALL, wet}}

    def zonder(self, key: str) -> "Keuze":
        """The same selection without one of its filters: a chart never filters itself away."""
        return replace(self, codes={**self.codes, key: ALL})

    def sindsdien(self, query: Query[P, R]) -> Vraag[P, R]:
        """A query about what changed between the chosen moment and now."""
        return replace(self(query, van=self.moment, tot=None), nu=True)

    @property
    def today(self) -> date:
        """The day of the moment, in the Netherlands."""
        return self.moment.astimezone(AMSTERDAM).date()

    @property
    def jaar(self) -> int:
        """The chosen year, or this one where a page asks for none."""
        return int(self.codes.get("jaar", self.today.year))

    @property
    def peildatum(self) -> date:
        """Today, or the last day of a year that is over."""
        return min(self.today, date(self.jaar, 12, 31))

    @property
    def year_before(self) -> date:
        """The first day of the same month, a year before the peildatum, as far as that is kept."""
        first = date(self.peildatum.year - 1, self.peildatum.month, 1)
        return max(first, self.vanaf)

    def chosen(self) -> dict[str, str]:
        """The choices as the address of a page holds them."""
        return {key: self.words[key] for key, code in self.codes.items() if code != ALL}

    def in_words(self) -> str:
        """The selection as a reader would say it: `Jeugd, Team Borger, heel de gemeente`."""
        said = [self.words[key] for key in self._narrowed()]
        return ", ".join(said) or "Alle wetten, heel de gemeente"

    def _words(self) -> str:
        """What is chosen, for who reads the figures elsewhere."""
        if self.codes.keys() & {"indicator", "lichting"}:
            return self.words[next(iter(self.codes))]
        return f"{self.in_words()}, {self.jaar}" if self.codes else ""

    def _narrowed(self) -> list[str]:
        """The filters that leave something out; where one must choose a wijk, none does."""
        chosen = [key for key, code in self.codes.items() if key in EVERYTHING and code != ALL]
        return [] if "indicator" in self.codes else chosen

    def _values(self) -> dict[str, Any]:
        day = self.peildatum
        codes = {key: code for key, code in self.codes.items() if code != ALL}
        first = max(date(day.year - YEARS_BACK, day.month, 1), self.vanaf)
        fixed = {"jaar": self.jaar, "peildatum": day, "van": first, "tot": day, "genoeg": REACHED}
        return {**codes, **fixed, **vergelijking.values(codes)}


def bar(page: str) -> None:
    """The filters of a page; on a stage there are none, and the address decides."""
    if viewer.on_stage() or not BARS[page]:
        return
    options = _options(page)
    links.look(page, options)
    # What is chosen stands in sight; the browser knows nothing of a filter in a closed popover.
    chosen = {
        key
        for key in options
        if st.session_state.get(key, ALL) != ALL or st.query_params.get(key) is not None
    }
    in_sight = [key for place, key in enumerate(options) if place < ON_THE_LINE or key in chosen]
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        for key in in_sight:
            _select(key, options[key], on_the_line=True)
        if more := [key for key in options if key not in in_sight]:
            with st.popover("Meer filters", key="meer_filters"):
                for key in more:
                    _select(key, options[key], on_the_line=False)
    links.tell(options, LABELS)


def keuze(page: str) -> Keuze:
    """What is chosen on a page now."""
    options = _options(page)
    codes = {key: _value(key, listed) for key, listed in options.items()}
    words = {key: options[key].get(code, "") for key, code in codes.items()}
    return Keuze(codes, words, viewer.moment(), viewer.first_day(), options)


def said(page: str, chosen: Keuze) -> str:
    """The selection in words, with how far its figures reach."""
    match page:
        case "gegevens":
            return "Alles wat is binnengekomen"
        case "achttien":
            return chosen.words["lichting"]
        case "wijkprofiel":
            return f"{chosen.words['wijk']}; op de kaart: {chosen.words['indicator'].lower()}"
    if page in vergelijking.BARS:
        return vergelijking.said(chosen.words)
    last = data.one(chosen(uitgaven.kern)).laatste_maand
    until = f" tot en met {fmt.month_name(last)}" if last else ""
    return f"{chosen.in_words()}, {chosen.jaar}{until}"


def _select(key: str, options: Options, *, on_the_line: bool) -> None:
    st.selectbox(
        LABELS[key],
        list(options),
        format_func=lambda code: options.get(code, code),
        key=key,
        bind="query-params",
        label_visibility="collapsed" if on_the_line else "visible",
        width=210 if on_the_line else "stretch",
    )


def _options(page: str) -> dict[str, Options]:
    """The codes of every filter of a page, with their words; each first is nobody's choice."""
    if not (keys := BARS[page]):
        return {}
    if page in vergelijking.BARS:
        return {key: vergelijking.options(key) for key in keys}
    if "indicator" in keys:
        return opties.wijkprofiel()
    if "lichting" in keys:
        return {"lichting": opties.lichtingen()}
    years = opties.years()
    keuzes = Vraag(uitgaven.keuzes, uitgaven.Jaar(jaar=int(_value("jaar", years))))
    listed = data.derived(
        keys,
        lambda: {key: {ALL: EVERYTHING[key], **opties.listed(key, keuzes)} for key in keys[1:]},
        keuzes,
    )
    if "plafond" in keys:
        listed = {
            **listed,
            "plafond": {ALL: EVERYTHING["plafond"], **opties.plafonds(keuzes.params)},
        }
    return {keys[0]: years, **listed}


def _value(key: str, options: Options) -> str:
    """The code that is chosen, from the widget or, on a stage, from the address."""
    asked = st.query_params.get(key) if viewer.on_stage() else st.session_state.get(key)
    by_words = {words: code for code, words in options.items()}
    code = by_words.get(str(asked), str(asked))
    return code if code in options else next(iter(options), ALL)
