"""What the forecast leaves out: nothing of it is lost, and a hidden part is said to be there."""

from decimal import Decimal

from sdash import format as fmt
from sdash.answers import Answer
from sdash.domain import Wet
from sdash.queries import geld
from sdash.ui import buiten

VELDEN = {(Wet.JW, "6.821")}


def row(taakveld: str, bedrag: int | None, begroot: int | None = 100) -> geld.Buiten:
    known = {"taakveld": taakveld, "naam": f"Taakveld {taakveld}", "begroot": begroot}
    return geld.Buiten.model_validate({"wet": Wet.JW, **known, "buiten": bedrag})


def answer(*rows: geld.Buiten, hidden: str = "") -> Answer[geld.Buiten]:
    names = [frozenset({"buiten"} if row.taakveld == hidden else ()) for row in rows]
    return Answer([*rows], names, 1)


ROWS = (row("6.821", 40), row("6.792", 30), row("6.75", None))


def said(som: buiten.Som) -> str:
    return str(som).replace(fmt.NBSP, " ")


def test_costs_of_files_stand_beside_a_forecast_or_outside_it() -> None:
    binnen, erbuiten = buiten.delen(answer(*ROWS), VELDEN, None)

    assert (binnen.bedrag, binnen.namen) == (Decimal(40), ("Taakveld 6.821",))
    assert (erbuiten.bedrag, erbuiten.namen) == (Decimal(30), ("Taakveld 6.792",))


def test_without_a_budget_nothing_stands_beside_a_forecast() -> None:
    binnen, erbuiten = buiten.delen(answer(row("6.821", 40, begroot=None)), VELDEN, None)

    assert binnen.namen == ()
    assert erbuiten.bedrag == 40


def test_only_what_is_chosen_counts() -> None:
    binnen, erbuiten = buiten.delen(answer(*ROWS), VELDEN, "6.792")

    assert (binnen.bedrag, erbuiten.bedrag) == (Decimal(0), Decimal(30))


def test_where_a_part_is_hidden_it_is_at_least_what_is_known_and_no_name_of_it_is_told() -> None:
    rows = answer(row("6.821", 40), row("6.792", None), row("6.1", 30), hidden="6.792")

    binnen, erbuiten = buiten.delen(rows, VELDEN, None)

    assert said(binnen) == "€ 40"
    assert said(erbuiten) == "Ten minste € 30"
    assert erbuiten.namen == ("Taakveld 6.1",)
