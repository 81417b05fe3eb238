"""What stands above every page: whose figures, who looks, how fresh, and where one is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sdash import format as fmt
from sdash.domain import Rol
from sdash.queries import gegevens
from sdash.sql import Params
from sdash.ui import data, filters, links, live, viewer
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze

THEN: Final = "zo waren de cijfers toen bekend. Wat later binnenkwam, telt hier niet mee."


def draw(page: StreamlitPage, subject: str, question: str, parts: Sequence[StreamlitPage]) -> None:
    """The line of the gemeente, the title with its question, its parts, and the filters."""
    links.look_back(subject)
    if viewer.on_stage():
        live.pulse(_shown(), None, words=False)
        links.tell_day()
        return
    with st.container(horizontal=True, vertical_alignment="center", key="kop"):
        name = fmt.escape_markdown(viewer.settings().gemeente_naam)
        st.markdown(f"**Gemeente {name}**", width="content")
        if viewer.settings().demo:
            st.badge("Fictieve gegevens", color="orange")
        _role()
        _per()
        is_now = viewer.per().dag is None
        live.pulse(_shown(), last_message() if is_now else None, words=is_now)
        to_stage = st.container(width="content")
    st.title(page.title, anchor=False)
    st.markdown(question)
    _parts(parts)
    filters.bar(subject)
    links.tell_day()
    keuze = filters.keuze(subject)
    if not is_now:
        said = str(viewer.per()).capitalize()
        st.markdown(f":material/history: **{said}**: {THEN}")
    st.markdown(f":gray[{fmt.escape_markdown(filters.said(subject, keuze))}]")
    address = f"./{page.url_path}?{urlencode(_of_a_stage(keuze))}"
    to_stage.link_button("Presenteren", address, icon=":material/slideshow:")


def _of_a_stage(keuze: Keuze) -> dict[str, str]:
    """The same view on a stage: also what else its page let one choose, such as months."""
    ours = {*keuze.codes, viewer.PER, viewer.SLIDE}
    others = {key: words for key, words in st.query_params.items() if key not in ours}
    return {**others, viewer.STAGE: "1", **keuze.chosen(), **viewer.per().address}


def whose(subject: str) -> str:
    """Whose figures these are, whether they are real, and what was chosen."""
    name = fmt.escape_markdown(viewer.settings().gemeente_naam)
    fictitious = " · :orange-badge[Fictieve gegevens]" if viewer.settings().demo else ""
    words = (filters.said(subject, filters.keuze(subject)), str(viewer.per()))
    said = ", ".join(filter(None, words))
    return f"**Gemeente {name}**{fictitious} · {fmt.escape_markdown(said)}"


def last_message() -> datetime | None:
    """When the newest file of any source was received."""
    return max(
        (bron.laatste for bron in data.rows(Vraag(gegevens.bronnen, Params()))), default=None
    )


def stand() -> str:
    """As of when the figures are, to the minute, so that they need not be drawn each second."""
    last = last_message()
    return str(viewer.per()) or (f"stand {fmt.moment(last)}" if last else "")


def _shown() -> int:
    return data.version(viewer.per().moment)


def _parts(parts: Sequence[StreamlitPage]) -> None:
    """The pages that answer more of the same question."""
    if len(parts) > 1:
        with st.container(horizontal=True, key="onderdelen"):
            for part in parts:
                st.page_link(part)


def _per() -> None:
    """The day of which the figures are; it stands before all that asks for figures."""
    with st.container(horizontal=True, vertical_alignment="center", width="content"):
        st.markdown("Stand per", width="content")
        st.date_input(
            "Stand per",
            value=None,
            min_value=viewer.first_day(),
            max_value=viewer.today(),
            key=viewer.PER,
            bind="query-params",
            format="DD-MM-YYYY",
            label_visibility="collapsed",
            help="De cijfers zoals die aan het eind van deze dag bekend waren. Leeg is nu.",
            width=175,
        )


def _role() -> None:
    """The role as a badge; the demo lets one look through the eyes of another."""
    if not viewer.settings().demo:
        st.badge(viewer.own_role().capitalize(), color="gray")
        return
    st.selectbox(
        "Rol",
        list(Rol),
        index=list(Rol).index(viewer.settings().rol),
        format_func=str.capitalize,
        key=viewer.ROLE,
        label_visibility="collapsed",
        width=150,
        persist_state="session",
    )
