"""The headline numbers about messages count what the rows say, and hide what is hidden."""

from datetime import date
from decimal import Decimal

from sdash.domain import Wet
from sdash.queries import berichten
from sdash.ui import koppen_berichten as koppen
from sdash.ui.koppen import TE_WEINIG
from tests.ui.rows import plain


def month(afgewezen: int | None) -> berichten.PerMaand:
    return berichten.PerMaand(
        maand=date(2026, 1, 1),
        wet=Wet.JW,
        regels=10,
        ingediend=Decimal(1000),
        afgewezen=None if afgewezen is None else Decimal(afgewezen),
    )


def times(bericht: str, beantwoord: int, te_laat: int, wacht: int) -> berichten.Antwoordtijd:
    return berichten.Antwoordtijd(
        bericht=bericht,
        wet=Wet.JW,
        norm=10,
        beantwoord=beantwoord,
        te_laat=te_laat,
        mediaan=None,
        wacht=wacht,
    )


def test_what_was_rejected_is_a_part_of_what_was_declared() -> None:
    kop = koppen.afgewezen([month(10), month(30)])

    assert (plain(kop.waarde), plain(kop.verandering)) == ("€ 40", "2,0 %")


def test_a_sum_of_which_a_part_is_hidden_is_hidden() -> None:
    assert koppen.afgewezen([month(10), month(None)]) == TE_WEINIG
    hidden = berichten.Stops(aanbieder="1", naam="x", stops=4, laat=None)
    assert koppen.laat([hidden]) == TE_WEINIG


def test_late_stops_are_counted_over_all_aanbieders() -> None:
    rows = [berichten.Stops(aanbieder=agb, naam=agb, stops=10, laat=2) for agb in ("1", "2")]

    kop = koppen.laat(rows)

    assert (kop.waarde, plain(kop.verandering)) == ("4", "20 %")


def test_only_declaraties_count_as_answered_late_or_waiting() -> None:
    rows = [times("325", 8, 2, 3), times("325", 2, 0, 1), times("306", 9, 9, 9)]

    assert (koppen.te_laat(rows).waarde, plain(koppen.te_laat(rows).verandering)) == ("2", "20 %")
    assert koppen.wacht(rows).waarde == "4"


def test_nothing_is_no_part_of_nothing() -> None:
    assert koppen.afgewezen([]).verandering == ""
    assert koppen.te_laat([]).verandering == ""
