"""Plafonds on a page: what is expected of each, which of them is chosen, and how urgent it is."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from sdash import format as fmt
from sdash.figures.plafonds import Balk
from sdash.prognose import bijhouden
from sdash.prognose.plafond import Uitputting
from sdash.queries import plafonds
from sdash.ui import data, prognose, viewer
from sdash.ui.keuze import ALL, Keuze
from sdash.ui.koppen import TE_WEINIG, Kop

GRENZEN: Final = (1.0, 0.9, 0.8)
"""From these parts of a plafond on something is said of it."""
BIJNA: Final = 0.9
MEEST: Final = 2
HEEL_KLEIN: Final = 0.05
HEEL_CONTRACT: Final = "alle producten"
TE_KORT: Final = "er is te weinig geschiedenis"
GEEN: Final = "Er zijn voor {jaar} geen plafonds bekend. Ze staan in het bestand contracten."

Verwacht = tuple[Uitputting, ...]


def verwacht(keuze: Keuze) -> Verwacht:
    """What is expected of the plafonds of the chosen year.

    Only of those that the one who looks may see the use of.
    """
    alle = bijhouden.plafonds(keuze.jaar, viewer.per().moment)
    return tuple(
        alle[row.code]
        for row in data.rows(keuze(plafonds.stand))
        if row.gebruikt is not None and row.code in alle
    )


def op_volgorde(
    rows: Sequence[plafonds.Stand], verwacht: Verwacht
) -> list[tuple[plafonds.Stand, Uitputting | None]]:
    """The plafonds that are used up first on top."""
    of = {said.code: said for said in verwacht}
    return sorted(((row, of.get(row.code)) for row in rows), key=lambda pair: _urgency(*pair))


def _urgency(row: plafonds.Stand, said: Uitputting | None) -> tuple[float, float]:
    eind = einddeel(row, said)
    return -(said.kans[-1] if said and said.kans else 0.0), -(eind or row.aandeel or 0.0)


def einddeel(row: plafonds.Stand, said: Uitputting | None) -> float | None:
    """Which part of the plafond is expected to be used at the end of the year."""
    return said.midden[-1] / float(row.plafond) if said and said.midden else None


def gekozen(
    rows: Sequence[plafonds.Stand], verwacht: Verwacht, keuze: Keuze
) -> tuple[plafonds.Stand | None, Uitputting | None]:
    """The plafond that is chosen, or the one that asks for attention first; None without any."""
    told = op_volgorde(rows, verwacht)
    chosen = (pair for pair in told if pair[0].code == keuze.codes.get("plafond", ALL))
    return next(chosen, told[0] if told else (None, None))


def zin(rows: Sequence[plafonds.Stand], verwacht: Verwacht, jaar: int) -> str:
    """How many plafonds are used up, and will be, in one sentence."""
    if not rows:
        return GEEN.format(jaar=jaar)
    al_op = {row.code for row in rows if row.aandeel is not None and row.aandeel >= 1}
    straks = [said for said in verwacht if said.op and said.code not in al_op]
    nu = f"Van de {len(rows)} plafonds van {jaar} {_zijn(len(al_op))} op"
    if not any(said.kans for said in verwacht):
        return f"{nu}; hoe het verder gaat, is nog niet te zeggen."
    return f"{nu}; van {_aantal(len(straks))} is het waarschijnlijk dat het dit jaar nog opraakt."


def _zijn(aantal: int) -> str:
    return "is er geen" if not aantal else f"{'is' if aantal == 1 else 'zijn'} er {aantal}"


def _aantal(aantal: int) -> str:
    return str(aantal) if aantal else "geen ander"


def balken(rows: Sequence[plafonds.Stand], verwacht: Verwacht) -> tuple[Balk, ...]:
    """Every plafond in words, the most urgent first."""
    return tuple(
        Balk(
            row.code,
            naam(row),
            woorden(row),
            bool(said and said.op) or _is_op(row),
            verder(row, said),
        )
        for row, said in op_volgorde(rows, verwacht)
    )


def naam(row: plafonds.Stand) -> str:
    """Whose plafond it is, and of what when it is not of the whole contract."""
    return row.naam if row.product == HEEL_CONTRACT else f"{row.naam}, {row.product}"


def woorden(row: plafonds.Stand) -> str:
    """How much is used: `87 % van € 1,2 mln`."""
    if row.gebruikt is None:
        return fmt.HIDDEN
    if row.aandeel is None:
        return "geen bedrag"
    return f"{fmt.percent(row.aandeel)} van {fmt.euro_short(row.plafond)}"


def verder(row: plafonds.Stand, said: Uitputting | None) -> str:
    """How much is expected, and when it is gone: `verwacht 105 % · op in mei (kans 70 %)`."""
    if row.aandeel is None:
        return ""
    eind = einddeel(row, said)
    expected = "" if eind is None else f"verwacht {fmt.percent(eind)}"
    return " · ".join(filter(None, [expected, _wanneer(row, said)]))


def _wanneer(row: plafonds.Stand, said: Uitputting | None) -> str:
    if _is_op(row):
        return "op"
    if said is None or not said.kans:
        return "nog niet te zeggen" if said else ""
    if said.op:
        kans = said.kans[said.maanden.index(said.op)]
        return f"op in {fmt.month_name(said.op)} (kans {fmt.percent(kans)})"
    return (
        f"kans {fmt.percent(said.kans[-1])} dat het opraakt" if said.kans[-1] >= HEEL_KLEIN else ""
    )


def _is_op(row: plafonds.Stand) -> bool:
    return row.aandeel is not None and row.aandeel >= 1


def aandacht(rows: Sequence[plafonds.Stand], verwacht: Verwacht) -> list[str]:
    """What asks for attention: used for 80, 90 or 100 %, or expected to be used up."""
    return [
        f"{naam(row)}: {_grens(row.aandeel)}{_verwachting(row, said)}"
        for row, said in op_volgorde(rows, verwacht)
        if row.aandeel is not None and (row.aandeel >= GRENZEN[-1] or (said and said.op))
    ]


def _grens(aandeel: float) -> str:
    """`boven 90 %: nu 95 % gebruikt`."""
    boven = next((grens for grens in GRENZEN if aandeel >= grens), None)
    nu = f"nu {fmt.percent(aandeel)} gebruikt"
    if boven is None:
        return nu
    return f"op, {nu}" if boven == 1 else f"boven {fmt.percent(boven)}, {nu}"


def _verwachting(row: plafonds.Stand, said: Uitputting | None) -> str:
    eind = einddeel(row, said)
    if said is None or eind is None:
        return f"; {said.reden}." if said and said.reden else "."
    tussen = prognose.grenzen(Decimal(said.laag[-1]), Decimal(said.hoog[-1]))
    wanneer = "" if _is_op(row) else _wanneer(row, said)
    return f"; verwacht {fmt.percent(eind)} ({tussen}){f', {wanneer}' if wanneer else ''}."


def op_overzicht(keuze: Keuze) -> list[str]:
    """What the first page says of plafonds."""
    return bijna_op(data.rows(keuze(plafonds.stand)))


def bijna_op(rows: Sequence[plafonds.Stand]) -> list[str]:
    """For the first page: the plafonds of which nine parts of ten are used."""
    return [
        f"Het plafond van {naam(row)} is voor {fmt.percent(row.aandeel)} gebruikt."
        for row in rows
        if row.aandeel is not None and row.aandeel >= BIJNA
    ][:MEEST]


def koppen(kern: plafonds.Kern) -> tuple[tuple[str, Kop], ...]:
    """How many plafonds there are, what is used of them, and what was declared beside them."""
    return (
        ("Plafonds", totaal(kern)),
        ("Gebruikt", gebruikt(kern)),
        ("Zonder plafond", buiten(kern)),
    )


def gebruikt(kern: plafonds.Kern) -> Kop:
    """What is used of all plafonds together."""
    if kern.gebruikt is None:
        return TE_WEINIG
    part = fmt.percent(kern.gebruikt / kern.plafond) if kern.plafond else ""
    return Kop(fmt.euro_short(kern.gebruikt), part, "van alle plafonds samen" if part else "")


def buiten(kern: plafonds.Kern) -> Kop:
    """What the same aanbieders declared under no plafond."""
    if kern.ingediend_buiten is None:
        return TE_WEINIG
    return Kop(fmt.euro_short(kern.ingediend_buiten), basis="van dezelfde aanbieders en wet")


def totaal(kern: plafonds.Kern) -> Kop:
    """How many plafonds there are, and what they come to."""
    if kern.plafond is None:
        return Kop("0", basis="er zijn geen plafonds bekend")
    return Kop(fmt.number(kern.aantal), basis=f"samen {fmt.euro_short(kern.plafond)}")


def over(row: plafonds.Stand, said: Uitputting | None) -> Kop:
    """What is left of the chosen plafond, and what toewijzingen still allow of it."""
    if row.gebruikt is None:
        return TE_WEINIG
    rest = row.plafond - row.gebruikt
    waarde = f"{fmt.euro_short(abs(rest))} {'over' if rest >= 0 else 'te veel'}"
    if said is None or said.toegezegd is None:
        return Kop(waarde, basis=waarom_niet(row, said))
    return Kop(
        waarde, f"{fmt.euro_short(said.toegezegd)} nog toegezegd", "voor de rest van het jaar"
    )


def waarom_niet(row: plafonds.Stand, said: Uitputting | None) -> str:
    """Why nothing is said of the chosen plafond."""
    if row.gebruikt is None:
        return fmt.HIDDEN.capitalize()
    return f"Nog niet te zeggen: {said.reden if said and said.reden else TE_KORT}"
