"""Typed bindings: one `Query` for every file in `queries/<subject>/`."""

from sdash.queries import (
    berichten,
    caseload,
    gegevens,
    geld,
    jaareinde,
    overzicht,
    plafonds,
    preventie,
    prognose,
    regels,
    regenboog,
    sturen,
    uitgaven,
    vergelijken,
    waarom,
    wijkprofiel,
)

__all__ = [
    "berichten",
    "caseload",
    "gegevens",
    "geld",
    "jaareinde",
    "overzicht",
    "plafonds",
    "preventie",
    "prognose",
    "regels",
    "regenboog",
    "sturen",
    "uitgaven",
    "vergelijken",
    "waarom",
    "wijkprofiel",
]
