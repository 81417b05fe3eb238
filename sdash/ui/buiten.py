"""What the forecast leaves out: costs that come from files, beside its budget or not."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import compress
from typing import Final

from sdash import format as fmt
from sdash.answers import Answer
from sdash.queries import geld, jaareinde
from sdash.ui import data, prognose
from sdash.ui.keuze import ALL, Keuze

BESTANDEN: Final = "taakgericht, pgb, subsidies en uitkeringen"
NIETS: Final = (
    f"Kosten uit bestanden ({BESTANDEN}) zitten niet in de prognose; over {{jaar}} zijn ze hier "
    "niet bekend."
)
NIET_TE_ZIEN: Final = (
    f"Kosten uit bestanden ({BESTANDEN}) zitten niet in de prognose; of ze er over {{jaar}} zijn, "
    "kan hier niet getoond worden."
)
NAAST_DE_PROGNOSE: Final = (
    f"{{bedrag}} over {{jaar}} uit bestanden ({BESTANDEN}) zit niet in de prognose."
)
WEL_BEGROOT: Final = (
    f"{{bedrag}} over {{jaar}} komt uit bestanden ({BESTANDEN}) en staat op dezelfde taakvelden: "
    "{namen}. De begroting hier telt dat mee en de prognose niet, dus ten minste zo veel valt de "
    "afwijking te gunstig uit."
)
ERBUITEN: Final = (
    f"{{bedrag}} over {{jaar}} komt uit bestanden ({BESTANDEN}) op andere taakvelden. Dat zit niet "
    "in de prognose, en ook niet in de begroting die ernaast staat. Op Geld staat alles bij elkaar."
)

Velden = Collection[tuple[str | None, str]]


@dataclass(frozen=True)
class Som:
    """What files tell of some taakvelden; where some of it is hidden it may be more."""

    bedrag: Decimal
    namen: tuple[str, ...]
    is_deels: bool

    @classmethod
    def of(cls, told: Sequence[tuple[geld.Buiten, bool]]) -> "Som":
        """The sum of these rows, each with whether its amount is hidden."""
        known = [(row.naam, row.buiten) for row, _ in told if row.buiten]
        amounts = (amount for _, amount in known)
        names = tuple(name for name, _ in known)
        return cls(sum(amounts, Decimal(0)), names, any(hidden for _, hidden in told))

    def __str__(self) -> str:
        """The amount in words: `Ten minste € 1,2 mln` when a part is hidden."""
        return f"{'Ten minste ' if self.is_deels else ''}{fmt.euro_short(self.bedrag)}"


def naast_begroting(keuze: Keuze) -> list[str]:
    """What is in the budget and not in the forecast, and what is in neither."""
    velden = {
        (row.wet, row.taakveld) for row in data.rows(prognose.vraag(keuze, jaareinde.per_taakveld))
    }
    binnen, erbuiten = delen(data.ask(keuze(geld.buiten)), velden, _domein(keuze))
    said = []
    if binnen.namen:
        namen = fmt.listing([*binnen.namen])
        said.append(WEL_BEGROOT.format(bedrag=binnen, jaar=keuze.jaar, namen=namen))
    if erbuiten.namen:
        said.append(ERBUITEN.format(bedrag=erbuiten, jaar=keuze.jaar))
    return said or [_nothing(keuze, is_hidden=binnen.is_deels or erbuiten.is_deels)]


def naast_prognose(keuze: Keuze) -> list[str]:
    """What is not in the forecast, where no budget stands beside it."""
    _, heel = delen(data.ask(keuze(geld.buiten)), (), _domein(keuze))
    if not heel.namen:
        return [_nothing(keuze, is_hidden=heel.is_deels)]
    return [NAAST_DE_PROGNOSE.format(bedrag=heel, jaar=keuze.jaar)]


def delen(answer: Answer[geld.Buiten], velden: Velden, domein: str | None) -> tuple[Som, Som]:
    """What files tell of taakvelden of which the budget stands beside a forecast, and of others."""
    told = [
        (row, "buiten" in hidden)
        for row, hidden in zip(answer.rows, answer.hidden, strict=True)
        if domein in {None, row.taakveld}
    ]
    beside = [row.begroot is not None and (row.wet, row.taakveld) in velden for row, _ in told]
    apart = [not one for one in beside]
    return Som.of([*compress(told, beside)]), Som.of([*compress(told, apart)])


def _nothing(keuze: Keuze, *, is_hidden: bool) -> str:
    return (NIET_TE_ZIEN if is_hidden else NIETS).format(jaar=keuze.jaar)


def _domein(keuze: Keuze) -> str | None:
    code = keuze.codes.get("domein", ALL)
    return None if code == ALL else code
