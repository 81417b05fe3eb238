"""What the page Teams says first: what the teams carry, beside what the gemeente wants or told."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from sdash import format as fmt
from sdash.queries import teams
from sdash.ui.koppen import TE_WEINIG, Kop

TELT_EEN_KEER: Final = (
    "Een casus is een huishouden of een persoon en hoort bij één team. In de trechter telt hij bij "
    "elke taak die hij had: tel de taken dus niet op."
)
GEEN_BRON: Final = (
    "Geen bron: hiervoor is het bestand casustaken nodig (casusnummer, taak, van, tot). In het "
    "bestand casussen staat alleen de taak van nu."
)
GEEN_BAND: Final = "geen band ingesteld, dus geen oordeel"


def zin(kern: teams.Kern) -> str:
    """How many casussen the teams have, and of how many households that is."""
    if kern.casussen is None:
        return "Hoeveel casussen de teams hebben, kan hier niet getoond worden."
    said = f"{fmt.number(kern.casussen)} casussen zijn open"
    if kern.aandeel is None or kern.huishoudens_jaar is None:
        return f"{said}."
    share = fmt.percent(kern.aandeel, 1)
    whole = f"de {fmt.number(kern.huishoudens or 0)} huishoudens ({kern.huishoudens_jaar})"
    return f"{said}: {share} van {whole}{_toen(kern)}."


def _toen(kern: teams.Kern) -> str:
    if kern.toen_jaar is None or kern.toen_stand is None or kern.toen_aandeel is None:
        return ""
    count, share = fmt.number(kern.toen_stand), fmt.percent(kern.toen_aandeel)
    return f"; in {kern.toen_jaar} ongeveer {count}, {share}"


def rij(kern: teams.Kern) -> list[tuple[str, Kop]]:
    """The row of numbers on top of the page."""
    return [
        ("Open casussen", open_casussen(kern)),
        ("Erbij en afgesloten", stroom(kern)),
        ("Casussen per fte", per_fte(kern)),
        ("Een jaar of langer open", lang(kern)),
    ]


def open_casussen(kern: teams.Kern) -> Kop:
    """How many there are, against a year before."""
    if kern.casussen is None:
        return TE_WEINIG
    if not kern.casussen_begin:
        return Kop(fmt.number(kern.casussen), basis="geen cijfer van een jaar eerder")
    growth = kern.casussen / kern.casussen_begin - 1
    return Kop(fmt.number(kern.casussen), fmt.change(growth), "t.o.v. een jaar eerder")


def stroom(kern: teams.Kern) -> Kop:
    """How many came and went in a year."""
    if kern.casussen_instroom is None or kern.casussen_uitstroom is None:
        return TE_WEINIG
    came, gone = fmt.number(kern.casussen_instroom), fmt.number(kern.casussen_uitstroom)
    return Kop(f"+{came} / −{gone}", basis="in een jaar")


def per_fte(kern: teams.Kern) -> Kop:
    """Casussen a fte, beside the band of the gemeente; without one nothing is judged."""
    if kern.casussen is None:
        return TE_WEINIG
    if kern.per_fte is None or kern.fte is None:
        return Kop("–", basis="fte niet van alle teams bekend")
    said, fte = fmt.number(kern.per_fte, 1), f"bij {fmt.number(kern.fte, 1)} fte"
    if kern.band_laag is None or kern.band_hoog is None:
        return Kop(said, basis=f"{fte}; {GEEN_BAND}")
    band = f"band van de gemeente: {_plain(kern.band_laag)} tot {_plain(kern.band_hoog)}"
    return Kop(said, _place(kern.per_fte, kern.band_laag, kern.band_hoog), f"{fte}; {band}")


def _place(value: float, low: float, high: float) -> str:
    if value > high:
        return "boven de band"
    return "onder de band" if value < low else "in de band"


def boven(verloop: Sequence[teams.Verloop], kern: teams.Kern) -> str:
    """Which teams have more casussen a fte than the band, in the newest month that is known."""
    if kern.band_laag is None or kern.band_hoog is None:
        return f"Casussen per fte: {GEEN_BAND}."
    band = f"de band van {_plain(kern.band_laag)} tot {_plain(kern.band_hoog)} casussen per fte"
    newest = {row.team: row.per_fte for row in verloop if row.per_fte is not None}
    above = [team for team, per_fte in newest.items() if per_fte > kern.band_hoog]
    if not above:
        return f"Geen team zit boven {band}."
    return f"{fmt.listing(above)} {'zit' if len(above) == 1 else 'zitten'} boven {band}."


def lang(kern: teams.Kern) -> Kop:
    """How many casussen are open for a year or longer."""
    if kern.casussen_lang is None:
        return TE_WEINIG
    share = "" if kern.lang_aandeel is None else fmt.percent(kern.lang_aandeel)
    return Kop(fmt.number(kern.casussen_lang), share, "van de open casussen")


def trechter(gegaan: teams.Afgesloten) -> str:
    """How many casussen ended before indicering, in one sentence."""
    if gegaan.gevolgd is None or gegaan.voor_indicering is None or gegaan.voor_aandeel is None:
        return f"Welk deel eindigt voor indicering: {fmt.HIDDEN}."
    known = f"Van {fmt.number(gegaan.gevolgd)} afgesloten casussen met bekende taken"
    untold = (
        f" Van {fmt.number(gegaan.zonder)} andere is geen taak bekend." if gegaan.zonder else ""
    )
    return f"{known} eindigde {fmt.percent(gegaan.voor_aandeel)} voor indicering.{untold}"


def wisselingen(rows: Sequence[teams.Wisseling]) -> list[str]:
    """When teams began, ended or got other wijken, the newest first."""
    days = [(dag, [*of]) for dag, of in groupby(rows, lambda row: row.dag)]
    return [
        f"{fmt.day(dag)}: {_changes(of)}; dan {of[0].teams} team{'s' * (of[0].teams != 1)}"
        for dag, of in reversed(days)
    ]


def _changes(rows: Sequence[teams.Wisseling]) -> str:
    words = {"begonnen": "begint", "gestopt": "stopt", "andere wijken": "krijgt andere wijken"}
    plural = {
        "begint": "beginnen",
        "stopt": "stoppen",
        "krijgt andere wijken": "krijgen andere wijken",
    }
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(words[row.soort], []).append(row.team)
    return ", ".join(
        f"{fmt.listing(names)} {verb if len(names) == 1 else plural[verb]}"
        for verb, names in found.items()
    )


def _plain(value: float) -> str:
    return fmt.number(value, 0 if value == int(value) else 1)
