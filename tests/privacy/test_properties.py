"""What holds for every answer, however its cells fall."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sdash.privacy import Policy, protect
from sdash.sql import Record, parse

TABLE = parse(
    """-- One wijk and wet.
--
-- columns
--   wijk      VARCHAR
--   wet       VARCHAR
--   clienten  BIGINT    persons
--   regels    BIGINT    count of clienten
--   euro      BIGINT    money of clienten
--   inwoners  BIGINT    not of clienten
--   aandeel   DOUBLE?   share of clienten in inwoners
-- unseen
--   begin     BIGINT    persons
--   uit       BIGINT    persons
--   eind      BIGINT    persons
-- grain: wijk, wet
-- balance: (begin) + clienten - uit = (eind)
SELECT 1
""",
    "test",
)
BALANCE = ("begin", "clienten", "uit", "eind")
COUNTED = (*BALANCE, "regels")
DEPENDENT = ("regels", "euro", "aandeel")
VISIBLE = {column.name for column in TABLE.columns}

policies = st.builds(
    lambda rounding, times: Policy("public", rounding * times, rounding),
    st.sampled_from([1, 5]),
    st.integers(1, 4),
)
cells = st.tuples(st.sampled_from("abc"), st.sampled_from(["jw", "wmo", "pw"]))


@st.composite
def rows(draw: st.DrawFn) -> list[Record]:
    """A table of chance in which the columns add up."""
    table = []
    for wijk, wet in draw(st.lists(cells, unique=True)):
        clienten, begin, regels = (draw(st.integers(0, 40)) for _ in range(3))
        uit = draw(st.integers(0, begin + clienten))
        record: dict[str, Any] = {
            "wijk": wijk,
            "wet": wet,
            "clienten": clienten,
            "regels": clienten + regels if clienten else 0,
            "euro": draw(st.integers(-100, 100)) if clienten else 0,
            "inwoners": 200,
            "aandeel": clienten / 200,
            "begin": begin,
            "uit": uit,
            "eind": begin + clienten - uit,
        }
        table.append(record)
    return table


@given(rows(), policies)
def test_no_shown_count_is_small(table: list[Record], policy: Policy) -> None:
    protected = protect(TABLE, table, policy).records

    shown = {record[name] for record in protected for name in COUNTED} - {None}
    assert {count for count in shown if 0 < count < policy.threshold} == set()


@given(rows(), policies)
def test_what_depends_on_a_hidden_count_is_hidden(table: list[Record], policy: Policy) -> None:
    protected = protect(TABLE, table, policy).records

    without = [record for record in protected if record["clienten"] is None]
    assert {record[name] for record in without for name in DEPENDENT} <= {None}


@given(rows(), policies)
def test_nobody_stays_nobody(table: list[Record], policy: Policy) -> None:
    protected = protect(TABLE, table, policy).records

    for before, after in zip(table, protected, strict=True):
        assert before["regels"] > 0 or after["regels"] in {0, None}
        assert before["clienten"] > 0 or after["clienten"] in {0, None}
        assert before["clienten"] == 0 or after["clienten"] != 0


@given(rows(), policies)
def test_a_flow_does_not_follow_from_its_stock(table: list[Record], policy: Policy) -> None:
    protected = protect(TABLE, table, policy).records

    for before, after in zip(table, protected, strict=True):
        terms = [before[name] for name in BALANCE if after[name] is None]
        assert len(terms) != 1


@given(rows(), policies)
def test_a_shown_count_is_within_half_a_rounding(table: list[Record], policy: Policy) -> None:
    protected = protect(TABLE, table, policy).records

    for before, after in zip(table, protected, strict=True):
        for name in COUNTED:
            assert after[name] is None or abs(after[name] - before[name]) <= policy.rounding / 2


@given(rows(), policies)
def test_protecting_twice_is_protecting_once(table: list[Record], policy: Policy) -> None:
    once = protect(TABLE, table, policy).records

    assert protect(TABLE, once, policy).records == once


@given(rows(), policies)
def test_rows_keep_their_order_and_their_names(table: list[Record], policy: Policy) -> None:
    protected = protect(TABLE, table, policy).records

    assert [(row["wijk"], row["wet"]) for row in protected] == [
        (row["wijk"], row["wet"]) for row in table
    ]


@given(rows(), policies)
def test_hidden_is_what_became_none(table: list[Record], policy: Policy) -> None:
    protected = protect(TABLE, table, policy)

    for before, after, hidden in zip(table, protected.records, protected.hidden, strict=True):
        became = {name for name in VISIBLE if after[name] is None and before[name] is not None}
        assert hidden == became


@given(rows())
def test_the_exact_policy_changes_nothing(table: list[Record]) -> None:
    protected = protect(TABLE, table, Policy("exact"))

    assert protected.records == table
    assert set(protected.hidden) <= {frozenset()}


@given(rows(), policies)
def test_the_input_is_left_as_it_was(table: list[Record], policy: Policy) -> None:
    before = [dict(record) for record in table]

    protect(TABLE, table, policy)

    assert table == before


@given(rows(), policies)
def test_a_total_never_gives_a_small_count_back(table: list[Record], policy: Policy) -> None:
    protected = protect(TABLE, table, policy).records

    for along, other in (("wijk", "wet"), ("wet", "wijk")):
        for line in {record[other] for record in table}:
            hidden = [
                before["clienten"]
                for before, after in zip(table, protected, strict=True)
                if before[other] == line and after["clienten"] is None
            ]
            shown = [
                after["clienten"]
                for before, after in zip(table, protected, strict=True)
                if before[other] == line and after["clienten"]
            ]
            is_safe = not hidden or (len(hidden) > 1 and sum(hidden) >= policy.threshold)
            assert is_safe or not shown, along
