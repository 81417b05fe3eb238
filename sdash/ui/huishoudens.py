"""Huishoudens in words: the first answer, what is off or has no source, and how to read it."""

from collections.abc import Sequence
from typing import Final

from sdash import format as fmt
from sdash.figures.huishoudens import LANDELIJK
from sdash.queries import huishoudens
from sdash.ui.koppen import TE_WEINIG, Kop

BRON: Final = "toewijzingen (301), uitkeringen en huishoudens (eigen bestanden)"
GEBIEDEN: Final = "eigen bestand van de teams (leefgebieden)"
PLANNEN: Final = "eigen bestanden (huishoudens, plannen) en toewijzingen"
GMSD: Final = (
    "huishoudens en uitkeringen (eigen bestanden), toewijzingen, kerncijfers CBS; streep: "
    "Nederland, tweede helft van 2023, Gemeentelijke Monitor Sociaal Domein"
)
UIT: Final = (
    "Huishoudens staan uit: er is niet vastgelegd op welke grond ze gekoppeld mogen worden."
)
WAAROM: Final = (
    (
        "Gegevens van mensen in één huishouden aan elkaar koppelen, over wetten heen, is het meest "
        "ingrijpende dat deze monitor kan. Het mag alleen met een grondslag en een DPIA."
    ),
    (
        "De beheerder zet in instellingen.toml bij grondslag_huishoudens op welke grond het mag, "
        "zoals de DPIA met haar datum, en start sdash opnieuw."
    ),
    (
        "Tot dan weigert sdash bestanden met huishoudens, leefgebieden en plannen, en telt geen "
        "enkel cijfer huishoudens."
    ),
)
GEEN_HUISHOUDENS: Final = (
    "Geen bron: hiervoor is het bestand huishoudens nodig (bsn, huishouden, van, tot)."
)
GEEN_GEBIEDEN: Final = (
    "Geen bron: hiervoor is het bestand leefgebieden van de teams nodig (huishouden of "
    "casusnummer, leefgebied, van, tot)."
)
GEEN_PLANNEN: Final = (
    "Geen bron: hiervoor is het bestand plannen nodig (huishouden, plan_van, regisseur, tot)."
)
TOEN: Final = f"Nederland, tweede helft van 2023: {fmt.percent(LANDELIJK, 1)}"
BUITEN: Final = (
    "Gezinnen met meer wetten: wie belt u als er iets verandert, en weet die het van de anderen?",
    "Teams: welke combinatie komt steeds terug, en wat was er eerder aan te doen?",
    "Aanbieders die in hetzelfde gezin komen: kent u elkaars afspraken?",
)
_LEZEN: Final = (
    (
        "Elk huishouden telt in één combinatie. Tel mensen en huishoudens van verschillende "
        "grafieken niet op: wie twee voorzieningen heeft, telt bij beide."
    ),
    (
        "Een huishouden is zoals het op de peildatum in het bestand staat. Wie in twee "
        "huishoudens tegelijk staat, telt in dat waar hij het laatst kwam."
    ),
    (
        "Combinaties van te weinig huishoudens staan samen als overige combinaties; een streepje "
        "in plaats van een getal is verborgen."
    ),
    (
        "Leefgebieden kunnen van een huishouden of van een casus zijn; die zijn niet aan elkaar "
        "te koppelen, dus samen kunnen zij iets te veel tellen."
    ),
    (
        "Stapeling is het deel van alle huishoudens met twee of meer soorten voorzieningen in een "
        f"half jaar. {TOEN} (GMSD). Landelijk telt het CBS met eigen bronnen: vergelijk de "
        "richting, niet de komma. Uitkeringen tellen vanaf de eerste maand die bekend is."
    ),
)


def zin(kern: huishoudens.Kern) -> str:
    """How many households have more than one wet, in one sentence."""
    if kern.huishoudens is None or kern.meer_wetten is None:
        return "Hoeveel huishoudens meer dan één wet hebben, kan hier niet getoond worden."
    if not kern.huishoudens:
        return "Van nog geen enkel huishouden is bekend wat het samen heeft."
    return (
        f"{fmt.number(kern.meer_wetten)} van {fmt.number(kern.huishoudens)} huishoudens met "
        "ondersteuning of een uitkering hebben met twee of drie wetten te maken."
    )


def rij(
    kern: huishoudens.Kern,
    stapeling: Sequence[huishoudens.Stapeling],
    plannen: Sequence[huishoudens.Plannen],
) -> list[tuple[str, Kop]]:
    """The row of numbers on top of the page."""
    return [
        ("Huishoudens met ondersteuning", _all(kern)),
        ("Twee of drie wetten", _part(kern.meer_wetten, kern.meer_aandeel, "van die huishoudens")),
        ("Eén plan, één regisseur", _planned(plannen)),
        ("Twee of meer voorzieningen", _stacked(stapeling)),
    ]


def _all(kern: huishoudens.Kern) -> Kop:
    if kern.huishoudens is None or kern.geteld is None:
        return TE_WEINIG
    return Kop(fmt.number(kern.huishoudens), basis=f"met {fmt.number(kern.geteld)} mensen")


def _part(count: int | None, share: float | None, base: str) -> Kop:
    if count is None:
        return TE_WEINIG
    return Kop(fmt.number(count), "" if share is None else fmt.percent(share), base)


def _planned(plannen: Sequence[huishoudens.Plannen]) -> Kop:
    if not plannen:
        return Kop("–", basis="geen bron: het bestand plannen ontbreekt")
    best = next((row for row in plannen if row.volgnr == 1), None)
    if best is None:
        return Kop("0", basis="van de huishoudens met meer wetten")
    return _part(best.huishoudens, best.aandeel, "van de huishoudens met meer wetten")


def _stacked(stapeling: Sequence[huishoudens.Stapeling]) -> Kop:
    if not stapeling:
        return Kop("–", basis="geen half jaar dat heel bekend is")
    last = stapeling[-1]
    if last.aandeel is None:
        return TE_WEINIG
    of_all = f"van de {fmt.number(last.alle or 0)} huishoudens ({last.alle_jaar})"
    return Kop(fmt.percent(last.aandeel, 1), basis=f"{of_all}; {TOEN}")


def lezen(kern: huishoudens.Kern) -> list[str]:
    """How to read the page, with how many people could not be placed."""
    said = [*_LEZEN]
    if kern.zonder:
        said.append(
            f"Mensen met ondersteuning die in geen huishouden staan: {fmt.number(kern.zonder)}. "
            "Zij tellen hier niet mee."
        )
    if kern.dubbel:
        said.append(f"Mensen die in twee huishoudens tegelijk staan: {fmt.number(kern.dubbel)}.")
    return said
