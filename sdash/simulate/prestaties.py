"""What was delivered in a month, as the lines that an aanbieder declares."""

from datetime import date
from random import Random
from typing import Final

from sdash.domain import Wet
from sdash.simulate.catalogus import SCHOOL, THUIS, Product
from sdash.simulate.kalender import laatste_dag, maand_van
from sdash.simulate.regels import Regel
from sdash.simulate.zorg import Toewijzing, Traject

EURO: Final = 100
PER_DAG, PER_WEEK = "1", "2"
SPREIDING: Final = (0.86, 1.13)
DAGBESTEDING: Final = "07"
THUISHULP: Final = ("01", "02")


def regels_van(rng: Random, traject: Traject, maand: date) -> list[Regel]:
    """A line for each toewijzing that carried the care of a traject in a month."""
    regels = (_regel(rng, traject, toewijzing, maand) for toewijzing in traject.toewijzingen)
    return [regel for regel in regels if regel]


def bedrag_van(volume: int, tarief: int | None) -> int:
    """Exactly volume times tarief; without one, the volume is in euros."""
    return volume * (EURO if tarief is None else tarief)


def _regel(rng: Random, traject: Traject, toewijzing: Toewijzing, maand: date) -> Regel | None:
    product, laatste = traject.product, laatste_dag(maand)
    begin = max(maand, toewijzing.ingang)
    eind = min(laatste, toewijzing.eind or laatste)
    volume = 0
    if product.eenmalig:
        volume = toewijzing.volume if maand_van(traject.begin) == maand else 0
    elif dagen := traject.dagen(begin, eind):
        volume = _volume(rng, product, toewijzing.volume, dagen, maand)
    if not volume:
        return None
    tarief = None if product.eenmalig else product.tarief_in(maand.year)
    return Regel(
        nummer="",
        bsn=traject.persoon.bsn,
        toewijzing=toewijzing.nummer,
        categorie=product.categorie,
        code=product.code,
        begin=begin,
        eind=eind,
        volume=volume,
        eenheid=product.eenheid,
        tarief=tarief,
        bedrag=bedrag_van(volume, tarief),
    )


def _volume(rng: Random, product: Product, toegewezen: int, dagen: int, maand: date) -> int:
    """Never more than was assigned for these days, and mostly somewhat less."""
    if product.frequentie == PER_DAG:
        return toegewezen * dagen
    if product.inzet == 1:
        return toegewezen
    ruimte = toegewezen * (
        dagen / 7 if product.frequentie == PER_WEEK else dagen / laatste_dag(maand).day
    )
    deel = product.inzet * _seizoen(product, maand) * rng.uniform(*SPREIDING)
    return max(1, int(ruimte * min(1.0, deel)))


def _seizoen(product: Product, maand: date) -> float:
    if product.wet is Wet.JW or product.categorie == DAGBESTEDING:
        return SCHOOL[maand.month - 1]
    return THUIS[maand.month - 1] if product.categorie in THUISHULP else 1.0
