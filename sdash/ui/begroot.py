"""Words about the budget: what was planned, what of it is spent or promised, and what is left."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from sdash import format as fmt
from sdash.queries import geld
from sdash.ui.koppen import TE_WEINIG, Kop

GEEN: Final = "hiervan is geen begroting ontvangen"
BRON: Final = "begroting (Iv3), declaraties, toewijzingen en bestanden van de gemeente"

Delen = Sequence[geld.PerDeel]


def zin(delen: Delen, jaar: int) -> str:
    """What is left of the budget of a year, in one sentence."""
    if not any(row.begroot for row in delen):
        return f"Van {jaar} is geen begroting ontvangen; er is dus niet te zeggen wat er vrij is."
    left = _vrij(delen)
    if left is None:
        return f"Hoeveel er van {jaar} vrij is, kan hier niet getoond worden: {fmt.HIDDEN}."
    planned, silent = _begroot(delen), _stil(delen)
    known = "de fictieve begroting" if any(row.begroot_fictief for row in delen) else "de begroting"
    said = (
        f"Van {known} van {jaar} is {fmt.euro_short(abs(left))} "
        f"{'nog vrij' if left >= 0 else 'tekort'}: besteed of beloofd is "
        f"{fmt.euro_short(planned - silent - left)} van {fmt.euro_short(planned - silent)}."
    )
    if not silent:
        return said
    return f"{said} Van de andere {fmt.euro_short(silent)} is nog niets bekend."


def begroot(delen: Delen) -> Kop:
    """The budget, and whether it is made up."""
    if not any(row.begroot for row in delen):
        return Kop("–", basis=GEEN)
    fictief = any(row.begroot_fictief for row in delen)
    return Kop(fmt.euro_short(_begroot(delen)), basis="lasten van het jaar" + ", fictief" * fictief)


def besteed(delen: Delen) -> Kop:
    """What was granted, waits for an answer, or was spent beside the messages."""
    parts = [part for row in delen for part in (row.toegekend, row.in_behandeling, row.buiten)]
    known = [part for part in parts if part is not None]
    if not known:
        return TE_WEINIG
    base = "toegekend, in behandeling en naast de berichten"
    return Kop(fmt.euro_short(sum(known, Decimal(0))), basis=base)


def verplicht(delen: Delen) -> Kop:
    """What is promised and was not declared yet, and how much of it nobody can price."""
    known = [row.verplicht for row in delen if row.verplicht is not None]
    if not known:
        return Kop("–", basis="niets meer verplicht, of te weinig mensen")
    without = sum(row.zonder_prijs or 0 for row in delen)
    count = f"{fmt.number(without)} toewijzingen zonder prijs"
    base = f"nog te declareren; {count if without else 'alles heeft een prijs'}"
    return Kop(fmt.euro_short(sum(known, Decimal(0))), basis=base)


def vrij(delen: Delen) -> Kop:
    """What is left, voordelig or nadelig."""
    left = _vrij(delen)
    if not any(row.begroot for row in delen):
        return Kop("–", basis=GEEN)
    if left is None:
        return TE_WEINIG
    without = [row.vrij for row in delen if not row.opvang and row.vrij is not None]
    if len(without) == sum(row.vrij is not None for row in delen):
        return Kop(fmt.saldo_short(left), basis="V is voordelig, N is nadelig")
    base = f"zonder beschermd wonen en opvang {fmt.saldo_short(sum(without, Decimal(0)))}"
    return Kop(fmt.saldo_short(left), basis=base)


def _begroot(delen: Delen) -> Decimal:
    return sum((row.begroot or Decimal(0) for row in delen), Decimal(0))


def _stil(delen: Delen) -> Decimal:
    return sum((row.begroot_stil or Decimal(0) for row in delen), Decimal(0))


def _vrij(delen: Delen) -> Decimal | None:
    """What is left; None when a part of it may not be shown."""
    known = [row.vrij for row in delen if row.vrij is not None]
    hidden = any(row.vrij is None and row.begroot != row.begroot_stil for row in delen)
    return None if hidden or not known else sum(known, Decimal(0))
