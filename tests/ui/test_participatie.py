"""What Participatie says in words, from the rows of its answers."""

from datetime import UTC, date, datetime

import pytest

from sdash import format as fmt
from sdash.queries.participatie import Bekend, Cohort, PerLid
from sdash.ui import participatie

KEUZE = participatie.Participatie(
    {"jaar": "2026"}, {"jaar": "2026"}, datetime(2026, 11, 20, tzinfo=UTC)
)
BEKEND = Bekend(van=date(2024, 1, 1), tot=date(2026, 10, 31), trajecten=True, redenen=False)


def people(begin: int | None, eind: int | None) -> PerLid:
    moves = dict.fromkeys(("instroom", "erbij", "uitstroom", "weg"), 0)
    return PerLid(lid="totaal", naam="Iedereen", begin=begin, eind=eind, **moves)


def cohort(groep: str, overleving: float | None, stap: int = 12) -> Cohort:
    rest = dict.fromkeys(("clienten", "risico", "laag", "hoog"), None)
    return Cohort(groep=groep, naam=groep, stap=stap, overleving=overleving, **rest)


@pytest.mark.parametrize(
    ("begin", "eind", "said"),
    [
        (400, 412, "12 meer dan twaalf maanden eerder"),
        (412, 400, "12 minder dan twaalf maanden eerder"),
        (400, 400, "evenveel als twaalf maanden eerder"),
    ],
)
def test_the_people_are_laid_beside_those_of_a_year_before(
    begin: int, eind: int, said: str
) -> None:
    told = participatie.zin(people(begin, eind), BEKEND, KEUZE).replace(fmt.NBSP, " ")

    assert told == f"Op 31 oktober 2026 hebben {eind} mensen bijstand, {said}."


def test_files_that_begin_later_are_no_year_before() -> None:
    late = BEKEND.model_copy(update={"van": date(2026, 3, 1)})

    told = participatie.zin(people(400, 412), late, KEUZE)

    assert "toen het eerste bestand begon, in mrt" in told


def test_without_a_file_it_is_said_that_there_is_no_source() -> None:
    none = BEKEND.model_copy(update={"van": None, "tot": None})

    assert participatie.zin(None, none, KEUZE).startswith("Geen bron")


def test_few_people_are_not_told() -> None:
    assert "kan hier niet getoond worden" in participatie.zin(people(None, 4), BEKEND, KEUZE)


def test_how_long_bijstand_lasts_is_said_of_the_newest_year_that_is_known_so_long() -> None:
    rows = [cohort("2024", 0.5), cohort("2025", 0.6), cohort("2026", None), cohort("2026", 0.9, 3)]

    told = participatie.duur(rows).replace(fmt.NBSP, " ")

    assert told == "Van wie in 2025 bijstand kreeg, heeft 60 % die na een jaar nog."
    assert "nog niet te zeggen" in participatie.duur(rows[2:])
