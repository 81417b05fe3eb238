"""Which part of what was assigned was granted, computed again day by day."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tests.oracle.oracle import Oracle
from tests.oracle.records import Versie

Key = tuple[str, str, str, str]
"""Wet, categorie, aanbieder and eenheid."""


def verzilvering(oracle: Oracle, jaar: int, rijp_tot: date) -> dict[Key, tuple[Fraction, int]]:
    """Units assigned and units granted, over the months with lines of the wet up to a day."""
    lines = [
        (regel, status)
        for regel, status in oracle.regels()
        if regel.begin.year == jaar and regel.begin <= rijp_tot
    ]
    months = {(regel.bron.wet, regel.begin.month) for regel, _ in lines}
    found: dict[Key, tuple[Fraction, int]] = {}
    for versie, days in oracle.loopt(jaar):
        open_days = [day for day in days if (versie.bron.wet, day.month) in months]
        if not open_days or versie.omvang is None or versie.product[0] is None:
            continue
        volume, eenheid, frequentie = versie.omvang
        if frequentie == "6" and versie.eind is None:
            continue
        key = (versie.bron.wet, versie.product[0], versie.bron.aanbieder, eenheid)
        mine = (versie.bron.wet, versie.bron.aanbieder, versie.nummer, eenheid)
        granted = sum(
            -regel.volume if regel.saldo < 0 else regel.volume
            for regel, status in lines
            if status == "toegekend"
            and (regel.bron.wet, regel.bron.aanbieder, regel.toewijzing, regel.eenheid) == mine
        )
        assigned = volume * sum(_shares(versie, frequentie, open_days), Fraction())
        before = found.get(key, (Fraction(), 0))
        found[key] = (before[0] + assigned, before[1] + granted)
    return found


def _shares(versie: Versie, frequentie: str, days: list[date]) -> Iterator[Fraction]:
    """The part of the volume that each day is worth."""
    duration = ((versie.eind or versie.ingang) - versie.ingang).days + 1
    for day in days:
        in_month = monthrange(day.year, day.month)[1]
        yield Fraction(1, {"1": 1, "2": 7, "4": in_month, "6": duration}[frequentie])
