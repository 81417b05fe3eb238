"""Typed bindings: one `Query` for every file in `queries/<subject>/`."""

from sdash.queries import (
    caseload,
    gegevens,
    geld,
    jaareinde,
    overzicht,
    plafonds,
    prognose,
    regels,
    regenboog,
    uitgaven,
    waarom,
    wijkprofiel,
)

__all__ = [
    "caseload",
    "gegevens",
    "geld",
    "jaareinde",
    "overzicht",
    "plafonds",
    "prognose",
    "regels",
    "regenboog",
    "uitgaven",
    "waarom",
    "wijkprofiel",
]
