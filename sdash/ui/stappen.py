"""Steps: a choice by one click, which stands in the address and which the back button takes back.

A step within a page is a filter that is set for the reader; a step to another page is a link.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, TypeVar

import streamlit as st

from sdash import format as fmt
from sdash.domain import Rol
from sdash.sql import Params, Query, Row
from sdash.ui import opties, quirks, viewer
from sdash.ui.balken import LABELS
from sdash.ui.data import Vraag
from sdash.ui.keuze import ALL, Keuze
from sdash.ui.opties import Options

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)

OMLAAG: Final = ("wet", "domein", "product", "aanbieder", "team", "wijk", "maand", "status")
"""The way down, from a law to a line."""
OOK: Final = ("zoek", "volgorde")
"""What else the address of a page holds."""
CODES: Final[dict[str, Callable[[Any], str]]] = {
    "domein": lambda row: str(row.taakveld),
    "product": lambda row: f"{row.wet}-{row.categorie}",
    "aanbieder": lambda row: str(row.aanbieder),
    "wijk": lambda row: str(row.wijk_code),
    "laag": lambda row: str(row.volgnr),
}


@dataclass(frozen=True)
class Stap:
    """What a tile lets one choose: a filter of this page, or of the page with the lines."""

    key: str
    keuze: Keuze

    @property
    def is_link(self) -> bool:
        """Whether the choice leads to another page, since this one has no such filter."""
        return self.key not in self.keuze.codes

    @property
    def gekozen(self) -> str:
        """The code that is chosen already; empty when none is."""
        code = self.keuze.codes.get(self.key, ALL)
        return "" if code == ALL else code

    def __call__(self, query: Query[P, R]) -> Vraag[P, R]:
        """A question about what one can choose from: also about what was not chosen."""
        return self.keuze.zonder(self.key)(query)

    def options(self, rows: Sequence[Any]) -> Options:
        """What can be chosen, by its code; the rows of the tile say what there is."""
        if self.is_link:
            return opties.maanden(self.keuze.jaar)
        known = self.keuze.opties.get(self.key, {})
        found = {_code(self.key, row): str(row.naam) for row in rows}
        return {code: words for code, words in found.items() if code in known}

    def neem(self, code: str) -> None:
        """Choose; what was chosen already is let go, and what cannot be chosen stays as it is."""
        found = ALL if code == self.gekozen else code
        if found in self.keuze.opties.get(self.key, {}):
            neem({self.key: found}, self.keuze)

    def klik(self, place: str, codes: Sequence[str]) -> Callable[[], None]:
        """What a click on a mark of a chart does."""
        return partial(self._geklikt, place, codes)

    def _geklikt(self, place: str, codes: Sequence[str]) -> None:
        chosen = aangewezen(st.session_state[place], codes)
        if chosen and not self.is_link:
            self.neem(chosen)

    def kies(self, place: str, options: Options) -> None:
        """The same step for who does not point: a list to choose from, written when it opens."""
        opened = st.popover(
            "Kies",
            type="tertiary",
            icon=":material/filter_alt:",
            key=f"{place}_open",
            on_change="rerun",
        )
        if opened.open:
            with opened:
                self._listed(f"{place}_kies", options)

    def _listed(self, place: str, options: Options) -> None:
        if self.is_link:
            for words in options.values():
                naar_regels(f"Regels van {words}", **{self.key: words})
            return
        st.selectbox(
            f"Kies: {LABELS[self.key].lower()}",
            list(options),
            index=None,
            format_func=lambda code: options.get(code, code),
            key=place,
            on_change=partial(self._gekozen, place),
            placeholder=options.get(self.gekozen, "Maak een keuze"),
        )

    def _gekozen(self, place: str) -> None:
        chosen = st.session_state[place]
        st.session_state[place] = None
        if chosen:
            self.neem(chosen)


def _code(key: str, row: Any) -> str:  # noqa: ANN401  (a row of any query)
    """The code of what a row is about; a row of a cut says it itself."""
    return str(row.lid) if hasattr(row, "lid") else CODES[key](row)


def aangewezen(selected: Any, codes: Sequence[str]) -> str:  # noqa: ANN401  (what Plotly selected)
    """The code of the mark that was pointed at, or nothing."""
    places = [point.get("point_index", -1) for point in selected["selection"]["points"]]
    return codes[places[0]] if places and 0 <= places[0] < len(codes) else ""


def neem(codes: Mapping[str, str], keuze: Keuze, **more: str) -> None:
    """Choose these codes for filters of this page; `alle` lets one go."""
    options = {key: words for key, words in adres(keuze).items() if codes.get(key) is None}
    for key, code in codes.items():
        st.session_state[key] = code
        if code != ALL:
            options[key] = keuze.opties[key][code]
    quirks.write_address({**options, **more})


def open_regel(place: str, keuze: Keuze) -> None:
    """Open the line that was chosen from a list."""
    chosen = st.session_state[place]
    st.session_state[place] = None
    if chosen:
        neem({}, keuze, **{viewer.REGEL: chosen, viewer.BLADZIJ: str(viewer.bladzij())})


def adres(keuze: Keuze) -> dict[str, str]:
    """The address of what is chosen now."""
    also = {key: st.session_state.get(key) for key in OOK}
    written = {key: str(words) for key, words in also.items() if words}
    return {**keuze.chosen(), **viewer.per().address, **written}


def kruimels(keuze: Keuze, page: str) -> None:
    """Where one is on the way down; each part leads back up."""
    if viewer.on_stage():
        return
    chosen = [key for key in OMLAAG if keuze.codes.get(key, ALL) != ALL]
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="kruimels"):
        if page == "uitgaven":
            _kruimel("Alle uitgaven", chosen, keuze)
        else:
            st.page_link("pages/uitgaven.py", label="Uitgaven")
        for place, key in enumerate(chosen, 1):
            st.markdown(":material/chevron_right:", width="content")
            _kruimel(keuze.words[key], chosen[place:], keuze)
        if page != "uitgaven":
            st.markdown(":material/chevron_right: **Regels**", width="content")


def _kruimel(words: str, below: Sequence[str], keuze: Keuze) -> None:
    """A part of the way: a step up, or where one stands."""
    said = fmt.escape_markdown(words)
    if not below:
        st.markdown(f"**{said}**", width="content")
        return
    let_go = dict.fromkeys(below, ALL)
    st.button(said, type="tertiary", key=f"kruimel_{below[0]}", on_click=neem, args=(let_go, keuze))


def naar_regels(label: str, **extra: str) -> None:
    """A link to the lines of what is chosen here."""
    st.page_link(
        "pages/regels.py", label=label, icon=":material/arrow_forward:", query_params=extra or None
    )


def naar_waarom(label: str) -> None:
    """A link to what became known between two days, for who may go there; never on a stage."""
    if not viewer.on_stage() and viewer.own_role() is not Rol.BEHEERDER:
        st.page_link("pages/waarom.py", label=label, icon=":material/arrow_forward:")
