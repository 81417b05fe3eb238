"""A scenario on a page: its sliders, which the address holds, and its words."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from sdash import format as fmt
from sdash.figures.sturen import NAMEN
from sdash.prognose import scenario
from sdash.prognose.scenario import Aannames, Keuzes
from sdash.queries.sturen import Basis
from sdash.ui import viewer
from sdash.ui.koppen import TE_WEINIG, Kop
from sdash.ui.prognose import NOG_NIET

SCHUIVEN: Final = {
    "tarief": ("Tarieven", -5, 15, "+ is duurder, in procenten"),
    "instroom": ("Instroom", -30, 30, "nieuwe zorg, in procenten"),
    "verblijf": ("Plaatsingen met verblijf", -10, 10, "erbij, voor al deze maanden"),
    "voorliggend": ("Naar voorliggend", 0, 40, "van de nieuwe zorg, in procenten"),
}
VANAF: Final = (
    "Een scenario begint bij de eerste maand die nog komt; wat voorbij is, verandert niet."
)


def kies() -> tuple[Keuzes, Aannames]:
    """The sliders in a row, and what one assumes; on a stage the address decides."""
    if viewer.on_stage():
        return _from_address()
    with st.container(key="scenario", border=True):
        st.badge("Scenario: geen feiten", color="gray", icon=":material/tune:")
        chosen = {
            name: _slider(place, name)
            for place, name in zip(st.columns(len(SCHUIVEN)), SCHUIVEN, strict=True)
        }
        with st.popover("Aannames"):
            plaatsing = st.number_input(
                "Kosten van een plaatsing met verblijf per jaar, in euro",
                min_value=0,
                max_value=500_000,
                value=round(Aannames.plaatsing),
                step=5_000,
                key="plaatsing",
                bind="query-params",
            )
            licht = st.slider(
                "Kosten van voorliggend, als deel van het maatwerk dat het vervangt (%)",
                min_value=0,
                max_value=100,
                value=round(Aannames.licht),
                key="licht",
                bind="query-params",
            )
    return Keuzes(**chosen), Aannames(float(plaatsing), float(licht))


def zin(basis: Sequence[Basis], keuzes: Keuzes, aannames: Aannames, jaar: int) -> str:
    """What the scenario does to the year, in one sentence."""
    dit_jaar, vooruit = scenario.bases(basis)
    if dit_jaar is None or vooruit is None:
        return "Voor een scenario is eerst een prognose nodig; die is er hier nog niet."
    if keuzes == Keuzes():
        return "Alle schuiven staan op nul: dit is de prognose zelf."
    nu, straks = (scenario.effect(part, keuzes, aannames).samen for part in (dit_jaar, vooruit))
    return (
        f"In dit scenario kost {jaar} {_more(nu)} dan naar verwachting, en de komende twaalf "
        f"maanden {_more(straks)}."
    )


def koppen(basis: Sequence[Basis], keuzes: Keuzes, aannames: Aannames) -> list[tuple[str, Kop]]:
    """The forecast and the scenario beside each other, of the year and of twelve months."""
    if not basis:
        return [("Prognose", NOG_NIET), ("Scenario", NOG_NIET)]
    delen = [(row.midden, row.komend) for row in basis]
    dit_jaar, vooruit = scenario.bases(basis)
    if dit_jaar is None or vooruit is None or any(midden is None for midden, _ in delen):
        return [("Prognose", TE_WEINIG), ("Scenario", TE_WEINIG)]
    einde = float(sum(midden or 0 for midden, _ in delen))
    nu, straks = (scenario.effect(part, keuzes, aannames).samen for part in (dit_jaar, vooruit))
    return [
        ("Prognose: dit jaar", Kop(fmt.euro_short(einde), basis="P50")),
        ("Scenario: dit jaar", Kop(fmt.euro_short(einde + nu), fmt.plus(nu), "naast de prognose")),
        ("Prognose: twaalf maanden", Kop(fmt.euro_short(vooruit.verwacht), basis="P50")),
        (
            "Scenario: twaalf maanden",
            Kop(fmt.euro_short(vooruit.verwacht + straks), fmt.plus(straks), "naast de prognose"),
        ),
    ]


def regels(basis: Sequence[Basis], keuzes: Keuzes, aannames: Aannames) -> list[str]:
    """What each slider does apart, and what they do to each other."""
    dit_jaar, vooruit = scenario.bases(basis)
    if dit_jaar is None or vooruit is None:
        return []
    nu, straks = (scenario.effect(part, keuzes, aannames) for part in (dit_jaar, vooruit))
    said = [
        f"{NAMEN[name]}: {fmt.plus(nu.apart[name])} dit jaar, {fmt.plus(value)} in twaalf maanden."
        for name, value in straks.apart.items()
    ]
    if len(said) > 1:
        said.append(
            f"Samen: {fmt.plus(nu.samen)} dit jaar en {fmt.plus(straks.samen)} in twaalf maanden; "
            f"daarvan is {fmt.plus(straks.wisselwerking)} wat de schuiven met elkaar doen."
        )
    return [*said, VANAF]


def _slider(place: st.delta_generator.DeltaGenerator, name: str) -> float:
    label, low, high, uitleg = SCHUIVEN[name]
    with place:
        return float(st.slider(label, low, high, 0, key=name, bind="query-params", help=uitleg))


def _from_address() -> tuple[Keuzes, Aannames]:
    """What the address of a stage says; what is no number or out of reach is not chosen."""
    chosen = {
        name: max(low, min(high, _number(st.query_params.get(name, ""), 0)))
        for name, (_, low, high, _) in SCHUIVEN.items()
    }
    plaatsing = _number(st.query_params.get("plaatsing", ""), round(Aannames.plaatsing))
    licht = _number(st.query_params.get("licht", ""), round(Aannames.licht))
    return Keuzes(**chosen), Aannames(max(0, min(500_000, plaatsing)), max(0, min(100, licht)))


def _number(said: str, usual: float) -> float:
    digits = said.removeprefix("-")
    return float(said) if digits.isascii() and digits.isdecimal() and len(digits) < 8 else usual  # noqa: PLR2004


def _more(euros: float) -> str:
    return f"{fmt.euro_short(abs(euros))} {'minder' if euros < 0 else 'meer'}"
