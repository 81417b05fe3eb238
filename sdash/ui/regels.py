"""The lines of a selection: what they add up to, and all of them, a page at a time."""

from math import ceil
from typing import Final

import streamlit as st

from sdash import format as fmt
from sdash.answers import Answer
from sdash.queries import regels
from sdash.ui import aanbod, data, header, herkomst, opties, paspoort, stappen, tables, viewer
from sdash.ui.keuze import ALL, Keuze

PAGE: Final = 50
ORDERS: Final = {
    "bedrag": "Grootste bedrag eerst",
    "maand": "Nieuwste maand eerst",
    "ontvangen": "Laatst ontvangen eerst",
}
SHOWN: Final = (
    *("maand", "naam", "productcode", "referentienummer", "declaratienummer", "bedrag"),
    *("status", "vlaggen", "ontvangen_op", "bestand", "plaats"),
)
BRON: Final = "declaraties (323) en de antwoorden daarop (325)"
WAAROM: Final = (
    "De rol {rol} ziet geen afzonderlijke regels: achter elke regel staat één mens. De controller "
    "ziet ze wel, zonder personen. Hierboven staat het bedrag met zijn herkomst."
)


def toon(keuze: Keuze) -> None:
    """Search, sum and list, with the passport of the line that is opened."""
    zoek, volgorde = _zoeken()
    som = data.one(keuze(regels.som, zoek=zoek))
    _som(som, keuze.codes.get("status", ALL))
    paspoort.toon(keuze)
    if not som.regels:
        st.markdown(":gray[:material/inbox: Geen regels bij deze keuze.]")
        return
    _lijst(keuze, som, zoek, volgorde)


def waarom_niet() -> None:
    """Why there are no lines here."""
    if not viewer.on_stage():
        st.info(WAAROM.format(rol=viewer.role()), icon=":material/lock:")


def _zoeken() -> tuple[str | None, str]:
    """What is searched for, and in which order; both stand in the address."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="zoeken"):
        zoek = st.text_input(
            "Zoek op declaratienummer of referentienummer",
            key="zoek",
            bind="query-params",
            max_chars=36,
            placeholder="een deel van het nummer",
            width=340,
        )
        volgorde = st.selectbox(
            "Volgorde",
            list(ORDERS),
            format_func=ORDERS.__getitem__,
            key="volgorde",
            bind="query-params",
            width=240,
        )
    return zoek.strip() or None, volgorde


def _som(som: regels.Som, status: str) -> None:
    """The sum of the lines beside the figure that they explain."""
    with st.container(border=True, key="som"):
        st.metric("Som van de regels", fmt.euro(som.bedrag, 2))
        st.markdown(zin(som, status))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"Bron: {BRON} · {header.stand()}")
            herkomst.van("som", ["Som van de regels", "Ingediend"], BRON, header.stand())


def zin(som: regels.Som, status: str) -> str:
    """Whether the lines explain the figure to the cent."""
    many = fmt.number(som.regels)
    files = fmt.number(som.leveringen)
    said = (
        f"{many} {'regel' if som.regels == 1 else 'regels'} uit {files} "
        f"{'bestand' if som.leveringen == 1 else 'bestanden'}"
    )
    if som.ingediend is None:
        return f"{said}. Er is gezocht op een nummer: dit is een deel van het bedrag op Uitgaven."
    which = opties.STATUS.get(status, "Ingediend").lower()
    if som.bedrag == som.ingediend:
        equal = f"telt op tot **{fmt.euro(som.bedrag, 2)}** = het bedrag op Uitgaven ({which})"
        return f":material/check: {said} {equal}."
    difference = fmt.euro(som.bedrag - som.ingediend, 2)
    return (
        f":material/error: {said} telt **niet** op tot het bedrag op Uitgaven ({which}), "
        f"{fmt.euro(som.ingediend, 2)}: het verschil is {difference}. Vertel dit de beheerder; "
        "`sdash rebuild` maakt de cijfers opnieuw uit het archief."
    )


def _lijst(keuze: Keuze, som: regels.Som, zoek: str | None, volgorde: str) -> None:
    pages = ceil(som.regels / PAGE)
    page = min(viewer.bladzij(), pages)
    first = (page - 1) * PAGE
    vraag = keuze(regels.lijst, zoek=zoek, volgorde=volgorde, vanaf=first, aantal=PAGE)
    answer = data.ask(vraag)
    with st.container(border=True, key="lijst"):
        last = fmt.number(first + len(answer.rows))
        shown = f"Regels {fmt.number(first + 1)} tot en met {last} van {fmt.number(som.regels)}"
        st.subheader(shown, anchor=False)
        _openen(keuze, answer)
        st.markdown(tables.markdown(vraag.query.name, answer, only=SHOWN))
        with st.container(horizontal=True, vertical_alignment="center", key="bladeren"):
            if pages > 1:
                _bladeren(keuze, page, pages)
            aanbod.show(aanbod.of("Declaratieregels, zonder personen", BRON, [vraag], None, None))


def _openen(keuze: Keuze, answer: Answer[regels.InLijst]) -> None:
    """A line of this page, to be opened."""
    lines = {paspoort.sleutel(row): row for row in answer.rows}
    st.selectbox(
        "Open een regel",
        list(lines),
        index=None,
        format_func=lambda key: _in_words(lines[key]) if key in lines else key,
        key="open_regel",
        on_change=stappen.open_regel,
        args=("open_regel", keuze),
        placeholder="Kies een regel om te zien waar hij vandaan komt",
    )


def _in_words(row: regels.InLijst) -> str:
    amount = fmt.euro(row.bedrag, 2)
    return f"{row.referentienummer} · {amount} · {fmt.month(row.maand)} · {row.naam}"


def _bladeren(keuze: Keuze, page: int, pages: int) -> None:
    """The pages before and after this one, each a step in the history."""
    for words, to in (("Vorige", page - 1), ("Volgende", page + 1)):
        st.button(
            words,
            key=f"blad_{words.lower()}",
            disabled=not 1 <= to <= pages,
            on_click=stappen.neem,
            args=({}, keuze),
            kwargs={viewer.BLADZIJ: str(to)},
        )
    st.caption(f"Bladzijde {fmt.number(page)} van {fmt.number(pages)}", width="content")
