"""The forecast on a page: its questions, how it is coming along, and its words."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import fmean
from typing import Any, Final, TypeVar

import streamlit as st

from sdash import format as fmt
from sdash.prognose import bijhouden, zeggen
from sdash.prognose.beeld import Groep
from sdash.queries import geld, jaareinde
from sdash.sql import Params, Query, Row
from sdash.ui import data, viewer
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import TE_WEINIG, Kop

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)

BRON: Final = "declaraties en toewijzingen; begroting van dezelfde taakvelden"
COMPLETE: Final = 0.98
VANAF_JULI: Final = 7
NOG_NIET: Final = Kop("–", basis="nog niet te zeggen")
EEN_TIENDE: Final = Decimal("0.1")


def vraag(keuze: Keuze, query: Query[P, R]) -> Vraag[P, R]:
    """What the forecast says of a selection; nothing where that cuts through its posten."""
    found = keuze(query, gezegd=zeggen.NIETS)
    if found.buiten:
        return found
    groep = Groep(getattr(found.params, "wet", None), getattr(found.params, "domein", None))
    beeld = bijhouden.toestand(viewer.per().moment).beeld
    gezegd = zeggen.zeg(beeld, query.name, groep, keuze.jaar)
    return replace(found, params=found.params.model_copy(update={"gezegd": gezegd}))


def voortgang() -> str:
    """That the forecast is being made, or failed; empty when it is there."""
    toestand = bijhouden.toestand(viewer.per().moment)
    if toestand.mislukt is not None:
        return (
            "De prognose kon niet worden bijgewerkt. De fout staat in het logboek; over een minuut "
            "proberen we het opnieuw. Wat hier staat, is van de vorige keer."
        )
    if toestand.bezig:
        return (
            f"De prognose wordt bijgewerkt: {fmt.number(toestand.gedaan)} van "
            f"{fmt.number(toestand.van)} maanden."
        )
    if toestand.versie is None:
        return "De prognose wordt berekend; zij verschijnt hier zodra zij klaar is."
    return ""


def melding(kern: jaareinde.Kern) -> str:
    """Why there is no forecast or no band, or that a newer one is being made; empty when all is."""
    if said := voortgang():
        return said
    if kern.reden:
        return f"Waarom hier iets ontbreekt: {kern.reden}."
    if kern.maand is None:
        return "Voor een prognose is nog niets bekend van een maand die voorbij is."
    return ""


def toon(woorden: str) -> None:
    """Tell it on the page; never on a stage."""
    if woorden and not viewer.on_stage():
        st.info(woorden, icon=":material/info:")


def zin(kern: jaareinde.Kern, jaar: int) -> str:
    """Where the year ends, in one sentence."""
    if kern.midden is None:
        return f"Waar {jaar} eindigt, kan hier nog niet gezegd worden."
    said = f"Het jaar {jaar} eindigt waarschijnlijk {tussen(kern)}"
    if kern.begroot is None:
        return f"{said}; daar hoort hier geen begroting bij."
    source = "fictief begroot" if kern.begroot_fictief else "begroot"
    return f"{said}; {source} is {fmt.euro_short(kern.begroot)}."


def tussen(kern: jaareinde.Kern) -> str:
    """`tussen € 11,8 en € 12,6 mln`, or `rond € 12,2 mln` without a band."""
    if kern.laag is None or kern.hoog is None:
        return f"rond {fmt.euro_short(kern.midden or 0)}"
    return grenzen(kern.laag, kern.hoog)


def grenzen(laag: Decimal, hoog: Decimal) -> str:
    """`tussen € 11,8 en € 12,6 mln`: as precise as is needed to tell them apart, or `rond`."""
    decimals = next((one for one in (1, 2) if _mln(laag, one) != _mln(hoog, one)), None)
    if hoog < fmt.MILLION or decimals is None:
        low, high = fmt.euro_short(laag), fmt.euro_short(hoog)
        return f"tussen {low} en {high}" if low != high else f"rond {high}"
    is_large = laag >= EEN_TIENDE * fmt.MILLION
    low = _mln(laag, decimals) if is_large else fmt.euro_short(laag)
    return f"tussen {low} en {_mln(hoog, decimals)}{fmt.NBSP}mln"


def _mln(amount: Decimal, decimals: int) -> str:
    return fmt.euro(amount / fmt.MILLION, decimals)


def verloop(keuze: Keuze) -> Vraag[jaareinde.VanJaar, jaareinde.Verloop]:
    """The way to the end of the year, for the chart of the year so far."""
    return vraag(keuze, jaareinde.verloop)


def einde(keuze: Keuze) -> str:
    """What is added to a sentence about the year so far; empty when nothing is expected."""
    return verwachting(data.one(vraag(keuze, jaareinde.kern)))


def verwachting(kern: jaareinde.Kern) -> str:
    """Where the year ends, beside the budget of the taakvelden that are forecast: that of all
    taakvelden would make the year look better than it is.
    """
    if kern.midden is None:
        return ""
    said = f" Naar verwachting eindigt het jaar {tussen(kern)}"
    if kern.begroot is None:
        return f"{said}."
    return f"{said}; voor dezelfde taakvelden is {fmt.euro_short(kern.begroot)} begroot."


def bij(bron: str, keuze: Keuze) -> str:
    """The source of a chart with a forecast, and why a selection has none."""
    outside = keuze(jaareinde.kern, gezegd=zeggen.NIETS).buiten
    return f"{bron}; de prognose is per wet en taakveld" if outside else bron


def verwacht(kern: jaareinde.Kern) -> Kop:
    """P50, and the band around it."""
    if kern.midden is None:
        return NOG_NIET if kern.maand is None or kern.reden else TE_WEINIG
    return Kop(fmt.euro_short(kern.midden), basis=tussen(kern) if kern.hoog else "zonder band")


def begroot(kern: jaareinde.Kern) -> Kop:
    """The budget of the taakvelden of which lines are forecast."""
    if kern.begroot is None:
        return NOG_NIET if kern.maand is None else Kop("–", basis="hier hoort geen begroting bij")
    source = "fictief, " if kern.begroot_fictief else ""
    return Kop(fmt.euro_short(kern.begroot), basis=f"{source}van dezelfde taakvelden")


def afwijking(kern: jaareinde.Kern) -> Kop:
    """How far P50 is from the budget, and the chance that it is exceeded."""
    if kern.afwijking is None:
        return Kop("–", basis="zonder prognose of begroting")
    side = "N, nadelig" if kern.afwijking > 0 else "V, voordelig"
    if kern.kans is None:
        return Kop(fmt.euro_short(abs(kern.afwijking)), basis=side)
    return Kop(
        fmt.euro_short(abs(kern.afwijking)),
        side,
        f"kans op overschrijding {fmt.percent(kern.kans)}",
    )


def doorgetrokken(kern: jaareinde.Kern) -> Kop:
    """What others would show."""
    if kern.naief is None:
        return NOG_NIET if kern.maand is None or kern.reden else TE_WEINIG
    return Kop(fmt.euro_short(kern.naief), basis="het jaar tot nu toe maal twaalf maanden")


def reserve(
    kern: jaareinde.Kern, reserves: Sequence[geld.Reserve], jaar: int
) -> list[tuple[str, Kop]]:
    """The reserves at the end of the newest year that is known, beside the P90 of an overrun."""
    newest = max((row.jaar for row in reserves if row.jaar <= jaar), default=None)
    if newest is None or kern.hoog is None or kern.begroot is None:
        return []
    stand = sum((row.stand for row in reserves if row.jaar == newest), Decimal(0))
    over = kern.hoog - kern.begroot
    said = f"eind {newest}; P90 blijft onder de begroting"
    if over > 0:
        holds = "genoeg" if stand >= over else "te weinig"
        said = f"eind {newest}; {holds} voor een overschrijding tot P90, {fmt.euro_short(over)}"
    return [("Reserve", Kop(fmt.euro_short(stand), basis=said))]


def nog_binnen(kern: jaareinde.Kern, verloop: Sequence[jaareinde.Verloop]) -> list[str]:
    """What is still to come of each month that was, and of all of them together."""
    said = []
    if kern.komt is not None and kern.komt_fout is not None:
        said.append(
            f"Van maanden die voorbij zijn komt naar schatting nog {fmt.euro_short(kern.komt)} "
            f"binnen, met een standaardfout van {fmt.euro_short(kern.komt_fout)}."
        )
    for row in verloop:
        if kern.maand is None or row.maand > kern.maand or not row.verwacht or row.binnen is None:
            continue
        share = row.binnen / row.verwacht
        name = fmt.month_name(row.maand).capitalize()
        if not share:
            said.append(f"{name}: aan het eind van die maand was er nog niets van binnen.")
        elif share < COMPLETE:
            said.append(f"{name}: {fmt.percent(share)} van wat we verwachten is binnen.")
    return said


def nagerekend(terugblik: Sequence[jaareinde.Terugblik]) -> str:
    """How often the band held the outcome, and how far P50 and the naive figure were off."""
    known = [row for row in terugblik if row.uitkomst and row.midden is not None]
    banden = [
        row.laag <= row.uitkomst <= row.hoog
        for row in known
        if row.laag is not None and row.hoog is not None and row.uitkomst is not None
    ]
    if not banden:
        return "Er zijn nog te weinig jaren voorbij om na te rekenen hoe vaak de band klopte."
    said = (
        f"Nagerekend over {fmt.number(len(banden))} momenten: de uitkomst lag in "
        f"{fmt.percent(fmean(banden))} daarvan in de band, en hoort dat in 80 % te doen."
    )
    later = [row for row in known if row.maand.month >= VANAF_JULI]
    fout, naief = (_missed(later, name) for name in ("midden", "naief"))
    if fout is None or naief is None:
        return said
    return (
        f"{said} Vanaf juli zat P50 er gemiddeld {fmt.percent(fout, 1)} naast, en wie de maanden "
        f"doortrekt {fmt.percent(naief, 1)}."
    )


def _missed(rows: Sequence[jaareinde.Terugblik], name: str) -> float | None:
    fouten = [
        abs(float((said - row.uitkomst) / row.uitkomst))
        for row in rows
        if row.uitkomst and (said := _amount(row, name)) is not None
    ]
    return fmean(fouten) if fouten else None


def _amount(row: jaareinde.Terugblik, name: str) -> Decimal | None:
    found: Any = getattr(row, name)
    return found if isinstance(found, Decimal) else None
