"""Typed bindings: one `Query` for every file in `queries/<subject>/`."""

from sdash.queries import caseload, gegevens, uitgaven

__all__ = ["caseload", "gegevens", "uitgaven"]
