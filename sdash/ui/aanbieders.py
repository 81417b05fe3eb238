"""Aanbieders in words: who differs most, and how spread out spending is."""

from collections.abc import Sequence
from typing import Final

from sdash import format as fmt
from sdash.domain import WET_NAAM
from sdash.prognose.wilson import band
from sdash.queries import aanbieders
from sdash.ui.koppen import TE_WEINIG, Kop

FEW: Final = 20


def zin(kosten: Sequence[aanbieders.Kosten], afloop: Sequence[aanbieders.Afloop]) -> str:
    """The largest difference that is no accident of few people, in one sentence."""
    sure = [row for row in afloop if _differs(row)]
    if sure:
        row = max(
            sure, key=lambda one: abs((one.verlengd_aandeel or 0) - (one.verlengd_verwacht or 0))
        )
        laag, hoog = band(row.verlengd or 0, row.clienten or 1)
        return (
            f"{row.naam} verlengt {_more(row)}: {fmt.percent(row.verlengd_aandeel or 0)} (tussen "
            f"{fmt.percent(laag)} en {fmt.percent(hoog)}), bij anderen met dezelfde producten "
            f"{fmt.percent(row.verlengd_verwacht or 0)}."
        )
    if any(row.intensiteit is not None for row in kosten):
        return "Geen aanbieder verlengt duidelijk vaker of minder vaak dan vergelijkbare."
    return "Er is nog niets te vergelijken: geen product heeft meer dan een aanbieder."


def _more(row: aanbieders.Afloop) -> str:
    return "vaker" if (row.verlengd_aandeel or 0) > (row.verlengd_verwacht or 0) else "minder vaak"


def _differs(row: aanbieders.Afloop) -> bool:
    """Whether what is expected lies outside the band of what was seen."""
    if row.clienten is None or row.verlengd is None or row.verlengd_verwacht is None:
        return False
    laag, hoog = band(row.verlengd, row.clienten)
    return row.clienten >= FEW and not laag <= row.verlengd_verwacht <= hoog


def concentratie(rows: Sequence[aanbieders.Concentratie]) -> list[tuple[str, Kop]]:
    """How much of each wet goes to the ten largest, and the HHI."""
    return [
        (f"{WET_NAAM[row.wet]}: de tien grootste van {fmt.number(row.aanbieders)}", _part(row))
        for row in rows
    ] or [("Aanbieders", Kop("–", basis="voor deze keuze is er niets ingediend"))]


def _part(row: aanbieders.Concentratie) -> Kop:
    if row.grootste is None or row.hhi is None:
        return TE_WEINIG
    return Kop(fmt.percent(row.grootste), f"HHI {fmt.number(row.hhi, 2)}", "1 is één aanbieder")
