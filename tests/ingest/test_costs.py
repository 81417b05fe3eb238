"""What reading a message costs, counted: a slower way would do one of these things more often."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
from lxml import etree

from sdash.contracts.declaratie import Prestatie as Contract
from sdash.ingest import Reading
from sdash.ingest.oogst import Oogst
from sdash.ingest.pseudonym import Pseudonymiser
from tests.contracts.records import GOOD
from tests.ingest.berichten import JAN, JAN_END, Lezer, counts, kop
from tests.oracle.messages import TEST_BSNS, Declaratie, Prestatie, declaratiebericht

reading = import_module("sdash.ingest.read")
LINES, PERSONS = 40, 3


def read(lezer: Lezer) -> Reading:
    """Read a 323 with as many lines for each of a few persons."""
    clienten = [
        (bsn, [Prestatie(f"R{person}-{line}", JAN) for line in range(LINES)])
        for person, bsn in enumerate(TEST_BSNS[:PERSONS])
    ]
    found = lezer.read(declaratiebericht(kop(), Declaratie("D1", JAN, JAN_END, clienten)))
    assert counts(found) == ("JW323", LINES * PERSONS, LINES * PERSONS, 0)
    return found


class Streamed:
    """Counts the elements that the parser hands over, and those of them that still stand."""

    def __init__(self, stream: Callable[[bytes, list[str]], Iterator[etree._Element]]) -> None:
        self._stream = stream
        self.seen = Counter[str]()
        self.most_standing = 0

    def __call__(self, data: bytes, tags: list[str]) -> Iterator[etree._Element]:
        for element in self._stream(data, tags):
            name = str(element.tag).rpartition("}")[2]
            self.seen[name] += 1
            yield element
            self.most_standing = max(self.most_standing, sum(1 for _ in _root(element).iter()))


def _root(element: etree._Element) -> etree._Element:
    return element.getroottree().getroot()


@pytest.fixture
def streamed(monkeypatch: pytest.MonkeyPatch) -> Streamed:
    counter = Streamed(reading.stream)
    monkeypatch.setattr(reading, "stream", counter)
    return counter


def test_the_parser_hands_over_records_and_what_they_need_and_nothing_else(
    streamed: Streamed, lezer: Lezer
) -> None:
    read(lezer)

    assert streamed.seen == {
        "Header": 1,
        "TotaalIngediendBedrag": 1,
        "Bsn": PERSONS,
        "Prestatie": LINES * PERSONS,
        "Client": PERSONS,
    }


def test_what_was_read_is_dropped_while_reading_on(
    streamed: Streamed, lezer: Lezer, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(lezer)
    one_by_one = streamed.most_standing
    monkeypatch.setattr("sdash.ingest.messages.drop", lambda _: None)
    read(lezer)

    assert one_by_one * 2 < streamed.most_standing


def test_a_person_is_hashed_once_and_not_once_a_line(
    monkeypatch: pytest.MonkeyPatch, lezer: Lezer
) -> None:
    hashed: list[str] = []

    def person(_: Pseudonymiser, bsn: str) -> str:
        hashed.append(bsn)
        return "pseudoniem"

    monkeypatch.setattr(Pseudonymiser, "person", person)

    read(lezer)

    assert hashed == list(TEST_BSNS[:PERSONS])


def test_a_record_is_validated_once(monkeypatch: pytest.MonkeyPatch, lezer: Lezer) -> None:
    validator = Contract.__pydantic_validator__
    validated: list[str] = []

    class Counting:
        def validate_python(self, values: dict[str, str]) -> object:
            validated.append(values["ReferentieNummer"])
            return validator.validate_python(values)

    monkeypatch.setattr(Contract, "__pydantic_validator__", Counting())

    found = read(lezer)

    assert validated == found.tables["prestatie"]["referentienummer"].to_pylist()


def test_a_record_that_is_kept_adds_no_object_for_the_garbage_collector() -> None:
    oogst = Oogst()

    for _ in range(LINES):
        oogst.add(Contract, GOOD[Contract])

    tracked = {id(value) for value in oogst.records[Contract] if gc.is_tracked(value)}
    assert oogst.gelezen - oogst.afgekeurd == LINES
    assert len(tracked) == 1, "of all values only the wet, which they share, is not atomic"
