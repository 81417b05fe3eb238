"""Months and working days."""

from datetime import date, timedelta
from typing import Final

ZATERDAG: Final = 5
VASTE_FEESTDAGEN: Final = ((1, 1), (4, 27), (12, 25), (12, 26))


def maand_van(dag: date) -> date:
    """A month is named by its first day."""
    return dag.replace(day=1)


def plus_maanden(maand: date, aantal: int) -> date:
    """The first day of a month so many months later."""
    jaar, index = divmod(maand.year * 12 + maand.month - 1 + aantal, 12)
    return date(jaar, index + 1, 1)


def laatste_dag(maand: date) -> date:
    """The last day of a month, by its first."""
    return plus_maanden(maand, 1) - timedelta(days=1)


def werkdag(dag: date) -> date:
    """The day itself, or the first working day after it."""
    while dag.weekday() >= ZATERDAG or (dag.month, dag.day) in VASTE_FEESTDAGEN:
        dag += timedelta(days=1)
    return dag


def plus_werkdagen(dag: date, aantal: int) -> date:
    """So many working days later."""
    for _ in range(aantal):
        dag = werkdag(dag + timedelta(days=1))
    return werkdag(dag)
