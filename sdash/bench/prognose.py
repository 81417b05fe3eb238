"""The forecast looked back on, in generated municipalities whose parameters it does not know."""

import shutil
from contextlib import closing
from statistics import fmean
from typing import Final

import numpy as np

from sdash.answers import Answers
from sdash.bench import uitputting
from sdash.bench.gemeente import Stroom, lees, settings_of
from sdash.bench.keuze import Keuze
from sdash.bench.meting import WAND, Meting
from sdash.domain import Wet
from sdash.prognose import lezen
from sdash.prognose.stand import standen
from sdash.prognose.stof import Stof
from sdash.prognose.terugblik import VANAF_JULI, Oordeel, Terugblik, oordeel, terugblik
from sdash.warehouse import Warehouse

VRAAG: Final = (
    "Wat had de prognose aan het eind van elke maand gezegd over het einde van dat jaar, hoe ver "
    "zat zij ernaast, en hoe vaak hield de band van P10 tot P90 de uitkomst? En hoe vaak raakte "
    "een plafond op, waar de kans daarop zo groot heette te zijn?"
)
SEEDS: Final = (11, 12, 13, 14, 15, 16)
"""Others than those that the method was made with."""
GEMEENTE: Final = Stroom(clients=250, months=84, regels=0)
PROEF: Final = Stroom(clients=30, months=48, regels=0)
GROEPEN: Final = (Wet.JW, Wet.WMO, None)
LAAGST: Final = 75
HOOGST: Final = 85
HALF: Final = 0.5


def meet(keuze: Keuze) -> list[Meting]:
    """Each municipality is small, and stands for some years of one."""
    alles: list[Terugblik] = []
    gezegd: list[uitputting.Gezegd] = []
    seconden: list[float] = []
    for seed in SEEDS[:1] if keuze.kort else SEEDS:
        gelezen = _gelezen(keuze, seed)
        stof = _known(gelezen.stof())
        begin = WAND()
        alle = standen(stof)
        for wet in GROEPEN:
            posten = np.flatnonzero([wet in {None, post.wet} for post in stof.posten])
            alles += terugblik(stof, alle, posten)
        seconden.append(WAND() - begin)
        gezegd += uitputting.gezegd(_known(gelezen.stof(uitputting.per_aanbieder)))
    heel, juli = oordeel(alles), oordeel(alles, VANAF_JULI)
    raak = (heel.raak or 0) * 100
    return [
        Meting("momenten met een bekende uitkomst", heel.momenten, ""),
        Meting("waarvan met een band", heel.met_band, ""),
        Meting("uitkomst binnen P10 en P90", raak, "%", LAAGST, hoogstens=False),
        Meting("uitkomst binnen P10 en P90, ook niet te vaak", raak, "%", HOOGST),
        Meting("uitkomst binnen P10 en P90, vanaf juli", (juli.raak or 0) * 100, "%"),
        *_missed("hele jaar", heel),
        *_missed("vanaf juli", juli),
        Meting(
            "vanaf juli: fout van P50 als deel van die van naïef",
            _part(juli.fout, juli.fout_naief),
            "",
            HALF,
        ),
        Meting(
            "vanaf juli: fout van P50 als deel van die van naïef over volle maanden",
            _part(juli.fout, juli.fout_naief_vol),
            "",
            HALF,
        ),
        Meting("terugblik van een gemeente", fmean(seconden), "s", 60),
        *uitputting.metingen(gezegd),
    ]


def _gelezen(keuze: Keuze, seed: int) -> lezen.Gelezen:
    folder, site = keuze.werkmap / f"prognose-{seed}", keuze.werkmap / "lezen"
    site.mkdir(exist_ok=True)
    settings = settings_of(folder)
    lees(settings, PROEF if keuze.kort else GEMEENTE, site, seed)
    with closing(Warehouse.open(settings)) as warehouse:
        gelezen = lezen.lees(Answers(warehouse, settings))
    shutil.rmtree(folder)
    return gelezen


def _known(stof: Stof | None) -> Stof:
    if stof is None:
        raise ValueError("a generated municipality without lines")
    return stof


def _missed(wanneer: str, gezegd: Oordeel) -> list[Meting]:
    fouten = {
        "P50": gezegd.fout,
        "naïef": gezegd.fout_naief,
        "naïef over volle maanden": gezegd.fout_naief_vol,
    }
    return [
        Meting(f"{wanneer}: gemiddelde fout van {wie}", (fout or 0) * 100, "%")
        for wie, fout in fouten.items()
    ]


def _part(fout: float | None, naief: float | None) -> float:
    return (fout or 0) / naief if naief else 0.0
