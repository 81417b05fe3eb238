"""Why care costs more or less: the difference as steps that lead from nothing to all of it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sdash import format as fmt
from sdash.domain import WET_NAAM, Wet
from sdash.figures import _waterval
from sdash.figures._waterval import Trede
from sdash.figures.style import Figure, Look

if TYPE_CHECKING:
    from sdash.queries import waarom as rijen

TOTAAL: Final = "totaal"
DOOR: Final = {
    "door_clienten": "Meer of minder cliënten",
    "door_intensiteit": "Meer of minder per cliënt",
    "door_prijs": "Hogere of lagere prijs",
}
APART: Final = {
    "door_mix": "Andere producten (mix)",
    "door_nieuw": "Nieuwe producten",
    "door_vervallen": "Vervallen producten",
    "door_rest": "Zonder eenheden (euro’s)",
}
SAMEN: Final = "Andere, nieuwe en vervallen producten en euro’s"
STROMEN: Final = {
    "instroom": "Kwamen erbij",
    "uitstroom": "Gingen weg",
    "gebleven": "Bleven bij hetzelfde product",
    "doorstroom": "Kregen een ander product",
}
SOORTEN: Final = {
    "nieuw": "nieuw, van maanden die toen nog liepen",
    "laat": "laat, van maanden die toen al voorbij waren",
    "gecorrigeerd": "gecorrigeerd",
}


def oorzaken(oorzaken: Sequence["rijen.Oorzaken"], look: Look) -> Figure:
    """What made the whole differ, step by step; few people are told with the other products."""
    row = next(row for row in oorzaken if row.wet == row.categorie == TOTAAL)
    others = {"door_anders": SAMEN} if row.door_mix is None else APART
    amounts = {words: getattr(row, name) for name, words in (DOOR | others).items()}
    steps = [_step(words, amount) for words, amount in amounts.items() if amount != 0]
    return _whole(steps, row.verschil, look)


def per_product(oorzaken: Sequence["rijen.Oorzaken"], look: Look, gekozen: str = "") -> Figure:
    """One bar a categorie, from what rose or fell most; one of them may be chosen."""
    rows = [row for row in oorzaken if row.categorie != TOTAAL]
    rows.sort(key=lambda row: -abs(row.verschil or Decimal(0)))
    bars = [
        Trede(
            f"{row.naam} ({WET_NAAM[Wet(row.wet)]})",
            _number(row.verschil),
            geheel=True,
            code=f"{row.wet}-{row.categorie}",
        )
        for row in rows
    ]
    return _waterval.waterval(bars, look, zin=_sentence(bars), gekozen=gekozen)


def stromen(stromen: Sequence["rijen.Stroom"], look: Look) -> Figure:
    """What people who came, left, stayed or moved made it differ."""
    found = {row.stroom: row for row in stromen if row.wet == TOTAAL}
    steps = [_step(words, found[name].verschil) for name, words in STROMEN.items() if name in found]
    return _whole(steps, found[TOTAAL].verschil, look)


def tussen(tussen: Sequence["rijen.Verandering"], look: Look) -> Figure:
    """What was new, late or corrected of each wet between two moments."""
    found = {(row.wet, row.soort): row.ingediend for row in tussen}
    steps = [
        _step(f"{WET_NAAM[wet]}: {words}", found[wet, name])
        for wet in Wet
        for name, words in SOORTEN.items()
        if (wet, name) in found
    ]
    return _whole(steps, found[TOTAAL, TOTAAL], look)


def _whole(steps: Sequence[Trede], verschil: Decimal | None, look: Look) -> Figure:
    every = [*steps, Trede("Samen", _number(verschil), geheel=True)]
    return _waterval.waterval(every, look, zin=_sentence(every))


def _step(words: str, amount: Decimal | None) -> Trede:
    return Trede(words, _number(amount))


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)


def _sentence(steps: Sequence[Trede]) -> str:
    """The steps for who cannot see them."""
    told = (fmt.HIDDEN if step.bedrag is None else fmt.euro_change(step.bedrag) for step in steps)
    pairs = (f"{step.naam} {words}" for step, words in zip(steps, told, strict=True))
    return f"{'; '.join([*pairs][:8])}."
