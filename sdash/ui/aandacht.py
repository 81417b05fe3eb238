"""Points of attention: what someone should have an opinion on today, and what goes well."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from sdash import format as fmt
from sdash.domain import WET_NAAM, Wet
from sdash.queries import gegevens, uitgaven
from sdash.ui import zinnen

MONTHS: Final = 12
TOO_FAST: Final = Decimal("0.03")
"""How far a wet may run ahead of a budget spread evenly, as a share of that budget."""
MANY_REFUSED: Final = 0.02
LATE: Final = timedelta(days=45)
MONTHLY: Final = frozenset({"JW323", "WMO323"})
MOST: Final = 5

PerWet = Mapping[Wet, uitgaven.Kern]


def points(
    per_wet: PerWet,
    bronnen: Sequence[gegevens.Bron],
    now: datetime,
    plafonds: Sequence[str] = (),
) -> list[str]:
    """At most five sentences, the money first."""
    paces = [too_fast(wet, kern) for wet, kern in per_wet.items()]
    return [*filter(None, paces), *plafonds, *refused(bronnen), *late(bronnen, now)][:MOST]


def well(per_wet: PerWet, bronnen: Sequence[gegevens.Bron]) -> list[str]:
    """What goes as planned, which deserves a sentence too."""
    said = [
        f"{WET_NAAM[wet]} blijft {fmt.euro_short(-ahead)} achter bij een begroting die gelijk "
        "over het jaar verdeeld is. Daarin zit ook wat niet via berichten loopt, zoals pgb en "
        "toegang."
        for wet, kern in per_wet.items()
        if (ahead := _ahead(kern)) is not None and ahead < 0
    ]
    if any(bron.gelezen for bron in bronnen):
        said.append(zinnen.ingelezen(bronnen))
    return said


def too_fast(wet: Wet, kern: uitgaven.Kern) -> str:
    """Whether a wet is spent faster than its year passes; empty when it is not."""
    ahead = _ahead(kern)
    if ahead is None or kern.begroot is None or ahead <= kern.begroot * TOO_FAST:
        return ""
    return (
        f"{WET_NAAM[wet]} loopt {fmt.euro_short(ahead)} voor op een begroting die gelijk over "
        "het jaar verdeeld is. Late declaraties komen daar nog bij."
    )


def refused(bronnen: Sequence[gegevens.Bron]) -> list[str]:
    """Sources of which a good part was refused."""
    return [
        f"{fmt.percent(bron.afgekeurd / bron.gelezen, 1)} van {zinnen.soort(bron.soort)} is "
        f"afgekeurd: {fmt.number(bron.afgekeurd)} van {fmt.number(bron.gelezen)} regels. De "
        "redenen staan bij Gegevens."
        for bron in bronnen
        if bron.gelezen and bron.afgekeurd / bron.gelezen > MANY_REFUSED
    ]


def late(bronnen: Sequence[gegevens.Bron], now: datetime) -> list[str]:
    """Monthly sources that have been silent for too long."""
    return [
        f"Er kwamen sinds {fmt.moment(bron.laatste)} geen {zinnen.soort(bron.soort)} meer binnen."
        for bron in bronnen
        if bron.soort in MONTHLY and now - bron.laatste > LATE
    ]


def _ahead(kern: uitgaven.Kern) -> Decimal | None:
    """How far a wet is ahead of its budget spread evenly; None when there is nothing to compare."""
    if kern.ingediend_tot is None or not kern.begroot or kern.laatste_maand is None:
        return None
    return kern.ingediend_tot - kern.begroot * kern.laatste_maand.month / MONTHS
