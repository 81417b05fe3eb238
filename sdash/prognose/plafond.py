"""When a plafond is used up: a band of what will be declared, and the chance of it by month.

The posten are what the plafonds are about, through all years. What the same method missed of them
at earlier month-ends is drawn from as a whole path of months (`jaareinde` does so for the end of a
year), so that a dear spring and a dear year stay together.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from sdash.prognose.afloop import RIJP
from sdash.prognose.jaareinde import FEWEST, NIETS, RIJP_NODIG, TE_KORT, TE_VER, TREKKINGEN, ZAAD
from sdash.prognose.kolommen import Getallen, Zorg
from sdash.prognose.lezen import Gelezen
from sdash.prognose.stand import Stand, Stap, niets, standen
from sdash.prognose.stof import (
    Stof,
    Veld,
    eerste_dag,
    nummer,
    taakveld_van,
)
from sdash.queries.plafonds import Bereik

KWANTIELEN: Final = (0.1, 0.5, 0.9)
DUBBEL: Final = "een ander plafond geldt voor hetzelfde product op dezelfde dagen"
GEEN_BEDRAG: Final = "het plafond is niet meer dan nul"
NIEUW: Final = "van deze aanbieder en dit product is nog niets bekend"
TE_VROEG: Final = "van dit plafond zijn niet alle maanden bewaard"
GEEN_BAND: Final = "van alle plafonds samen zijn er te weinig eerdere momenten om de kans te ijken"


@dataclass(frozen=True)
class Uitputting:
    """What is expected of a plafond, in euro added up from its first month in the year on."""

    code: str
    maanden: tuple[date, ...]
    """First days of its months in the year."""
    stand: date | None = None
    """First day of the month at whose end this is said."""
    laag: tuple[float, ...] = ()
    midden: tuple[float, ...] = ()
    hoog: tuple[float, ...] = ()
    kans: tuple[float, ...] = ()
    """That it is used up by the end of each month, from 0 to 1; it never falls."""
    toegezegd: float | None = None
    """What toewijzingen still allow in the months to come, price x quantity."""
    reden: str = ""
    """In Dutch, why nothing is said; empty when it is."""

    @property
    def op(self) -> date | None:
        """The first month by whose end it is more likely used up than not."""
        return next(
            (m for m, kans in zip(self.maanden, self.kans, strict=False) if kans >= 1 / 2), None
        )


def veld_van(bereiken: Iterable[Bereik]) -> Veld:
    """What care counts for through the years: the most narrow of these, or else its taakveld."""
    of: dict[tuple[str, str], list[Bereik]] = defaultdict(list)
    for bereik in sorted(bereiken, key=_narrowness):
        of[str(bereik.wet), bereik.aanbieder].append(bereik)

    def veld(zorg: Zorg) -> str:
        found = [
            bereik
            for bereik in of.get((zorg.wet, zorg.aanbieder), ())
            if bereik.categorie in {None, zorg.categorie}
            and bereik.productcode in {None, zorg.productcode}
        ]
        return post_van(found[-1]) if found else taakveld_van(zorg)

    return veld


def post_van(bereik: Bereik) -> str:
    """The name of what a plafond is about, which several of them can share."""
    return f"{bereik.aanbieder}/{bereik.categorie or ''}/{bereik.productcode or ''}"


def _narrowness(bereik: Bereik) -> tuple[bool, bool, date, str]:
    has_code, has_kind = bereik.productcode is not None, bereik.categorie is not None
    return has_code, has_kind, bereik.begin, bereik.contractnummer


@dataclass(frozen=True)
class _Pad:
    """A plafond with the months of its year as columns of the arrays, and its row in them."""

    bereik: Bereik
    post: int
    eerste: int
    laatste: int

    @property
    def maanden(self) -> slice:
        return slice(self.eerste, self.laatste + 1)


def per_code(
    gelezen: Gelezen, bereiken: Sequence[Bereik], tot: int, stap: Stap = niets
) -> dict[str, Uitputting]:
    """What is said of the plafonds of one year at the end of month number `tot`."""
    stof = gelezen.stof(veld_van(bereiken)) if bereiken else None
    bekend = standen(stof, tot - stof.begin, stap) if stof else []
    if stof is None or not bekend:
        return {}
    return {said.code: said for said in uitputting(stof, bekend, bereiken)}


def uitputting(
    stof: Stof, standen: Sequence[Stand], bereiken: Sequence[Bereik]
) -> list[Uitputting]:
    """What is said at the last of these standen of the plafonds of one year, in their order."""
    posten = {(post.wet, post.taakveld): nr for nr, post in enumerate(stof.posten)}
    paden = [
        _Pad(
            bereik,
            posten.get((str(bereik.wet), post_van(bereik)), -1),
            nummer(bereik.van) - stof.begin,
            nummer(bereik.tot) - stof.begin,
        )
        for bereik in bereiken
    ]
    missers: dict[tuple[int, int], list[Getallen]] = defaultdict(list)
    redenen = [_why_not(standen[-1], pad, paden) for pad in paden]
    for pad, reden in zip(paden, redenen, strict=True):
        if not reden:
            missers[pad.eerste, pad.laatste].append(_missed(standen, pad))
    return [
        Uitputting(pad.bereik.code, _named(stof, pad), reden=reden)
        if reden
        else _said(stof, standen, pad, missers[pad.eerste, pad.laatste])
        for pad, reden in zip(paden, redenen, strict=True)
    ]


def _named(stof: Stof, pad: _Pad) -> tuple[date, ...]:
    return tuple(eerste_dag(stof.begin + maand) for maand in range(pad.eerste, pad.laatste + 1))


def _why_not(nu: Stand, pad: _Pad, paden: Sequence[_Pad]) -> str:
    """Why nothing can be said of a plafond; empty when it can."""
    same = [
        other
        for other in paden
        if other.post == pad.post and other.eerste <= pad.laatste and pad.eerste <= other.laatste
    ]
    if pad.bereik.plafond <= 0:
        return GEEN_BEDRAG
    if pad.post < 0:
        return NIEUW
    if len(same) > 1:
        return DUBBEL
    return _too_short(nu, pad, 0)


def _too_short(nu: Stand, pad: _Pad, terug: int) -> str:
    """Why nothing could be said of the plafond as it would lie around this stand."""
    rijp = np.count_nonzero(nu.bekend[pad.post, : max(nu.maand + 1 - RIJP, 0)] > 0)
    if pad.eerste - terug < 0:
        return TE_VROEG
    if pad.laatste - terug >= nu.maanden.shape[1]:
        return TE_VER
    if rijp < RIJP_NODIG:
        return TE_KORT.format(er=rijp, nodig=RIJP_NODIG)
    som = _expected(nu, pad, terug)[-1]
    return "" if np.isfinite(som) and som > 0 else NIETS


def _expected(nu: Stand, pad: _Pad, terug: int) -> Getallen:
    """What the months of a plafond come to, added up, so many months earlier."""
    som: Getallen = nu.maanden[pad.post, pad.eerste - terug : pad.laatste + 1 - terug].cumsum()
    return som


def _missed(standen: Sequence[Stand], pad: _Pad) -> Getallen:
    """The logarithm of what came over what was expected: [earlier moment, month of the plafond].

    Of moments that lay within its months as now does, and after whose last month now lies.
    """
    nu = standen[-1]
    gevonden = [np.empty((0, pad.laatste + 1 - pad.eerste))]
    for eerder in standen[:-1]:
        terug = nu.maand - eerder.maand
        if pad.laatste - terug > nu.maand or _too_short(eerder, pad, terug):
            continue
        kwam = nu.compleet[pad.post, pad.eerste - terug : pad.laatste + 1 - terug].cumsum()
        gezegd = _expected(eerder, pad, terug)
        is_iets = (kwam > 0) & (gezegd > 0)
        if is_iets[-1]:
            deel = np.where(is_iets, kwam, 1.0) / np.where(is_iets, gezegd, 1.0)
            gevonden.append(np.log(deel)[None, :])
    return np.concatenate(gevonden)


def _said(
    stof: Stof, standen: Sequence[Stand], pad: _Pad, missers: Sequence[Getallen]
) -> Uitputting:
    nu, namen = standen[-1], _named(stof, pad)
    momenten = max(map(len, missers))
    if sum(map(len, missers)) < FEWEST:
        return Uitputting(pad.bereik.code, namen, reden=GEEN_BAND)
    open_maanden = max(pad.laatste - nu.maand, 1)
    getrokken = _drawn(np.concatenate(missers), momenten, open_maanden)
    bekend = np.zeros(len(namen))
    staand = nu.bekend[pad.post, pad.maanden]
    bekend[: len(staand)] = staand
    gebruik = np.maximum(_expected(nu, pad, 0) * np.exp(getrokken), bekend.cumsum())
    op = np.maximum.accumulate(gebruik, axis=1) >= float(pad.bereik.plafond)
    laag, midden, hoog = (tuple(deel.tolist()) for deel in np.quantile(gebruik, KWANTIELEN, axis=0))
    komend = range(max(nu.maand + 1, pad.eerste), pad.laatste + 1)
    return Uitputting(
        pad.bereik.code,
        namen,
        eerste_dag(stof.begin + nu.maand),
        laag,
        midden,
        hoog,
        tuple(op.mean(axis=0).tolist()),
        float(nu.afloop.toegewezen[pad.post, np.array(komend, int) - nu.afloop.eerste].sum()),
    )


def _drawn(missers: Getallen, momenten: int, overlap: int) -> Getallen:
    """Paths drawn again around their median, the same each time: [draw, month].

    As in `jaareinde`, the band is wider the fewer moments told something new.
    """
    toeval = np.random.default_rng(ZAAD)
    rond = missers - np.median(missers, axis=0)
    kern = len(rond) ** -0.2
    ruis = kern * toeval.normal(size=(TREKKINGEN, 1)) * rond.std(axis=0)
    breder = np.sqrt((1 + overlap / momenten) / (1 + kern**2))
    paden: Getallen = (rond[toeval.integers(len(rond), size=TREKKINGEN)] + ruis) * breder
    return paden
