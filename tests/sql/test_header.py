"""What a header may say, and how it says that something is wrong."""

import pytest

from sdash.sql import Kind, SqlError, load, parse

GOOD = """-- Spending of one wet
-- in a month.
--
-- params
--   jaar       INTEGER         calendar year
--   wet        VARCHAR?        NULL selects every wet
-- columns
--   maand      DATE            first day
--   clienten   BIGINT          persons with care
--   ingediend  DECIMAL(18,2)?  money of clienten; NULL without lines
--   aandeel    DOUBLE?         share of clienten in inwoners
--   inwoners   BIGINT?
-- unseen
--   regels     BIGINT          count of clienten
-- grain: maand, clienten
-- balance: (clienten) - clienten = (clienten); clienten = clienten
SELECT 1 -- grain: not here
"""


def test_a_header_says_what_one_row_answers() -> None:
    assert parse(GOOD, "test").sentence == "Spending of one wet in a month."


def test_a_question_mark_says_that_a_value_may_be_missing() -> None:
    jaar, wet = parse(GOOD, "test").params

    assert (jaar.name, jaar.type, jaar.nullable) == ("jaar", "INTEGER", False)
    assert (wet.name, wet.type, wet.nullable) == ("wet", "VARCHAR", True)


def test_the_first_words_of_a_note_are_for_the_gate() -> None:
    _, clienten, ingediend, aandeel, inwoners = parse(GOOD, "test").columns

    assert clienten.kind is Kind.PERSONS
    assert (ingediend.kind, ingediend.of) == (Kind.MONEY, "clienten")
    assert (aandeel.kind, aandeel.of, aandeel.within) == (Kind.SHARE, "clienten", "inwoners")
    assert inwoners.kind is None


def test_unseen_columns_are_selected_after_the_others() -> None:
    header = parse(GOOD, "test")

    assert [column.name for column in header.unseen] == ["regels"]
    assert header.selected == header.columns + header.unseen


def test_a_grain_names_columns() -> None:
    assert parse(GOOD, "test").grain == ("maand", "clienten")


def test_a_balance_names_columns_and_those_that_other_rows_repeat() -> None:
    first, second = parse(GOOD, "test").balances

    assert first == (("clienten", "clienten", "clienten"), ("clienten",))
    assert second.own == second.terms == ("clienten", "clienten")


def test_one_row_has_no_grain() -> None:
    assert parse(GOOD.replace("maand, clienten", "one row"), "test").grain == ()


def test_a_header_without_parameters_is_a_header() -> None:
    assert parse("-- One.\n--\n-- columns\n--   a  DATE\n-- grain: a\nSELECT", "test").params == ()


@pytest.mark.parametrize(
    ("wrong", "right", "reason"),
    [
        ("--   jaar       INTEGER ", "--   jaar       integer ", "not understood"),
        ("--   jaar ", "--  jaar ", "not understood"),
        ("-- params", "-- parameters", "not understood"),
        ("-- grain: maand, clienten\n", "", "a grain"),
        ("-- Spending of one wet\n-- in a month.\n", "", "a sentence"),
        ("grain: maand", "grain: month", "no such column"),
        ("; clienten", "; maand", "no such column"),
        ("--   maand ", "--   clienten ", "named twice"),
        ("money of clienten", "money of maand", "must name a column of persons"),
        ("money of clienten", "money", "must name a column of persons"),
        ("count of clienten", "count of lines", "must name a column of persons"),
        ("share of clienten in inwoners", "share of clienten", "share of X in Y"),
        ("share of clienten in inwoners", "share of clienten in x", "share of X in Y"),
    ],
)
def test_a_header_that_is_wrong_says_so(wrong: str, right: str, reason: str) -> None:
    with pytest.raises(SqlError, match=reason):
        parse(GOOD.replace(wrong, right), "test")


def test_a_name_without_a_file_says_so() -> None:
    with pytest.raises(SqlError, match="uitgaven/bestaat_niet: there is no such file in queries"):
        load("uitgaven/bestaat_niet")
