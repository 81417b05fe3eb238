"""The passport of one declaration line: what it is, where it came from, what became of it."""

from collections.abc import Sequence
from typing import Any, Final

import streamlit as st

from sdash import format as fmt
from sdash.answers import Answer
from sdash.domain import EENHEID, FREQUENTIE, WET_NAAM, Wet
from sdash.measures import of
from sdash.queries import regels
from sdash.sql import Query
from sdash.ui import data, stappen, tables, viewer
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze

STATUS: Final = {
    "toegekend": "De gemeente gaf antwoord op deze declaratie en wees deze regel niet af.",
    "in_behandeling": "De gemeente gaf nog geen antwoord dat over deze regel te lezen is.",
    "afgewezen": "De gemeente wees deze regel af; hij telt in ingediend en niet in toegekend.",
}
GEBEURD: Final = {
    "ingediend": "Ingediend: deze regel telt",
    "opnieuw": "Nog eens ingediend; telt niet dubbel",
    "debet": "De regel die deze credit terugneemt",
    "credit": "Credit: neemt deze regel terug",
    "naast": "Andere regel van dezelfde zorg en periode",
    "toegekend": "Antwoord: niet afgewezen",
    "afgewezen": "Antwoord: afgewezen",
    "onleesbaar": "Antwoord dat over deze regel niet te lezen is",
}
GEWORDEN: Final = {
    "toegekend": "toegekend",
    "in_behandeling": "nog in behandeling",
    "afgewezen": "afgewezen; telt niet in toegekend",
}
"""What became of another line."""
LEFT_OUT: Final = frozenset({"dagtekening", "levering_nr"})
"""What the columns beside it say well enough."""
WEG: Final = "De regel {regel} uit de link is er niet (meer); hij kan zijn ingetrokken."


def sleutel(row: regels.InLijst | regels.Regel) -> str:
    """What the address of a line has for it."""
    return f"{row.wet}-{row.aanbieder}-{row.referentienummer}"


def toon(keuze: Keuze) -> None:
    """The passport of the line that the address names, if it names one."""
    asked = viewer.regel()
    if not asked:
        return
    found = _gevraagd(asked)
    rows = data.rows(Vraag(regels.regel, found)) if found else []
    if not (rows and found):
        said = fmt.escape_markdown(asked[:60])
        st.warning(WEG.format(regel=said), icon=":material/link_off:")
        return
    _toon(rows[0], found, keuze)


def _gevraagd(asked: str) -> regels.Sleutel | None:
    wet, _, rest = asked.partition("-")
    aanbieder, _, nummer = rest.partition("-")
    if wet not in {*Wet} or not nummer:
        return None
    return regels.Sleutel(wet=Wet(wet), aanbieder=aanbieder, referentienummer=nummer)


def _toon(regel: regels.Regel, found: regels.Sleutel, keuze: Keuze) -> None:
    with st.container(border=True, key="paspoort"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(f"Regel {fmt.escape_markdown(regel.referentienummer)}", anchor=False)
            st.button(
                "Sluit", icon=":material/close:", type="tertiary", on_click=stappen.neem,
                args=({}, keuze), key="sluit_regel",
            )  # fmt: skip
        st.metric("Bedrag", fmt.euro(regel.bedrag, 2))
        st.markdown(woorden(regel))
        st.markdown("##### Geschiedenis van de regel")
        st.markdown(_historie(data.ask(Vraag(regels.historie, found))))
        st.markdown("##### Verzoek, toewijzing, start en stop van deze zorg")
        st.markdown(_berichten(data.ask(Vraag(regels.berichten, found))))


def woorden(regel: regels.Regel) -> str:
    """What the line is, how its amount comes about, and where it stands."""
    said = fmt.escape_markdown
    care = f"{said(regel.product)} ({said(regel.productcode)}), {WET_NAAM[regel.wet]}"
    period = f"{fmt.day(regel.begin)} tot en met {fmt.day(regel.eind)}"
    message = f"bericht {said(regel.nummer or 'zonder nummer')}"
    dated = f" van {fmt.day(regel.dagtekening)}" if regel.dagtekening else ""
    parts = {
        "Wat": f"{care}, geleverd van {period}; taakveld {said(regel.taakveld)}",
        "Aanbieder": f"{said(regel.naam)} (AGB {said(regel.aanbieder)})",
        "Nummers": f"declaratie {said(regel.declaratienummer)}, toewijzing "
        f"{regel.toewijzing_nummer}{_terug(regel)}",
        "Definitie": of("regels/regel", "bedrag").definitie,
        "Berekening": rekensom(regel),
        "Bron": f"bestand {said(regel.bestand)}, regel {fmt.number(regel.plaats)} in dat bestand; "
        f"{message}{dated}; levering {regel.levering_nr}",
        "Ontvangen": fmt.moment(regel.ontvangen_op),
        "Stand": STATUS[regel.status],
        "Vlaggen": said(", ".join(regel.vlaggen)) or "geen: geen ander bericht spreekt haar tegen",
    }
    return "\n".join(f"- **{label}**: {words}" for label, words in parts.items())


def _terug(regel: regels.Regel) -> str:
    if not regel.vorig_referentienummer:
        return ""
    return f"; neemt regel {fmt.escape_markdown(regel.vorig_referentienummer)} terug"


def rekensom(regel: regels.Regel) -> str:
    """How the amount comes about: volume times tariff, when the line names one."""
    unit = EENHEID.get(regel.eenheid, regel.eenheid)
    much = f"{fmt.number(regel.volume)} {unit}"
    if regel.tarief is None:
        return f"{much}; de regel noemt geen tarief, dus telt het ingediende bedrag"
    sign = "min " if regel.bedrag < 0 else ""
    return f"{sign}{much} × {fmt.euro(regel.tarief, 2)} = {fmt.euro(regel.bedrag, 2)}"


def _historie(answer: Answer[regels.Gebeurtenis]) -> str:
    told = [
        row.model_copy(
            update={
                "omschrijving": GEBEURD[row.omschrijving],
                "reden": GEWORDEN.get(row.reden or "", row.reden),
            }
        )
        for row in answer.rows
    ]
    return _table(regels.historie, told)


def _berichten(answer: Answer[regels.Bericht]) -> str:
    told = [
        row.model_copy(
            update={
                "omschrijving": row.omschrijving.capitalize(),
                "eenheid": EENHEID.get(row.eenheid or "", row.eenheid),
                "frequentie": FREQUENTIE.get(row.frequentie or "", row.frequentie),
            }
        )
        for row in answer.rows
    ]
    return _table(regels.berichten, told) if told else "Geen berichten over deze zorg."


def _table(query: Query[Any, Any], rows: Sequence[regels.Gebeurtenis | regels.Bericht]) -> str:
    shown = [name for name in query.row.model_fields if name not in LEFT_OUT]
    answer = Answer([*rows], [frozenset[str]()] * len(rows), 0)
    return tables.markdown(query.name, answer, only=shown)
