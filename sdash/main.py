"""The script of every page: its configuration, the walk between pages, what stands above."""

import logging
from dataclasses import dataclass
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from sdash.domain import Rol
from sdash.ui import data, header, live, look, presenter, quirks, viewer
from sdash.ui.presenter import Dia

log = logging.getLogger(__name__)

BROKEN: Final = (
    "Deze pagina kan nu niet getoond worden. De fout staat in het logboek; de andere pagina’s en "
    "de gegevens zijn niet geraakt."
)


@dataclass(frozen=True)
class Pagina:
    """One page: the question that it answers, and how many charts of it go on a stage.

    A page with a groep is a part of the page of that name: it stands under that page's title, not
    in the menu.
    """

    onderwerp: str
    vraag: str
    dias: int = 1
    groep: str = ""
    titel: str = ""
    """Its name in words, where that is more than its subject."""

    @property
    def is_part(self) -> bool:
        """Whether it stands under the title of another page."""
        return self.groep not in {"", self.onderwerp}


PAGES: Final = (
    Pagina("overzicht", "Zitten we op koers?"),
    Pagina("uitgaven", "Waar gaat het geld heen, en hoe ver is het jaar?", groep="uitgaven"),
    Pagina("geld", "Wat is begroot, wat is al beloofd, en wat is nog vrij?", groep="uitgaven"),
    Pagina("jaareinde", "Waar eindigt het jaar, en hoe zeker is dat?", groep="uitgaven"),
    Pagina("waarom", "Waardoor geven we meer of minder uit?", groep="uitgaven"),
    Pagina("regels", "Uit welke regels bestaat dit bedrag?", dias=0, groep="uitgaven"),
    Pagina("plafonds", "Welk plafond raakt op, en wanneer?", groep="uitgaven"),
    Pagina("aanbieders", "Wat doet deze aanbieder anders dan vergelijkbare?", groep="uitgaven"),
    Pagina("berichten", "Kloppen de berichten, en wat moet er nog komen?", groep="uitgaven"),
    Pagina("vergelijken", "Geven wij meer uit dan gemeenten die op ons lijken?", groep="uitgaven"),
    Pagina("preventie", "Verschuift het geld naar voren?", groep="uitgaven"),
    Pagina(
        "caseload",
        "Wie komt, wie gaat, wie komt terug en wie draagt het?",
        dias=2,
        groep="caseload",
    ),
    Pagina(
        "stroom",
        "Wie komt erin, wie gaat eruit, en wie komt terug?",
        dias=3,
        groep="caseload",
        titel="In en uit",
    ),
    Pagina(
        "teams",
        "Raken de teams overbelast, en waar werken zij aan?",
        dias=3,
        groep="caseload",
    ),
    Pagina("regenboog", "Krijgen mensen eerder lichtere hulp?", dias=2, groep="caseload"),
    Pagina(
        "achttien",
        "Wat hebben jongeren voor en na hun achttiende?",
        groep="caseload",
        titel="Rond achttien",
    ),
    Pagina(
        "duur", "Hoe lang duurt zorg, en wie wacht erop?", 2, "caseload", titel="Duur en wachten"
    ),
    Pagina("verwijzers", "Wie verwijst, en wat verandert er met een POH?", 2, "caseload"),
    Pagina("resultaten", "Helpt de zorg, en blijft het daarna goed?", 2, "caseload"),
    Pagina("huishoudens", "Wat komt er samen, en wie houdt het overzicht?", 3, "caseload"),
    Pagina(
        "trends",
        "Wat verandert er, en wat vragen we buiten?",
        groep="caseload",
        titel="Signalen",
    ),
    Pagina("participatie", "Wie heeft bijstand, en wie vindt werk?", 2, "caseload"),
    Pagina("wijkprofiel", "Hoe gaat het hier?"),
    Pagina("sturen", "Wat als?"),
    Pagina("gegevens", "Klopt het, en hoe vers is het?"),
)


def main() -> None:
    """Draw the page that was asked for; a mistake of ours is told, and never looks like no data."""
    look.apply(on_stage=viewer.on_stage())
    quirks.keep_zoom()
    quirks.leave_address()
    pages = {_page(pagina): pagina for pagina in PAGES if _may_see(pagina)}
    page = st.navigation(list(pages), position="hidden" if viewer.on_stage() else "top")
    st.set_page_config(f"{page.title} · sociaal domein", look.ICON, layout="wide")
    try:
        _draw(page, pages)
    except Exception:
        log.exception("De pagina %s is niet getekend", pages[page].onderwerp)
        st.error(BROKEN, icon=":material/error:")
        live.pulse(data.version(viewer.per().moment), None, words=False)


def _draw(page: StreamlitPage, pages: dict[StreamlitPage, Pagina]) -> None:
    pagina = pages[page]
    data.ask_ahead((page.url_path, *sorted(st.query_params.items())))
    parts = [part for part, other in pages.items() if pagina.groep and other.groep == pagina.groep]
    header.draw(page, pagina.onderwerp, pagina.vraag, parts)
    page.run()
    if viewer.on_stage():
        show = [Dia(page, nr) for page, part in pages.items() for nr in range(1, part.dias + 1)]
        presenter.controls(show, page, header.whose(pagina.onderwerp))


def _may_see(pagina: Pagina) -> bool:
    return viewer.own_role() is not Rol.BEHEERDER or pagina.onderwerp == "gegevens"


def _page(pagina: Pagina) -> StreamlitPage:
    return st.Page(
        f"pages/{pagina.onderwerp}.py",
        title=pagina.titel or pagina.onderwerp.capitalize(),
        url_path=pagina.onderwerp,
        default=pagina is PAGES[0],
        visibility="hidden" if pagina.is_part else "visible",
    )


main()
