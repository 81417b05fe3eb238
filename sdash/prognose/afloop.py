"""The runoff of toewijzingen: what is still assigned, at what price, and how much of it is used."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from sdash.prognose.kolommen import Getallen, Nummers
from sdash.prognose.stof import ZONDER_PRIJS, Stof, eerste_dag

VOORUIT: Final = 12
"""How many months are looked ahead."""
TERUG: Final = 36
"""How many months are looked back, for what is used in which time of the year."""
RIJP: Final = 3
"""After so many months nearly all lines of a month are in."""
JAAR: Final = 12
STEUN: Final = 0.02
"""A part of a whole leans on the whole as if it had so much of it beside its own."""
SEIZOEN: Final = (0.5, 1.5)
"""What a month can be beside the average of the year."""


@dataclass(frozen=True)
class Afloop:
    """What was assigned by the end of a month, in euro by post and month of delivery.

    The months are those from `eerste` on; the last VOORUIT of them were still to come.
    """

    eerste: int
    verwacht: Getallen
    """Price x quantity x verzilveringsgraad x time of the year."""
    vast: Getallen
    """Price x quantity at the first price that was seen, so that moments can be compared."""
    naar_eerst: Getallen
    """The same by the month in which the toewijzing was first known: [post, known, delivery]."""
    toegewezen: Getallen
    """Price x quantity alone."""
    verzilvering: Getallen
    """The verzilveringsgraad of each group over the last mature year; NaN where unknown."""


def afloop(stof: Stof, maand: int, realisatie: Getallen) -> Afloop:
    """The runoff as known at the end of a month; realisatie is what each group cost by month."""
    eerste = max(maand + 1 - TERUG, 0)
    maanden = np.arange(eerste, maand + 1 + VOORUIT)
    geldig = (stof.bekend <= maand) & (maand < stof.bekend_tot)
    rijen = np.flatnonzero(geldig & (stof.artikel > ZONDER_PRIJS))
    aantal = _quantities(stof, rijen, maand, maanden)
    prijs, eerste_prijs = _prices(stof, maand, maanden)
    artikel, groep = stof.artikel[rijen], stof.groep[rijen]
    waarde = aantal * prijs[artikel]
    groepen, posten = len(stof.post_van), len(stof.posten)
    toegewezen = _sums(waarde, groep, groepen)
    graad = _used(stof, maand, eerste, toegewezen, realisatie)
    seizoen = _season(stof, maand, eerste, toegewezen * graad[:, None], realisatie)
    verwacht = toegewezen * np.nan_to_num(graad)[:, None]
    verwacht *= seizoen[stof.soort_van][:, (stof.begin + maanden) % JAAR]
    vast = aantal * eerste_prijs[artikel][:, None] * np.nan_to_num(graad)[groep][:, None]
    post = stof.post_van[groep]
    lang = maand + 1
    cel = post * lang + np.clip(stof.eerst[rijen], 0, maand)
    return Afloop(
        eerste=eerste,
        verwacht=_sums(verwacht, stof.post_van, posten),
        vast=_sums(vast, post, posten),
        naar_eerst=_sums(vast, cel, posten * lang).reshape(posten, lang, -1),
        toegewezen=_sums(toegewezen, stof.post_van, posten),
        verzilvering=graad,
    )


def _sums(values: Getallen, to: Nummers, groups: int) -> Getallen:
    """The rows added up by group."""
    return np.stack(
        [np.bincount(to, values[:, column], groups) for column in range(values.shape[1])], axis=1
    )


def _quantities(stof: Stof, rijen: Nummers, maand: int, maanden: Nummers) -> Getallen:
    """How much each toewijzing allows in each month: [toewijzing, month]."""
    begin = np.array([eerste_dag(stof.begin + int(one)).toordinal() for one in maanden])
    na = np.array([eerste_dag(stof.begin + int(one) + 1).toordinal() for one in maanden])
    gestopt = np.where(stof.gestopt_bekend[rijen] <= maand, stof.gestopt[rijen], stof.tot[rijen])
    tot = np.minimum(stof.tot[rijen], gestopt)[:, None]
    dagen = np.minimum(tot + 1, na) - np.maximum(stof.van[rijen][:, None], begin)
    keer = np.where(stof.per_maand[rijen][:, None], 1 / (na - begin), 1.0)
    hoeveel: Getallen = np.maximum(dagen, 0) * keer * stof.per_dag[rijen][:, None]
    return hoeveel


def _prices(stof: Stof, maand: int, maanden: Nummers) -> tuple[Getallen, Getallen]:
    """The price of each article in each month as known then, and its first one; 1 for a budget.

    A month without lines has the price of the one before; each January brings what Januaries
    brought on average before.
    """
    euro, volume = (known[:, :, : maand + 1].sum(axis=2) for known in stof.prijs)
    gezien = (volume > 0) & (euro > 0)
    gezien[:, maand + 1 :] = False
    prijs = np.where(gezien, euro / np.where(gezien, volume, 1.0), 0.0)
    laatste = np.where(gezien, np.arange(prijs.shape[1]), -1)
    vorige = np.maximum.accumulate(laatste, axis=1)
    eerste = np.where(gezien.any(axis=1), gezien.argmax(axis=1), 0)
    bron = np.where(vorige >= 0, vorige, eerste[:, None])
    breed = bron[:, np.minimum(maanden, prijs.shape[1] - 1)]
    jaren = (stof.begin + maanden) // JAAR - (stof.begin + breed) // JAAR
    index = _indexation(stof, prijs, gezien)
    gevuld = np.take_along_axis(prijs, breed, axis=1) * index ** np.maximum(jaren, 0)
    oudste = prijs[np.arange(len(prijs)), eerste]
    return np.vstack([gevuld, np.ones(len(maanden))]), np.append(oudste, 1.0)


def _indexation(stof: Stof, prijs: Getallen, gezien: Getallen) -> float:
    """What prices did from one year to the next, as the median of all that were seen in both."""
    jaar = (stof.begin + np.arange(prijs.shape[1])) // JAAR
    gemiddeld = [
        prijs[:, jaar == one].sum(axis=1) / np.maximum(gezien[:, jaar == one].sum(axis=1), 1)
        for one in np.unique(jaar)
    ]
    stappen = [
        later[both] / eerder[both]
        for eerder, later in pairwise(gemiddeld)
        if (both := (eerder > 0) & (later > 0)).any()
    ]
    return float(np.median(np.concatenate(stappen))) if stappen else 1.0


def _mature(maand: int, eerste: int, terug: int) -> slice:
    """The columns of the mature months, so many at most."""
    tot = max(maand + 1 - RIJP, 0)
    return slice(max(tot - terug, eerste, 0) - eerste, max(tot - eerste, 0))


def _used(
    stof: Stof, maand: int, eerste: int, toegewezen: Getallen, realisatie: Getallen
) -> Getallen:
    """The verzilveringsgraad: what was declared of what was assigned, over a mature year.

    A group of which nothing mature is known has that of its post.
    """
    jaar = _mature(maand, eerste, JAAR)
    kosten, ruimte = realisatie[:, eerste:][:, jaar].sum(axis=1), toegewezen[:, jaar].sum(axis=1)
    posten = len(stof.posten)
    per_post = np.bincount(stof.post_van, kosten, posten)
    ruimte_post = np.bincount(stof.post_van, ruimte, posten)
    with np.errstate(divide="ignore", invalid="ignore"):
        graad_post = np.where(ruimte_post > 0, per_post / ruimte_post, np.nan)[stof.post_van]
        steun = STEUN * ruimte_post[stof.post_van]
        return np.where(ruimte > 0, (kosten + steun * graad_post) / (ruimte + steun), graad_post)


def _season(
    stof: Stof, maand: int, eerste: int, verwacht: Getallen, realisatie: Getallen
) -> Getallen:
    """What each kind of care is used in each calendar month, beside its average: [soort, month]."""
    soorten = int(stof.soort_van.max()) + 1
    rijp = _mature(maand, eerste, TERUG)
    seizoen = np.ones((soorten, JAAR))
    if rijp.stop - rijp.start < JAAR:
        return seizoen
    kolommen = np.arange(rijp.start, rijp.stop)
    kalender = (stof.begin + eerste + kolommen) % JAAR
    kosten = _sums(realisatie[:, eerste:][:, rijp], stof.soort_van, soorten)
    ruimte = _sums(np.nan_to_num(verwacht)[:, rijp], stof.soort_van, soorten)
    gezien, mogelijk = (
        np.stack([known[:, kalender == one].sum(axis=1) for one in range(JAAR)], axis=1)
        for known in (kosten, ruimte)
    )
    bruikbaar = ((gezien > 0) & (mogelijk > 0)).all(axis=1)
    verhouding = gezien[bruikbaar] / mogelijk[bruikbaar]
    verhouding /= verhouding.mean(axis=1, keepdims=True)
    seizoen[bruikbaar] = np.clip(verhouding, *SEIZOEN)
    return seizoen
