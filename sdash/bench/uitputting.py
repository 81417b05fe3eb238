"""The chance that a plafond is used up, looked back on: what was said beside what happened.

Of every aanbieder of a municipality a year's plafond is what the year before came to, times a
factor: an amount that is known before the year and says nothing of how it will go. At each
month-end of the year the chance is told, unless the plafond was used up by then; later it is seen
whether it was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MINYEAR, date
from decimal import Decimal
from itertools import pairwise
from statistics import fmean
from typing import Final

from sdash.bench.meting import Meting
from sdash.domain import Wet
from sdash.prognose.kolommen import Getallen, Zorg
from sdash.prognose.plafond import Uitputting, post_van, uitputting
from sdash.prognose.stand import Stand, standen
from sdash.prognose.stof import Post, Stof, eerste_dag, nummer
from sdash.prognose.terugblik import NA
from sdash.queries.plafonds import Bereik

FACTOREN: Final = (0.9, 1.0, 1.1)
GRENZEN: Final = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0)
JAAR: Final = 12
CENT: Final = Decimal("0.01")


@dataclass(frozen=True)
class Gezegd:
    """What was said of a plafond at the end of a month, and what came of it."""

    kans: float
    is_op: bool
    raak: bool
    """Whether P10 and P90 held what the year came to."""


def per_aanbieder(zorg: Zorg) -> str:
    """All care of one aanbieder and wet counts for one plafond."""
    return post_van(_bereik(Post(zorg.wet, zorg.aanbieder), MINYEAR, 0.0))


def gezegd(stof: Stof) -> list[Gezegd]:
    """All that would have been said, of whole years of which the outcome is known."""
    alle = standen(stof)
    return [
        one
        for jaar in range(eerste_dag(stof.begin).year, eerste_dag(stof.begin + stof.maanden).year)
        for one in _van_jaar(stof, alle, jaar)
    ]


def _van_jaar(stof: Stof, alle: Sequence[Stand], jaar: int) -> Iterator[Gezegd]:
    eerste = nummer(date(jaar, 1, 1)) - stof.begin
    kwam = alle[-1].compleet if alle else None
    if kwam is None or eerste < JAAR or eerste + JAAR - 1 + NA > alle[-1].maand:
        return
    vorig, dit = kwam[:, eerste - JAAR : eerste], kwam[:, eerste : eerste + JAAR]
    bereiken = [
        _bereik(post, jaar, float(vorig[nr].sum()) * FACTOREN[(nr + jaar) % len(FACTOREN)])
        for nr, post in enumerate(stof.posten)
    ]
    for plaats, nu in enumerate(alle):
        if eerste <= nu.maand < eerste + JAAR - 1:
            said = uitputting(stof, alle[: plaats + 1], bereiken)
            yield from _judged(said, bereiken, dit, nu.bekend[:, eerste:].sum(axis=1))


def _judged(
    said: Sequence[Uitputting], bereiken: Sequence[Bereik], dit: Getallen, bekend: Getallen
) -> Iterator[Gezegd]:
    for one, bereik, maanden, nu in zip(said, bereiken, dit, bekend, strict=True):
        if one.kans and nu < float(bereik.plafond):
            som = float(maanden.sum())
            is_raak = one.laag[-1] <= som <= one.hoog[-1]
            yield Gezegd(one.kans[-1], som >= float(bereik.plafond), is_raak)


def _bereik(post: Post, jaar: int, bedrag: float) -> Bereik:
    aanbieder = post.taakveld.partition("/")[0]
    return Bereik(
        code=f"{post.wet}-{aanbieder}",
        wet=Wet(post.wet),
        aanbieder=aanbieder,
        contractnummer="C1",
        categorie=None,
        productcode=None,
        begin=date(jaar, 1, 1),
        van=date(jaar, 1, 1),
        tot=date(jaar, 12, 31),
        plafond=Decimal(bedrag).quantize(CENT),
    )


def metingen(alles: Sequence[Gezegd]) -> list[Meting]:
    """How often it happened where this chance was told; and how far both lay apart on average."""
    groepen = [
        (laag, hoog, [one for one in alles if laag <= one.kans < hoog or one.kans == hoog == 1])
        for laag, hoog in pairwise(GRENZEN)
    ]
    naast = sum(len(told) * abs(_chance(told) - _share(told)) for _, _, told in groepen if told)
    return [
        Meting("plafonds: keren dat er een kans op uitputting werd gezegd", len(alles), ""),
        *(
            Meting(
                f"plafonds: raakte op waar de kans {laag:.0%} tot {hoog:.0%} was".replace(
                    "%", " %"
                ),
                _share(told) * 100,
                "%",
                uitleg=f"{len(told)} keer gezegd, gemiddeld {_chance(told):.0%}".replace("%", " %"),
            )
            for laag, hoog, told in groepen
            if told
        ),
        Meting(
            "plafonds: gemiddeld zo ver lag de kans naast wat gebeurde",
            naast / max(len(alles), 1) * 100,
            "procentpunt",
        ),
        Meting(
            "plafonds: uitkomst van het jaar binnen P10 en P90",
            fmean(one.raak for one in alles) * 100 if alles else 0.0,
            "%",
        ),
    ]


def _chance(told: Sequence[Gezegd]) -> float:
    return fmean(one.kans for one in told)


def _share(told: Sequence[Gezegd]) -> float:
    return fmean(one.is_op for one in told)
