"""Random files with money beside the messages, that say things again and differently."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from tests.oracle.strategies import JAREN, histories

_VELDEN = ("6.1", "6.23", "6.3", "6.712", "6.751", "6.752", "6.812", "6.92")
_BEGROOT = ("6.23", "6.751", "6.752", "6.812")
_MAANDEN = ("2024-12", "2025-01", "2025-12", "2026-01")
_BSNS = ("999900006", "999900018")
_BEDRAGEN = ("0", "0.05", "7", "100.25", "123456.78")
_TERUG = (*_BEDRAGEN, "-40.10")
Rij = st.SearchStrategy[tuple[tuple[str, ...], tuple[str, ...]]]
"""What makes a row, and what it says."""


@dataclass(frozen=True)
class Leveringen:
    """The contents of message files and others, of two days; and which is retracted after that."""

    eerst: Sequence[bytes]
    later: Sequence[bytes]
    weg: bytes | None = field(default=None)

    @property
    def blijvend(self) -> Sequence[bytes]:
        """All that counts in the end."""
        return [one for one in (*self.eerst, *self.later) if one != self.weg]


def _row(key: Sequence[Sequence[str]], *said: Sequence[str]) -> Rij:
    def drawn(parts: Sequence[Sequence[str]]) -> st.SearchStrategy[tuple[str, ...]]:
        return st.tuples(*map(st.sampled_from, parts))

    return st.tuples(drawn(key), drawn(said))


_jaren = [f"{jaar}" for jaar in JAREN]
_files: Sequence[tuple[str, Rij, Callable[[Sequence[str], Sequence[str]], Sequence[str]]]] = (
    (
        "jaar;taakveld;stand;omschrijving;fictief;lasten;baten;vastgesteld_op",
        _row(
            [_jaren, _BEGROOT, ("primitief", "gewijzigd", "gewijzigd", "rekening")],
            _BEDRAGEN,
            _BEDRAGEN,
            ("2024-11-01", "2025-06-01", "2026-06-01"),
        ),
        lambda key, said: [*key, "Omschrijving", "nee", *said],
    ),
    (
        "agb_code;wet;taakveld;maand;bedrag",
        _row([["42420001", "42420002"], ["jw"], _VELDEN, _MAANDEN], _TERUG),
        lambda key, said: [*key, *said],
    ),
    (
        "subsidienummer;jaar;ontvanger;taakveld;verleend;vastgesteld",
        _row([["S1", "S2"], _jaren], _VELDEN, _BEDRAGEN, ("", *_BEDRAGEN)),
        lambda key, said: [*key, "Dorpshuis", *said],
    ),
    (
        "maand;taakveld;inner;bedrag",
        _row([_MAANDEN, _VELDEN, ["CAK", "gemeente"]], _TERUG),
        lambda key, said: [*key, *said],
    ),
    (
        "bsn;wet;maand;budget;besteed",
        _row([_BSNS, ["jw", "wmo"], _MAANDEN[1:]], _BEDRAGEN, _TERUG),
        lambda key, said: [*key, *said],
    ),
    (
        "bsn;regeling;begin;maand;eind;bedrag",
        _row([_BSNS, ["LKS", "beschut"], ["2024-01-01"], _MAANDEN], _TERUG),
        lambda key, said: [*key, "", *said],
    ),
    (
        "boekstuk;taakveld;boekjaar;geboekt_op;agb_code;wet;declaratienummer;bedrag",
        _row(
            [["B1", "B2"], _VELDEN, _jaren],
            ["2026-02-01"],
            ["42420001"],
            ["jw"],
            ["", "D1"],
            _TERUG,
        ),
        lambda key, said: [*key, *said],
    ),
)


@st.composite
def _file(draw: st.DrawFn) -> bytes:
    head, row, written = draw(st.sampled_from(_files))
    rows = draw(st.lists(row, min_size=1, max_size=5, unique_by=lambda one: one[0]))
    return "\n".join([head, *(";".join(written(*one)) for one in rows), ""]).encode()


@st.composite
def leveringen(draw: st.DrawFn) -> Leveringen:
    """Messages and files in any order."""
    said = [bestand.inhoud for bestand in draw(histories()).files]
    files = draw(st.lists(_file(), min_size=1, max_size=10))
    delivered = draw(st.permutations([*said, *files]))
    half = draw(st.integers(0, len(delivered)))
    weg = draw(st.none() | st.sampled_from(delivered))
    return Leveringen(delivered[:half], delivered[half:], weg)
