"""The selection: one line of filters under the title, held by the address of the page.

The line belongs to the common part of the script, so that a choice survives a walk to another
page. A view can be mailed as a link, which holds the choice in the same words as the screen.
"""

from typing import Final

import streamlit as st

from sdash import format as fmt
from sdash.queries import uitgaven
from sdash.ui import data, links, opties, vergelijking, viewer
from sdash.ui.balken import BARS, EVERYTHING, LABELS
from sdash.ui.data import Vraag
from sdash.ui.keuze import ALL, Keuze
from sdash.ui.opties import Options

ON_THE_LINE: Final = 4


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
