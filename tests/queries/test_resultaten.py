"""How care ended, who stayed without, and which toewijzing came next."""

from typing import Any

import pytest

from sdash.queries import resultaten
from tests.queries.marts import Mart

ASKED = {"van": "2025-01-01", "peildatum": "2026-12-31", "aantal": 9}
CARE = {"wet": "jw", "categorie": "45", "aanbieder": "42420001", "client_id": 1}
CARE_START = {
    "wet": "jw", "aanbieder": "42420001", "client_id": 1, "toewijzing_nummer": 1, "soort": "start",
    "levering_nr": 2, "begindatum": "2025-01-01", "einddatum": None, "reden_beeindiging": None,
}  # fmt: skip


def ended(mart: Mart, dag: str, reden: str = "31", nummer: int = 1, **known: object) -> None:
    """A toewijzing with the stop that ended it."""
    care = {**CARE, "toewijzing_nummer": nummer, **known}
    mart.add("toewijzing", [{**care, "ingangsdatum": "2025-01-01", "einddatum": None}])
    whose = {key: care[key] for key in ("wet", "aanbieder", "client_id", "toewijzing_nummer")}
    stop = {"soort": "stop", "begindatum": "2025-01-01", "einddatum": dag, "plaats": nummer}
    mart.add("melding", [{**whose, **stop, "reden_beeindiging": reden}])


def cared(mart: Mart, *periods: tuple[str, str], client: int = 1) -> None:
    """The stretches of care of somebody, of any kind."""
    rows = [
        {"wet": "totaal", "client_id": client, "volgnr": nr, "van": van, "tot": tot}
        for nr, (van, tot) in enumerate(periods, 1)
    ]
    mart.add("zorgperiode", rows)


def told(mart: Mart, columns: str, indeling: str = "totaal", **more: object) -> list[Any]:
    return mart.ask(resultaten.afloop, columns, **{**ASKED, "indeling": indeling, **more})


def back(mart: Mart, columns: str, **more: object) -> list[Any]:
    return mart.ask(resultaten.terug, columns, **{**ASKED, "indeling": "totaal", **more})


def after(mart: Mart, columns: str, **more: object) -> list[Any]:
    return mart.ask(resultaten.vervolg, columns, **{**ASKED, **more})


@pytest.mark.parametrize(
    ("wet", "reden", "counts"),
    [
        ("jw", "31", (1, 0)),
        ("wmo", "31", (0, 0)),
        ("wmo", "19", (1, 0)),
        ("jw", "32", (0, 1)),
        ("jw", "35", (0, 1)),
        ("wmo", "21", (0, 1)),
        ("wmo", "23", (0, 1)),
        ("jw", "02", (0, 0)),
        ("jw", "36", (0, 0)),
    ],
)
def test_a_reason_means_what_its_wet_says(
    mart: Mart, wet: str, reden: str, counts: tuple[int, int]
) -> None:
    ended(mart, "2026-03-01", reden, wet=wet)

    assert told(mart, "toewijzingen volgens_plan voortijdig") == [(1, *counts)]


def test_an_interruption_ends_nothing(mart: Mart) -> None:
    ended(mart, "2026-03-01", "20")

    assert told(mart, "toewijzingen") == []


@pytest.mark.parametrize(("begin", "count"), [("2026-03-01", 1), ("2026-03-02", 0)])
def test_care_that_began_again_did_not_end(mart: Mart, begin: str, count: int) -> None:
    ended(mart, "2026-03-01")
    mart.add("melding", [{**CARE_START, "begindatum": begin}])

    assert len(told(mart, "toewijzingen")) == count


def test_a_start_after_the_toewijzing_itself_had_ended_opens_nothing(mart: Mart) -> None:
    care = {**CARE, "toewijzing_nummer": 1}
    mart.add("toewijzing", [{**care, "einddatum": "2026-03-15"}])
    stop = {"soort": "stop", "einddatum": "2026-03-01", "reden_beeindiging": "31"}
    mart.add("melding", [{**CARE_START, **stop}, {**CARE_START, "begindatum": "2026-03-16"}])

    assert told(mart, "toewijzingen") == [(1,)]


def test_the_last_stop_says_how_it_ended(mart: Mart) -> None:
    ended(mart, "2026-03-01", "32")
    later = {"soort": "stop", "einddatum": "2026-05-01", "reden_beeindiging": "31"}
    mart.add("melding", [{**CARE_START, **later}])

    assert told(mart, "toewijzingen volgens_plan voortijdig") == [(1, 1, 0)]


def test_what_never_existed_did_not_end(mart: Mart) -> None:
    ended(mart, "2026-03-01", verwijderd=True)

    assert told(mart, "toewijzingen") == []


def test_the_last_thirty_days_are_provisional(mart: Mart) -> None:
    ended(mart, "2026-12-01")
    ended(mart, "2026-12-02", nummer=2)

    assert told(mart, "toewijzingen voorlopig") == [(2, 1)]


def test_parts_are_in_whole_percents(mart: Mart) -> None:
    for nummer in range(3):
        ended(mart, "2026-03-01", "31" if nummer else "32", nummer, client_id=nummer)

    assert told(mart, "aandeel_plan aandeel_voortijdig") == [(0.67, 0.33)]


@pytest.mark.parametrize(
    ("indeling", "groups"),
    [
        ("product", [("jw-45", 2), ("wmo-01", 1)]),
        ("aanbieder", [("42420001", 2), ("42420002", 1)]),
        ("team", [("Noord", 2), ("onbekend", 1)]),
        ("totaal", [("totaal", 2)]),
    ],
)
def test_one_chooses_by_what(mart: Mart, indeling: str, groups: list[Any]) -> None:
    """The second person ended with both products, and moved out of the teams by then."""
    mart.add("client", [{"client_id": nr, "wijk_code": "WK1"} for nr in (1, 2)])
    mart.add("team", [{"wijk_code": "WK1", "tot": "2026-05-01"}])
    ended(mart, "2026-03-01")
    ended(mart, "2026-03-01", nummer=2, client_id=2)
    other = {"wet": "wmo", "categorie": "01", "aanbieder": "42420002", "client_id": 2}
    ended(mart, "2026-06-01", "19", nummer=3, **other)

    assert told(mart, "groep clienten", indeling) == groups


@pytest.mark.parametrize(
    "chosen", [{"wet": "wmo"}, {"product": "wmo-01"}, {"aanbieder": "42420002"}, {"team": "Noord"}]
)
def test_a_filter_leaves_out_the_others(mart: Mart, chosen: dict[str, str]) -> None:
    mart.add("client", [{"client_id": 2, "wijk_code": "WK1"}])
    mart.add("team", [{"wijk_code": "WK1"}])
    ended(mart, "2026-03-01")
    other = {"wet": "wmo", "categorie": "01", "aanbieder": "42420002", "client_id": 2}
    ended(mart, "2026-06-01", "19", nummer=2, **other)

    assert told(mart, "clienten volgens_plan", **chosen) == [(1, 1)]


def test_a_quarter_is_provisional_for_thirty_days(mart: Mart) -> None:
    ended(mart, "2026-03-31")
    ended(mart, "2026-04-01", nummer=2)
    asked = {key: ASKED[key] for key in ("van",)}

    def of(day: str) -> list[Any]:
        columns = "kwartaal toewijzingen voorlopig"
        return mart.ask(resultaten.verloop, columns, peildatum=day, **asked)

    assert of("2026-04-29") == [("2026-01-01", 1, True), ("2026-04-01", 1, True)]
    assert of("2026-04-30") == [("2026-01-01", 1, False), ("2026-04-01", 1, True)]


@pytest.mark.parametrize(
    ("begin", "counts"),
    [("2025-04-01", []), ("2025-04-02", [(1, 0, 1)]), ("2025-09-01", [(1, 0, 1)]),
     ("2025-09-02", [(1, 1, 0)])],
)  # fmt: skip
def test_new_care_is_care_after_more_than_thirty_days_without(
    mart: Mart, begin: str, counts: list[Any]
) -> None:
    ended(mart, "2025-03-01")
    cared(mart, ("2025-01-01", "2025-03-01"), (begin, "9999-12-31"))

    assert back(mart, "zes zonder_zes terug_zes") == counts


def test_who_has_other_care_is_not_followed(mart: Mart) -> None:
    ended(mart, "2025-03-01")
    cared(mart, ("2025-01-01", "2025-03-02"))

    assert back(mart, "zes") == []


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2025-08-31", []),
        ("2025-09-01", [(1, 1, 0, 0)]),
        ("2026-02-28", [(1, 1, 0, 0)]),
        ("2026-03-01", [(1, 1, 1, 0)]),
    ],
)
def test_nobody_counts_of_whom_less_time_has_passed(
    mart: Mart, day: str, counts: list[Any]
) -> None:
    ended(mart, "2025-03-01")
    cared(mart, ("2025-01-01", "2025-03-01"), ("2025-12-01", "9999-12-31"))

    assert back(mart, "zes zonder_zes twaalf zonder_twaalf", peildatum=day) == counts


def test_who_died_is_not_followed(mart: Mart) -> None:
    ended(mart, "2025-03-01")
    ended(mart, "2025-03-01", "02", nummer=2)

    assert back(mart, "zes") == []
    assert after(mart, "clienten") == []


def test_who_came_back_once_counts_as_back(mart: Mart) -> None:
    ended(mart, "2025-03-01")
    ended(mart, "2025-08-01", nummer=2)
    cared(mart, ("2025-01-01", "2025-03-01"), ("2025-06-01", "2025-08-01"))

    assert back(mart, "zes zonder_zes terug_zes") == [(1, 0, 1)]


@pytest.mark.parametrize(
    ("begin", "counts"), [("2025-03-01", (1, 0)), ("2025-03-02", (1, 1)), ("2025-09-02", (1, 0))]
)
def test_a_new_toewijzing_within_six_months_is_one_again(
    mart: Mart, begin: str, counts: tuple[int, int]
) -> None:
    ended(mart, "2025-03-01")
    new = {**CARE, "toewijzing_nummer": 9, "aanbieder": "42420009", "ingangsdatum": begin}
    mart.add("toewijzing", [new])

    assert after(mart, "clienten opnieuw") == [counts]


@pytest.mark.parametrize(
    ("before", "next_", "counts"),
    [
        ("43", ("45",), (1, 1)),
        ("43", ("43",), (1, 0)),
        ("43", ("45", "43"), (1, 0)),
        ("43", ("99",), (0, 0)),
        ("45", ("45",), (0, 0)),
        ("99", ("45",), (0, 0)),
    ],
)
def test_lighter_is_an_earlier_layer_where_there_is_one(
    mart: Mart, before: str, next_: tuple[str, ...], counts: tuple[int, int]
) -> None:
    mart._connection.execute("UPDATE product SET laag = 5 WHERE wet = 'jw' AND categorie = '43'")
    ended(mart, "2025-03-01", categorie=before)
    for nummer, categorie in enumerate(next_, 10):
        new = {**CARE, "toewijzing_nummer": nummer, "categorie": categorie}
        mart.add("toewijzing", [{**new, "ingangsdatum": "2025-04-01"}])

    assert after(mart, "vervolgd lichter") == [counts]


def asked(mart: Mart, *rows: dict[str, object]) -> None:
    """What a file says of one question, each with a place of its own."""
    usual = {"jaar": 2025, "kwartaal": None, "agb_code": None, "categorie": None, "vraag": "Goed?"}
    told = {"aantal": 10, "positief": 8, "score": None}
    mart.add(
        "clientervaring_regel",
        [{**usual, **told, **row, "plaats": nr} for nr, row in enumerate(rows)],
    )
    mart.add("levering", [{"soort": "clientervaring"}])


def said(mart: Mart, columns: str, **more: object) -> list[Any]:
    return mart.ask(resultaten.ervaring, columns, **{"peildatum": "2026-12-31", **more})


def test_what_is_told_of_all_is_not_added_to_what_is_told_of_parts(mart: Mart) -> None:
    asked(mart, {"aantal": 50, "positief": 40}, {"agb_code": "1"}, {"agb_code": "2"})

    assert said(mart, "antwoorden positief aandeel") == [(50, 40, 0.8)]
    assert said(mart, "antwoorden positief", aanbieder="1") == [(10, 8)]


def test_parts_are_added_up_where_nothing_is_told_of_all(mart: Mart) -> None:
    asked(
        mart,
        {"agb_code": "1", "score": 7},
        {"agb_code": "2", "aantal": 30, "positief": 12, "score": 5},
        {"agb_code": "2", "categorie": "45", "aantal": 9, "positief": 1},
    )

    assert said(mart, "antwoorden positief aandeel score") == [(40, 20, 0.5, 5.5)]
    assert said(mart, "antwoorden", product="jw-45") == [(9,)]


def test_a_mark_alone_says_nothing_of_how_many_were_positive(mart: Mart) -> None:
    asked(mart, {"positief": None, "score": 7.26})

    assert said(mart, "positief aandeel score") == [(None, None, 7.3)]


def test_years_and_quarters_stand_apart_and_later_years_are_not_known(mart: Mart) -> None:
    asked(mart, {}, {"kwartaal": 2}, {"jaar": 2026}, {"jaar": 2027}, {"wet": "wmo"})

    rows = [("jw", 2025, 0), ("jw", 2025, 2), ("jw", 2026, 0), ("wmo", 2025, 0)]
    assert said(mart, "wet jaar kwartaal") == rows
    assert said(mart, "jaar", wet="wmo") == [(2025,)]
