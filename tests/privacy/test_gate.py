"""What the gate lets through of an answer, one rule at a time."""

import pytest

from sdash.privacy import Policy, protect
from sdash.sql import Header, Record, parse

EXACT = Policy("exact")
INTERNAL = Policy("internal", 5)
PUBLIC = Policy("public", 10, 5)


def header(columns: str, grain: str = "one row", unseen: str = "", more: str = "") -> Header:
    """A header with these columns, one a line."""
    lines = ["-- One thing.", "--", "-- columns", *_fields(columns), "-- unseen", *_fields(unseen)]
    return parse("\n".join([*lines, f"-- grain: {grain}", *more.splitlines(), "SELECT 1"]), "test")


def _fields(drawn: str) -> list[str]:
    return [f"--   {line.strip()}" for line in drawn.strip().splitlines()]


PEOPLE = header("wijk VARCHAR\nclienten BIGINT persons", grain="wijk")
MONEY = header("clienten BIGINT persons\neuro BIGINT money of clienten\nbegroot BIGINT budget")


def wijken(*counts: int | None) -> list[Record]:
    """One row a wijk."""
    return [{"wijk": wijk, "clienten": count} for wijk, count in enumerate(counts)]


def shown(records: list[Record], policy: Policy, of: Header = PEOPLE) -> list[object]:
    """The counts as a policy shows them."""
    return [record["clienten"] for record in protect(of, records, policy).records]


def one(of: Header, record: Record, policy: Policy) -> Record:
    """The only row as a policy shows it."""
    return protect(of, [record], policy).records[0]


@pytest.mark.parametrize(
    ("policy", "count", "seen"),
    [
        (INTERNAL, 0, 0),
        (INTERNAL, 1, None),
        (INTERNAL, 4, None),
        (INTERNAL, 5, 5),
        (INTERNAL, 13, 13),
        (PUBLIC, 0, 0),
        (PUBLIC, 9, None),
        (PUBLIC, 10, 10),
        (PUBLIC, 12, 10),
        (PUBLIC, 13, 15),
        (EXACT, 1, 1),
        (EXACT, 13, 13),
    ],
)
def test_a_small_count_is_hidden_and_another_rounded(
    policy: Policy, count: int, seen: int | None
) -> None:
    assert shown(wijken(count), policy) == [seen]


def test_money_of_few_people_is_hidden_with_them() -> None:
    record = {"clienten": 4, "euro": 100, "begroot": 7}

    assert one(MONEY, record, INTERNAL) == {"clienten": None, "euro": None, "begroot": 7}


def test_money_of_enough_people_is_exact() -> None:
    assert one(MONEY, {"clienten": 12, "euro": 101, "begroot": 7}, PUBLIC)["euro"] == 101


def test_money_of_nobody_is_nothing_to_hide() -> None:
    assert one(MONEY, {"clienten": 0, "euro": 0, "begroot": 7}, PUBLIC)["euro"] == 0


def test_money_of_an_unknown_number_of_people_is_hidden() -> None:
    assert one(MONEY, {"clienten": None, "euro": 100, "begroot": 7}, INTERNAL)["euro"] is None


def test_what_is_missing_is_not_called_hidden() -> None:
    protected = protect(MONEY, [{"clienten": None, "euro": None, "begroot": 7}], INTERNAL)

    assert protected.hidden == [frozenset()]


def test_hidden_columns_are_named_row_by_row() -> None:
    records = [{"wijk": "a", "clienten": 4, "euro": 1}, {"wijk": "b", "clienten": 0, "euro": 0}]
    per_wijk = header(
        "wijk VARCHAR\nclienten BIGINT persons\neuro BIGINT money of clienten", grain="wijk"
    )

    protected = protect(per_wijk, records, INTERNAL)

    assert protected.hidden == [{"clienten", "euro"}, set()]


def test_an_unseen_count_decides_and_is_not_named() -> None:
    unseen = header("euro BIGINT money of clienten", unseen="clienten BIGINT persons")

    protected = protect(unseen, [{"euro": 100, "clienten": 4}], INTERNAL)

    assert protected.records[0]["euro"] is None
    assert protected.hidden == [{"euro"}]


def test_a_count_that_belongs_to_few_people_is_hidden_with_them() -> None:
    counted = header("clienten BIGINT persons\nregels BIGINT count of clienten")

    assert one(counted, {"clienten": 4, "regels": 60}, INTERNAL)["regels"] is None
    assert one(counted, {"clienten": 60, "regels": 4}, INTERNAL)["regels"] is None
    assert one(counted, {"clienten": 60, "regels": 0}, INTERNAL)["regels"] == 0
    assert one(counted, {"clienten": 60, "regels": 63}, PUBLIC)["regels"] == 65


SHARE = header(
    "clienten BIGINT persons\ninwoners BIGINT?\naandeel DOUBLE? share of clienten in inwoners"
)


def test_a_share_is_hidden_with_its_count() -> None:
    record = {"clienten": 4, "inwoners": 100, "aandeel": 0.04}

    assert one(SHARE, record, INTERNAL)["aandeel"] is None


def test_a_share_is_hidden_with_its_whole() -> None:
    of_few = header(
        "bekend BIGINT persons\nclienten BIGINT persons\ndeel DOUBLE share of bekend in clienten"
    )

    assert one(of_few, {"bekend": 0, "clienten": 4, "deel": 0.0}, INTERNAL)["deel"] is None


def test_a_share_is_that_of_the_rounded_count() -> None:
    record = {"clienten": 12, "inwoners": 100, "aandeel": 0.12}

    assert one(SHARE, record, PUBLIC)["aandeel"] == 0.1
    assert one(SHARE, record, INTERNAL)["aandeel"] == 0.12


def test_a_share_of_an_unknown_whole_stays_unknown() -> None:
    record = {"clienten": 12, "inwoners": None, "aandeel": None}

    assert one(SHARE, record, PUBLIC)["aandeel"] is None


def test_one_hidden_wijk_hides_the_smallest_other_so_that_no_total_gives_it_back() -> None:
    assert shown(wijken(3, 40, 20, 60), INTERNAL) == [None, 40, None, 60]


def test_two_hidden_wijken_that_are_few_together_hide_a_third() -> None:
    assert shown(wijken(1, 2, 20, 40), INTERNAL) == [None, None, None, 40]


def test_two_hidden_wijken_that_are_many_together_hide_no_more() -> None:
    assert shown(wijken(3, 4, 20, 40), INTERNAL) == [None, None, 20, 40]


def test_a_wijk_with_nobody_hides_nothing_of_another() -> None:
    assert shown(wijken(3, 0, 0), INTERNAL) == [None, 0, 0]


def test_without_a_small_count_nothing_is_hidden() -> None:
    assert shown(wijken(5, 6, 0), INTERNAL) == [5, 6, 0]


def test_both_directions_of_a_table_are_closed() -> None:
    table = header("wijk VARCHAR\nwet VARCHAR\nclienten BIGINT persons", grain="wijk, wet")
    counts = {("a", "jw"): 3, ("a", "wmo"): 30, ("b", "jw"): 20, ("b", "wmo"): 50}
    records = [{"wijk": w, "wet": v, "clienten": n} for (w, v), n in counts.items()]

    assert shown(records, INTERNAL, table) == [None, None, None, None]


FLOW = header(
    "begin BIGINT persons\nnieuw BIGINT persons\nuit BIGINT persons\neind BIGINT persons",
    more="-- balance: (begin) + nieuw - uit = (eind)",
)


@pytest.mark.parametrize(
    ("begin", "nieuw", "uit", "eind", "seen"),
    [
        (100, 2, 20, 82, (100, None, None, 82)),
        (100, 2, 0, 102, (100, None, None, 102)),
        (100, 20, 10, 110, (100, 20, 10, 110)),
        (3, 20, 0, 23, (None, None, 0, 23)),
        (3, 0, 3, 0, (None, 0, None, 0)),
        (3, 0, 0, 3, (None, 0, 0, None)),
    ],
)
def test_columns_that_add_up_do_not_give_each_other_back(
    begin: int, nieuw: int, uit: int, eind: int, seen: tuple[int | None, ...]
) -> None:
    record = {"begin": begin, "nieuw": nieuw, "uit": uit, "eind": eind}

    assert tuple(one(FLOW, record, INTERNAL).values()) == seen


def test_a_sum_and_its_parts_do_not_give_each_other_back() -> None:
    parts = header(
        "nieuw BIGINT persons\nterug BIGINT persons\nin BIGINT persons\nuit BIGINT persons",
        more="-- balance: in - uit = in; nieuw + terug = in",
    )

    record = one(parts, {"nieuw": 37, "terug": 4, "in": 41, "uit": 30}, INTERNAL)

    assert record == {"nieuw": None, "terug": None, "in": 41, "uit": 30}


def test_a_policy_whose_rounding_could_show_a_small_count_is_refused() -> None:
    with pytest.raises(ValueError, match="multiple"):
        Policy("public", 12, 5)


def test_parts_of_a_whole_that_share_no_other_column_do_not_give_each_other_back() -> None:
    nodes = header(
        "van VARCHAR\nnaar VARCHAR\nclienten BIGINT persons\ngeheel INTEGER?",
        grain="van, naar",
        more="-- together: geheel",
    )
    counts = {("a", "a"): 3, ("b", "b"): 30, ("c", "c"): 20, ("x", "y"): 50}
    records = [
        {"van": v, "naar": n, "clienten": count, "geheel": 1 if v == n else None}
        for (v, n), count in counts.items()
    ]

    assert shown(records, INTERNAL, nodes) == [None, 30, None, 50]
