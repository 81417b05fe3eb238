"""How long care lasts and how long people wait: Kaplan and Meier's estimate, in SQL."""

import warnings
from datetime import date, timedelta
from math import floor
from typing import Any

import duckdb
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from sdash.queries import duur
from tests.queries.marts import Mart, emptied

FIRST = date(2025, 1, 1)
TODAY = date(2026, 6, 30)
LAST = TODAY - timedelta(days=30)
"""Of care, what happened after this day is not known for sure yet."""
ZORG: dict[str, Any] = {
    "soort": "zorg",
    "van": FIRST,
    "peildatum": TODAY,
    "indeling": "totaal",
    "aantal": 4,
    "genoeg": 1,
}
WACHT = {**ZORG, "soort": "toewijzing"}


def care(days: int, *, ended: bool, person: int = 1) -> dict[str, Any]:
    """Care of so many days, which ended, or which still went on at the last day that counts."""
    if ended:
        van = FIRST + timedelta(days=person % 7)
        return {"van": van, "tot": van + timedelta(days=days - 1), "client_id": person}
    return {"van": LAST - timedelta(days=days - 1), "tot": "9999-12-31", "client_id": person}


def told(mart: Mart, columns: str, query: Any = duur.tijden, **params: Any) -> list[Any]:  # noqa: ANN401
    """Some columns of an answer."""
    fields = query.params.model_fields
    chosen = {name: value for name, value in {**ZORG, **params}.items() if name in fields}
    return mart.ask(query, columns, **chosen)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 120), st.booleans()), min_size=2, max_size=60))
def test_the_estimate_and_its_band_are_those_of_scipy(
    database: duckdb.DuckDBPyConnection, spells: list[tuple[int, bool]]
) -> None:
    with emptied(database) as mart:
        mart.add("zorgtraject", [care(d, ended=e, person=n) for n, (d, e) in enumerate(spells)])
        rows = mart.rows(duur.verloop, **ZORG)
        [(mediaan,)] = told(mart, "mediaan")

    times, ended = (np.array(part) for part in zip(*spells, strict=True))
    known = CensoredData(uncensored=times[ended], right=times[~ended])
    sf = ecdf(known).sf
    half = sf.probabilities <= 0.5 + 1e-12
    middle = [int(day) for day in sf.quantiles[half]]
    assert mediaan == (middle[0] if middle else None)
    with warnings.catch_warnings():  # of a band that is not defined where all have ended
        warnings.simplefilter("ignore", RuntimeWarning)
        band = sf.confidence_interval() if ended.any() else None
    for row in rows:
        day = floor(row.stap * 30.4375)
        assert row.risico == int((times >= day).sum())
        if row.risico == 0:
            continue
        assert row.overleving == pytest.approx(float(sf.evaluate(day)), abs=1e-9)
        if band is None or not 0 < float(sf.evaluate(day)) < 1:
            continue
        assert row.laag == pytest.approx(float(band.low.evaluate(day)), abs=1e-9)
        assert row.hoog == pytest.approx(float(band.high.evaluate(day)), abs=1e-9)


def test_care_that_goes_on_is_no_care_that_ended(mart: Mart) -> None:
    mart.add("zorgtraject", [care(40, ended=True), care(40, ended=False, person=2)])

    assert told(mart, "clienten gemeten loopt mediaan") == [(2, 2, 1, 40)]


def test_care_that_goes_on_was_at_risk_on_the_day_on_which_other_care_ended(mart: Mart) -> None:
    """Of three that lasted ten days one goes on: two of three ended, not two of two."""
    mart.add("zorgtraject", [care(28, ended=nr < 2, person=nr) for nr in range(3)])

    assert told(mart, "binnen_vier risico_vier") == [(pytest.approx(2 / 3), 3)]


def test_the_last_thirty_days_say_nothing_yet(mart: Mart) -> None:
    """Care that ended in them may be continued, so it is taken for care that goes on."""
    ended = {"van": FIRST, "tot": LAST + timedelta(days=1)}
    begun = {"van": LAST + timedelta(days=1), "tot": LAST + timedelta(days=2), "client_id": 2}
    mart.add("zorgtraject", [ended, begun])

    days = (LAST - FIRST).days + 1
    assert told(mart, "clienten loopt mediaan") == [(1, 0, None)]
    assert told(mart, "stap risico", duur.verloop)[floor(days / 30.4375)][1] == 1


def test_care_lasts_from_its_start(mart: Mart) -> None:
    mart.add("zorgtraject", [{**care(40, ended=True), "begonnen": FIRST + timedelta(days=11)}])

    assert told(mart, "mediaan") == [(30,)]


def test_what_ran_before_the_first_toewijzing_came_in_does_not_count(mart: Mart) -> None:
    mart.add("zorgtraject", [care(40, ended=True), care(40, ended=True, person=6)])
    mart.add("levering", [{"soort": "JW301", "dagtekening": FIRST + timedelta(days=4)}])

    assert told(mart, "clienten") == [(1,)]


def test_of_few_nothing_is_estimated(mart: Mart) -> None:
    mart.add("zorgtraject", [care(40 + nr, ended=True, person=nr) for nr in range(3)])

    rows = told(mart, "risico overleving laag", duur.verloop, genoeg=3)
    assert rows[0] == (3, 1.0, 1.0)
    assert rows[2] == (0, None, None)


def test_a_person_with_two_stretches_is_one_client(mart: Mart) -> None:
    mart.add("zorgtraject", [care(40, ended=True), {**care(80, ended=True), "volgnr": 2}])

    rows = told(mart, "stap clienten risico", duur.verloop)
    assert rows[0] == (0, 1, 2)
    assert rows[2] == (2, 1, 1)


@pytest.mark.parametrize(
    ("indeling", "groups"),
    [
        ("product", [("jw-45", "Jeugdhulp ambulant", 2), ("wmo-01", "Hulp bij het huishouden", 1)]),
        ("aanbieder", [("42420001", "42420001", 2), ("42420002", "42420002", 1)]),
        ("totaal", [("totaal", "Alles samen", 2)]),
    ],
)
def test_one_chooses_by_what(mart: Mart, indeling: str, groups: list[Any]) -> None:
    """The third stretch is of a person that another group has too: in the whole she is one."""
    other = {"wet": "wmo", "categorie": "01", "aanbieder": "42420002"}
    spells = [care(40, ended=True), care(50, ended=True, person=2)]
    mart.add("zorgtraject", [*spells, {**care(60, ended=True), **other}])

    assert told(mart, "groep naam clienten", indeling=indeling) == groups


@pytest.mark.parametrize(
    "chosen", [{"wet": "wmo"}, {"product": "wmo-01"}, {"aanbieder": "42420002"}]
)
def test_only_what_is_chosen_counts(mart: Mart, chosen: dict[str, str]) -> None:
    other = {"wet": "wmo", "categorie": "01", "aanbieder": "42420002"}
    mart.add("zorgtraject", [care(40, ended=True), {**care(60, ended=True), **other}])

    assert told(mart, "clienten mediaan", **chosen) == [(1, 60)]


def wait(days: int | None, person: int = 1, **more: object) -> dict[str, Any]:
    """Care that was decided on the first day, and began so many days later, or not yet."""
    begun = None if days is None else FIRST + timedelta(days=days)
    van = FIRST + timedelta(days=14)
    asked = FIRST - timedelta(days=7)
    known = {"toegewezen_op": FIRST, "gevraagd_op": asked, "begonnen": begun, "van": van}
    return {**known, "client_id": person, "toewijzing_nummer": person, **more}


@pytest.mark.parametrize(("soort", "days"), [("toewijzing", 20), ("ingang", 6), ("verzoek", 27)])
def test_one_waits_from_the_day_that_is_asked_about(mart: Mart, soort: str, days: int) -> None:
    mart.add("zorgtraject", [wait(20)])

    found = told(mart, "mediaan loopt", soort=soort, van=FIRST - timedelta(days=7))

    assert found == [(days, 0)]


def test_who_waits_still_counts_as_long_as_she_waited(mart: Mart) -> None:
    mart.add("zorgtraject", [wait(28), wait(None, 2), wait(None, 3, tot=FIRST + timedelta(9))])

    found = told(mart, "gemeten loopt binnen_vier risico_vier", **WACHT)

    assert found == [(3, 1, pytest.approx(1 / 2), 2)]


def test_a_start_that_is_still_to_come_is_no_start_yet(mart: Mart) -> None:
    mart.add("zorgtraject", [wait((TODAY - FIRST).days + 1)])

    assert told(mart, "loopt binnen_tien", **WACHT) == [(1, 0.0)]


def test_who_was_allocated_afterwards_is_counted_apart(mart: Mart) -> None:
    mart.add("zorgtraject", [wait(-1), wait(0, 2), wait(10, 3), wait(20, 4)])

    found = told(mart, "clienten gemeten achteraf achteraf_aandeel mediaan", **WACHT)

    assert found == [(4, 3, 1, 0.25, 10)]


def test_who_was_declared_without_a_start_does_not_wait(mart: Mart) -> None:
    mart.add("zorgtraject", [wait(10), wait(None, 2)])
    mart.spend("client_id | toewijzing_nummer | maand\n2 | 2 | 2025-03-01")

    assert told(mart, "clienten gemeten loopt onbekend mediaan", **WACHT) == [(2, 1, 0, 1, 10)]


def test_care_that_was_reopened_waits_for_nothing_new(mart: Mart) -> None:
    mart.add("zorgtraject", [wait(20, toegewezen_op=None)])

    assert told(mart, "clienten", soort="ingang") == []


def test_nothing_is_said_of_weeks_that_nobody_was_followed(mart: Mart) -> None:
    mart.add("zorgtraject", [wait(3), wait(None, 2, tot=FIRST + timedelta(days=30))])

    assert told(mart, "binnen_vier binnen_tien binnen_norm", **WACHT) == [(0.5, None, None)]


def test_the_norm_is_that_of_the_settings(mart: Mart) -> None:
    mart.add("zorgtraject", [wait(42), wait(43, 2)])

    assert told(mart, "norm binnen_norm", **WACHT) == [(6, 0.5)]
    assert told(mart, "norm binnen_norm") == [(None, None)]


def melding(person: int, **said: object) -> dict[str, Any]:
    """A melding on the first day, of which nothing more is known."""
    nothing = dict.fromkeys(("onderzoek_afgerond", "besluit", "uitkomst", "team"))
    return {"client_id": person, "plaats": person, "melding": FIRST, **nothing, **said}


def after(days: int) -> date:
    """So many days after the first one."""
    return FIRST + timedelta(days=days)


def wachttijd(person: int, intake: date | None, start: date | None) -> dict[str, Any]:
    """An aanmelding on the first day."""
    known = {"client_id": person, "plaats": person, "aanmelding": FIRST}
    return {**known, "intake": intake, "start": start}


def test_the_treeknorm_is_of_aanmelding_to_intake_and_of_intake_to_start(mart: Mart) -> None:
    mart.add("levering", [{}])
    mart.add(
        "wachttijd_regel",
        [wachttijd(1, after(28), after(98)), wachttijd(2, after(29), after(100))],
    )

    columns = "norm binnen_norm mediaan"
    assert told(mart, columns, soort="aanmelding") == [(4, 0.5, 28)]
    assert told(mart, columns, soort="intake") == [(10, 0.5, 70)]


def test_who_was_helped_without_a_known_intake_was_seen_by_then(mart: Mart) -> None:
    mart.add("levering", [{}])
    mart.add("wachttijd_regel", [wachttijd(1, None, after(50)), wachttijd(2, None, None)])

    assert told(mart, "clienten loopt mediaan", soort="aanmelding") == [(2, 1, 50)]
    assert told(mart, "clienten", soort="intake") == []


def test_the_keukentafelgesprek_is_measured_by_the_weeks_of_the_law(mart: Mart) -> None:
    known = {"uitkomst": "maatwerk"}
    mart.add("levering", [{}])
    mart.add(
        "wmo_melding_regel",
        [
            melding(1, onderzoek_afgerond=after(42), besluit=after(56), **known),
            melding(2, onderzoek_afgerond=after(43), besluit=after(58), **known),
        ],
    )

    columns = "norm binnen_norm mediaan"
    assert told(mart, columns, soort="melding") == [(6, 0.5, 42)]
    assert told(mart, columns, soort="onderzoek") == [(2, 0.5, 14)]


def test_a_melding_that_ended_on_an_unknown_day_is_no_melding_that_waits(mart: Mart) -> None:
    mart.add("levering", [{}])
    mart.add("wmo_melding_regel", [melding(1, uitkomst="ingetrokken"), melding(2)])

    found = told(mart, "clienten gemeten loopt onbekend", soort="melding")

    assert found == [(2, 1, 1, 1)]


def test_without_an_aanvraag_there_is_no_besluit_to_wait_for(mart: Mart) -> None:
    seen = {"onderzoek_afgerond": after(10)}
    mart.add("levering", [{}])
    mart.add(
        "wmo_melding_regel",
        [melding(1, uitkomst="eigen kracht", **seen), melding(2, **seen)],
    )

    assert told(mart, "clienten loopt", soort="onderzoek") == [(1, 1)]


def test_what_meldingen_came_to_is_a_part_of_those_that_are_over(mart: Mart) -> None:
    mart.add("levering", [{}])
    mart.add(
        "wmo_melding_regel",
        [
            *(melding(nr, uitkomst="maatwerk") for nr in range(3)),
            melding(3, uitkomst="eigen kracht"),
            melding(4),
            melding(5, uitkomst="maatwerk", melding=FIRST - timedelta(days=1)),
        ],
    )

    found = told(mart, "uitkomst maatwerk clienten meldingen aandeel", duur.uitkomst)

    assert found == [
        ("maatwerk", True, 3, 3, 0.75),
        ("eigen kracht", False, 1, 1, 0.25),
        ("nog bezig", None, 1, 1, None),
    ]
