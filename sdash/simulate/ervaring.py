"""What clients said of their care in the sample municipality, by year; all of it is invented."""

from collections.abc import Iterator
from random import Random
from typing import Final

Rij = tuple[object, ...]

JAREN: Final = (2023, 2024, 2025)
VRAGEN: Final = {
    "Ik werd snel genoeg geholpen": 0.66,
    "Ik ben goed geholpen": 0.83,
    "Door de hulp gaat het beter met mij": 0.74,
}
"""Each question with which part says yes."""
GEVRAAGD: Final = {"jw": 190, "wmo": 310}
"""So many answers a year, about all care of a wet."""
AANBIEDERS: Final = (
    ("jw", "99000101", 34, 0.05), ("jw", "99000104", 28, -0.11), ("jw", "99000105", 31, -0.04),
    ("wmo", "99000201", 62, 0.03), ("wmo", "99000202", 44, -0.02),
)  # fmt: skip
"""Aanbieders of whom it is known apart, how many answers they get, and how much better they do."""
GROEI: Final = 0.015
"""By how much it gets better a year."""


def clientervaring(rng: Random, schaal: float) -> Iterator[Rij]:
    """Each year, wet and question: of all care, and of some aanbieders."""
    van_alles = [(wet, "", aantal, 0.0) for wet, aantal in GEVRAAGD.items()]
    for nr, jaar in enumerate(JAREN):
        for wet, agb, aantal, beter in (*van_alles, *AANBIEDERS):
            for vraag, deel in VRAGEN.items():
                antwoorden = max(round(aantal * schaal * rng.uniform(0.9, 1.1)), 4)
                kans = deel + beter + GROEI * nr
                positief = sum(rng.random() < kans for _ in range(antwoorden))
                cijfer = f"{4 + 4.5 * positief / antwoorden:.1f}".replace(".", ",")
                yield jaar, wet, agb, vraag, antwoorden, positief, cijfer
