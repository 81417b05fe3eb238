"""Rows for the words of a page."""

from datetime import date
from decimal import Decimal

from sdash import format as fmt
from sdash.queries import caseload, uitgaven

OCTOBER = date(2026, 10, 1)


def money(**other: object) -> uitgaven.Kern:
    values: dict[str, object] = {
        "clienten": 500,
        "ingediend": Decimal(12_345_678),
        "toegekend": Decimal(12_000_000),
        "in_behandeling": Decimal(300_000),
        "begroot": Decimal(15_800_000),
        "begroot_fictief": False,
        "laatste_maand": OCTOBER,
        "ingediend_tot": Decimal(12_000_000),
        "ingediend_vorig_jaar": Decimal(11_500_000),
    }
    return uitgaven.Kern.model_validate({**values, **other})


def people(**other: object) -> caseload.Kern:
    values: dict[str, object] = {
        "clienten": 1700,
        "toewijzingen": 2400,
        "instroom": 520,
        "nieuw": 450,
        "herinstroom": 76,
        "uitstroom": 530,
        "casussen": 1014,
        "casussen_instroom": 767,
        "casussen_bekend": 316,
    }
    return caseload.Kern.model_validate({**values, **other})


def stock(month: date, eind: int | None) -> caseload.Verloop:
    return caseload.Verloop(
        maand=month, begin=0, instroom=0, nieuw=0, herinstroom=0, uitstroom=0, eind=eind
    )


def plain(words: str) -> str:
    return words.replace(fmt.NBSP, " ")
