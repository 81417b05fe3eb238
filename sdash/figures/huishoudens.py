"""Huishoudens: what goes together, how many problems and aanbieders, and who has one plan."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import Wet
from sdash.figures import _bars, _upset
from sdash.figures._upset import Combinatie
from sdash.figures.style import Figure, Look

if TYPE_CHECKING:
    from sdash.queries import huishoudens as rijen

PLUS: Final = " + "
WETTEN: Final = {Wet.JW.value: "Jeugdwet", Wet.WMO.value: "Wmo", Wet.PW.value: "Participatiewet"}
LANDELIJK: Final = 0.097
"""Of the households in the Netherlands, second half of 2023 (GMSD); a line of then, no norm."""
MEER: Final = 4
HUISHOUDENS: Final = "huishoudens"


def wetten(wetten: Sequence["rijen.Wetten"], look: Look) -> Figure:
    """How many households have which wetten together."""
    found = [
        Combinatie(
            frozenset(row.combinatie.split(PLUS)),
            row.huishoudens,
            PLUS.join(WETTEN[wet] for wet in WETTEN if wet in row.combinatie.split(PLUS)),
        )
        for row in wetten
    ]
    return _upset.drawn(found, wetten[0].samen, {**WETTEN}, look, HUISHOUDENS)


def leefgebieden(leefgebieden: Sequence["rijen.Leefgebieden"], look: Look) -> Figure:
    """How many households and casussen have problems in which leefgebieden together."""
    found = [
        Combinatie(frozenset(row.combinatie.split(PLUS)), row.huishoudens, row.combinatie)
        for row in leefgebieden
    ]
    weight = {
        name: sum(one.aantal or 0 for one in found if name in one.delen)
        for name in sorted({name for one in found for name in one.delen})
    }
    names = {name: name for name in sorted(weight, key=lambda name: -weight[name])}
    return _upset.drawn(found, leefgebieden[0].samen, names, look, "huishoudens of casussen")


def problemen(problemen: Sequence["rijen.Aantal"], look: Look) -> Figure:
    """How many households and casussen have so many problems."""
    return _counted(problemen, ("leefgebied", "leefgebieden"), look)


def aanbieders(aanbieders: Sequence["rijen.Aantal"], look: Look) -> Figure:
    """In how many households so many aanbieders come."""
    return _counted(aanbieders, ("aanbieder", "aanbieders"), look)


def _counted(rows: Sequence["rijen.Aantal"], names: tuple[str, str], look: Look) -> Figure:
    one, more = names
    bars = [
        _bars.Bar(
            f"{row.aantal}{' of meer' * (row.aantal == MEER)} {one if row.aantal == 1 else more}",
            row.huishoudens,
            _words(row.huishoudens, row.aandeel),
            look.neutral,
        )
        for row in rows
    ]
    return _bars.listed(bars, look, eenheid=HUISHOUDENS)


def plannen(plannen: Sequence["rijen.Plannen"], look: Look) -> Figure:
    """How many households with more wetten have one plan and one regisseur, or another stand."""
    bars = [
        _bars.Bar(
            row.stand.capitalize(),
            row.huishoudens,
            _words(row.huishoudens, row.aandeel),
            look.neutral if row.volgnr == 1 else look.faint,
        )
        for row in plannen
    ]
    return _bars.listed(bars, look, eenheid=HUISHOUDENS)


def _words(count: int | None, share: float | None) -> str:
    if count is None:
        return fmt.HIDDEN
    return fmt.number(count) + ("" if share is None else f" · {fmt.percent(share)}")


def stapeling(stapeling: Sequence["rijen.Stapeling"], look: Look) -> Figure:
    """The part of all households with two or more voorzieningen, beside that of the country."""
    bars = [
        _bars.Bar(
            f"{fmt.day(row.begin)} tot en met {fmt.day(row.eind)}",
            None if row.aandeel is None else row.aandeel * 100,
            fmt.HIDDEN if row.aandeel is None else fmt.percent(row.aandeel, 1),
            look.neutral,
            streep=LANDELIJK * 100,
        )
        for row in stapeling
    ]
    return _bars.listed(bars, look, eenheid="%")
