"""Participatie in words: what is asked, what is said of the answers, and how to read them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import streamlit as st

from sdash import format as fmt
from sdash.queries import participatie as queries
from sdash.sql import Params
from sdash.ui import data, filters, links, viewer
from sdash.ui.data import Vraag
from sdash.ui.keuze import Keuze
from sdash.ui.koppen import TE_WEINIG, Kop
from sdash.ui.stroom import first_day

UITKERINGEN: Final = "eigen bestand uitkeringen"
TRAJECTEN: Final = "eigen bestand trajecten"
BEIDE: Final = "eigen bestanden uitkeringen en trajecten"
GEEN_UITKERINGEN: Final = "Geen bron: er is nog geen bestand uitkeringen ingelezen."
GEEN_TRAJECTEN: Final = "Geen bron: er is nog geen bestand trajecten ingelezen."
BIJSTAND: Final[dict[str, Any]] = {"bron": UITKERINGEN, "leeg": GEEN_UITKERINGEN}
"""What every tile of bijstand says of its source."""
VERDELINGEN: Final[dict[queries.Verdeling, str]] = {
    "trede": "Per trede (afstand tot werk)",
    "leefvorm": "Per leefvorm",
    "leeftijd": "Per leeftijd",
    "regeling": "Per regeling",
    "wijk": "Per wijk",
}
LABEL: Final = {"verdeling": "Verdeeld naar"}
YEARS: Final = 2
"""Of who came longer ago than the begin of this many years before, files seldom tell the begin."""
A_YEAR: Final = 12
"""Months."""
ENOUGH: Final = 10
"""Of fewer no part is estimated: one person more or less would be a leap."""
BUITEN: Final = (
    "Mensen met bijstand: wat houdt u tegen, en welk werk zou u morgen willen doen?",
    "Werkgevers: voor welk werk vindt u niemand, en wat is er nodig om het samen te doen?",
    "Wie wegging: hoe gaat het nu, en is het werk gebleven?",
)
_LEZEN: Final = (
    (
        "Bijstand is hier een uitkering volgens de Participatiewet, IOAW, IOAZ of Bbz. "
        "Loonkostensubsidie en beschut werk zijn geen bijstand en tellen daar niet mee."
    ),
    (
        "Begin + erin + van elders − eruit − naar elders = eind, in elke rij. Een gat van ten "
        "hoogste 30 dagen telt als bijstand. Wie van groep wisselt, gaat niet uit de bijstand."
    ),
    (
        "Iedereen telt één keer per groep. Wie twee regelingen of twee trajecten heeft, telt bij "
        "beide: de aantallen mag u dus niet optellen."
    ),
    (
        "Van wie geen nieuwe maand kwam en geen einddatum, eindigt de bijstand met de laatste "
        "maand. Dat is voorlopig: een later bestand kan het herstellen."
    ),
    (
        "Hoe lang bijstand duurt, is alleen te zeggen van wie erin kwam sinds het eerste bestand. "
        "Wie nog bijstand heeft, telt mee zolang dat bekend is."
    ),
)
_GEEN_REDENEN: Final = (
    "Redenen zijn codes van uw eigen systeem. Zet in instellingen.toml onder redenen wat zij "
    "betekenen; tot dan staat hier de code."
)


class Participatie(Keuze):
    """What is chosen on the page, with the twelve months up to the peildatum."""

    def _values(self) -> dict[str, Any]:
        return {**super()._values(), "tot": self.peildatum, "genoeg": ENOUGH}

    @property
    def een_jaar(self) -> date:
        """The first day of the twelve months up to the peildatum."""
        return max(first_day(self.peildatum), self.vanaf)


def keuze(page: str) -> Participatie:
    """What is chosen on the page; it draws the choice of the division."""
    chosen = filters.keuze(page)
    return Participatie(**{name: getattr(chosen, name) for name in chosen.__dataclass_fields__})


def verdeling() -> queries.Verdeling:
    """Along what the people are divided; on a stage the address decides."""
    if viewer.on_stage():
        by_words = {words: code for code, words in VERDELINGEN.items()}
        return by_words.get(st.query_params.get("verdeling", ""), "trede")
    named = {str(code): words for code, words in VERDELINGEN.items()}
    options = {"verdeling": named}
    links.look("participatie", options, "verdeling")
    chosen = st.selectbox(
        LABEL["verdeling"],
        list(named),
        format_func=lambda code: named.get(code, code),
        key="verdeling",
        bind="query-params",
        width=280,
    )
    links.tell(options, LABEL, "verdeling")
    return _division(chosen)


def _division(code: str) -> queries.Verdeling:
    return next((known for known in VERDELINGEN if known == code), "trede")


def per_lid(
    keuze: Participatie, verdeling: queries.Verdeling | None = None
) -> Vraag[Any, queries.PerLid]:
    """Who had bijstand twelve months ago, and who has it now."""
    return keuze(queries.per_lid, van=keuze.een_jaar, verdeling=verdeling)


def cohorten(keuze: Participatie) -> Vraag[Any, queries.Cohort]:
    """How long bijstand lasts that began in this year or the two before."""
    van = max(date(keuze.peildatum.year - YEARS, 1, 1), keuze.vanaf)
    return keuze(queries.cohorten, van=van)


def bekend() -> queries.Bekend:
    """What files tell of."""
    return data.one(Vraag(queries.bekend, Params()))


def kern(keuze: Participatie) -> queries.PerLid | None:
    """Everybody once; None where there is nobody."""
    rows = data.rows(per_lid(keuze))
    return rows[0] if rows else None


def zin(kern: queries.PerLid | None, bekend: queries.Bekend, keuze: Participatie) -> str:
    """Whether more people have bijstand, in one sentence."""
    if bekend.tot is None:
        return GEEN_UITKERINGEN
    if kern is None:
        return "Voor deze keuze zijn er geen mensen met bijstand."
    if kern.begin is None or kern.eind is None:
        return "Hoeveel mensen bijstand hebben, kan hier niet getoond worden."
    day, change = fmt.day(min(bekend.tot, keuze.peildatum)), kern.eind - kern.begin
    then = "twaalf maanden eerder"
    if bekend.van is not None and bekend.van > keuze.een_jaar:
        then = f"toen het eerste bestand begon, in {fmt.month(bekend.van)}"
    told = f"Op {day} hebben {fmt.number(kern.eind)} mensen bijstand"
    if change == 0:
        return f"{told}, evenveel als {then}."
    more = "meer" if change > 0 else "minder"
    return f"{told}, {fmt.number(abs(change))} {more} dan {then}."


def duur(rows: Sequence[queries.Cohort]) -> str:
    """Which part of the newest year that is known so long has bijstand after twelve months."""
    known = [row for row in rows if row.stap == A_YEAR and row.overleving is not None]
    if not known:
        return "Hoe lang bijstand duurt, is nog niet te zeggen: te weinig mensen zijn lang gevolgd."
    row = max(known, key=lambda row: row.groep)
    part = fmt.percent(row.overleving or 0)
    return f"Van wie in {row.groep} bijstand kreeg, heeft {part} die na een jaar nog."


def koppen(keuze: Participatie, kern: queries.PerLid | None) -> list[tuple[str, Kop]]:
    """The numbers on top: each beside what it is of."""
    lks = data.rows(keuze(queries.loonkosten))
    totaal = data.rows(trajecten(keuze))
    geen = Kop("–", basis="geen bron")
    return [
        ("Erin gekomen", geen if kern is None else _of(kern.instroom, "in twaalf maanden")),
        ("Eruit gegaan", geen if kern is None else _of(kern.uitstroom, "in twaalf maanden")),
        ("Loonkostensubsidie", _lks(lks[-1]) if lks else geen),
        ("In een traject", _of(totaal[0].lopend, "nu") if totaal else geen),
        ("Naar werk na een traject", _werk(totaal[0]) if totaal else geen),
    ]


def trajecten(keuze: Participatie, verdeling: str | None = None) -> Vraag[Any, queries.Traject]:
    """What became of trajecten in twelve months, by kind or by sector."""
    return keuze(queries.trajecten, van=keuze.een_jaar, verdeling=verdeling)


def trede(keuze: Participatie) -> list[str]:
    """How many came nearer to work in a traject."""
    rows = data.rows(trajecten(keuze))
    row = rows[0] if rows else None
    if row is None or not row.uit or row.hoger is None or row.lager is None:
        return []
    ended, higher, lower = fmt.number(row.uit), fmt.number(row.hoger), fmt.number(row.lager)
    said = (
        f"Van de {ended} mensen van wie een traject eindigde, stonden er {higher} daarna hoger op "
        f"de participatieladder en {lower} lager."
    )
    return [said]


def lezen(bekend: queries.Bekend, keuze: Participatie) -> list[str]:
    """How to read the page, with what the files do not tell."""
    said = [*trede(keuze), *_LEZEN]
    return said if bekend.redenen else [*said, _GEEN_REDENEN]


def _of(count: int | None, basis: str) -> Kop:
    return TE_WEINIG if count is None else Kop(fmt.number(count), basis=basis)


def _lks(row: queries.Loonkosten) -> Kop:
    if row.eind is None:
        return TE_WEINIG
    cost = "" if row.kosten is None else f"{fmt.euro_short(row.kosten)} "
    return Kop(fmt.number(row.eind), basis=f"mensen; {cost}in {fmt.month(row.maand)}")


def _werk(row: queries.Traject) -> Kop:
    if row.werk is None or row.uit is None:
        return TE_WEINIG
    part = fmt.percent(row.werk / row.uit) if row.uit else ""
    return Kop(fmt.number(row.werk), part, "van wie een traject eindigde in twaalf maanden")
