"""What made care cost more or less, in words: one sentence for the whole, and one a product."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from sdash import format as fmt
from sdash.domain import WET_NAAM, Wet
from sdash.queries.waarom import Oorzaken, Verandering
from sdash.ui.koppen import TE_WEINIG, Kop
from sdash.ui.perioden import Naast

TOTAAL: Final = "totaal"
MOST: Final = 5
SAME: Final = 0.005
"""A change of less than half a percent is none in words."""
A_PART: Final = Decimal("0.2")
"""What is at least this part of a difference is named in its sentence."""
EENHEDEN: Final = {
    "01": "minuten",
    "04": "uren",
    "14": "etmalen",
    "16": "dagdelen",
    "82": "stuks",
    "84": "stuks",
}
SOORTEN: Final = {
    "nieuw": "maanden die nog liepen",
    "laat": "later ontvangen over maanden die al voorbij waren",
    "gecorrigeerd": "door correcties",
}
DOOR: Final = {
    "door_clienten": ("meer cliënten", "minder cliënten"),
    "door_intensiteit": ("meer zorg per cliënt", "minder zorg per cliënt"),
    "door_prijs": ("hogere prijzen", "lagere prijzen"),
    "door_anders": ("andere producten", "andere producten"),
}


def geheel(rows: Sequence[Oorzaken]) -> Oorzaken | None:
    """The row of all that is chosen."""
    return next((row for row in rows if row.wet == row.categorie == TOTAAL), None)


def zin(rows: Sequence[Oorzaken], keuze: Naast) -> str:
    """How much more or less, and what did most of it, in one sentence."""
    row = geheel(rows)
    if row is None:
        return f"Over {keuze.nu} en {keuze.toen} is er niets dat getoond kan worden."
    if row.verschil is None or row.bedrag_toen is None:
        return f"Het verschil tussen {keuze.nu} en {keuze.toen} kan hier niet getoond worden."
    if not row.bedrag_toen or not row.bedrag:
        empty = keuze.toen if not row.bedrag_toen else keuze.nu
        return f"Van {empty} zijn er geen bedragen om mee te vergelijken."
    growth = fmt.change(row.verschil / row.bedrag_toen)
    more = "meer" if row.verschil > 0 else "minder"
    said = f"In {keuze.nu} is {_euro(row.verschil)} {more} {keuze.maat} dan in {keuze.toen}"
    return f"{said} ({growth}), vooral door {_most(row)}."


def verschil(rows: Sequence[Oorzaken]) -> Kop:
    """The difference, and how large it is."""
    row = geheel(rows)
    if row is None or row.verschil is None or row.bedrag_toen is None:
        return TE_WEINIG
    growth = fmt.change(row.verschil / row.bedrag_toen) if row.bedrag_toen else ""
    return Kop(fmt.euro_change(row.verschil), growth, f"van {fmt.euro_short(row.bedrag_toen)}")


def clienten(rows: Sequence[Oorzaken]) -> Kop:
    """What came of more or fewer people."""
    row = geheel(rows)
    if row is None or row.door_clienten is None:
        return TE_WEINIG
    if row.clienten is None or row.clienten_toen is None:
        return Kop(fmt.euro_change(row.door_clienten))
    net = fmt.number(row.clienten - row.clienten_toen)
    signed = f"+{net}" if row.clienten > row.clienten_toen else net
    return Kop(fmt.euro_change(row.door_clienten), signed, "cliënten")


def intensiteit(rows: Sequence[Oorzaken]) -> Kop:
    """What came of more or less care a person."""
    row = geheel(rows)
    if row is None or row.door_intensiteit is None:
        return TE_WEINIG
    return Kop(fmt.euro_change(row.door_intensiteit), _change(row.groei_intensiteit), "per cliënt")


def prijs(rows: Sequence[Oorzaken]) -> Kop:
    """What came of prices."""
    row = geheel(rows)
    if row is None or row.door_prijs is None:
        return TE_WEINIG
    return Kop(fmt.euro_change(row.door_prijs), _change(row.groei_prijs), "van hetzelfde product")


def punten(rows: Sequence[Oorzaken]) -> list[str]:
    """The products that did most of the difference, at most five, and the others as one."""
    row = geheel(rows)
    known = [part for part in rows if part.categorie != TOTAAL and part.verschil]
    known.sort(key=lambda part: -abs(part.verschil or Decimal(0)))
    sentences = [_sentence(part) for part in known[:MOST]]
    if row is not None and row.verschil is not None and sentences:
        rest = row.verschil - sum((part.verschil or Decimal(0)) for part in known[:MOST])
        sentences += [f"Alle andere producten samen: {_more(rest)}."] if rest else []
    return sentences


def bekend(rows: Sequence[Verandering]) -> list[str]:
    """What became known of each wet, in a sentence."""
    found = {(row.wet, row.soort): row.ingediend for row in rows}
    return [f"{WET_NAAM[wet]}: {_known(found, wet)}." for wet in Wet if (wet, TOTAAL) in found]


def _known(found: Mapping[tuple[str, str], Decimal | None], wet: Wet) -> str:
    amounts = {words: found.get((wet, soort), Decimal(0)) for soort, words in SOORTEN.items()}
    return fmt.listing(
        [
            f"{words} {fmt.HIDDEN if amount is None else fmt.euro_change(amount)}"
            for words, amount in amounts.items()
            if amount != 0
        ]
        or ["niets veranderd"]
    )


def _sentence(row: Oorzaken) -> str:
    """`Begeleiding (Wmo) kost € 214.000 meer: 12 cliënten meer (+8 %), ...`."""
    name = f"{row.naam} ({WET_NAAM[Wet(row.wet)]})"
    assert row.verschil is not None  # noqa: S101  (who asks has looked)
    return f"{name} kost {_more(row.verschil)}: {fmt.listing([*_reasons(row, row.verschil)])}."


def _reasons(row: Oorzaken, verschil: Decimal) -> Iterator[str]:
    yield _people(row)
    if row.groei_intensiteit is not None:
        units = EENHEDEN.get(row.eenheid or "", "zorg")
        yield _by(row.groei_intensiteit, "per cliënt {} " + units, f"evenveel {units} per cliënt")
    if row.groei_prijs is not None:
        yield _by(row.groei_prijs, "de prijs {}", "de prijs bleef gelijk", ("hoger", "lager"))
    named = {
        "een verschuiving naar andere codes": _shift(row),
        "nieuwe producten": row.door_nieuw,
        "vervallen producten": row.door_vervallen,
        "bedragen zonder eenheden": row.door_rest,
    }
    for words, amount in named.items():
        if amount and abs(amount) >= A_PART * abs(verschil):
            yield f"{fmt.euro_change(amount)} door {words}"


def _shift(row: Oorzaken) -> Decimal | None:
    """What people did to the cost, where how many there are does not explain it."""
    if None in {row.clienten, row.clienten_toen, row.door_clienten, row.door_mix}:
        return None
    net = (row.clienten or 0) - (row.clienten_toen or 0)
    amount = (row.door_clienten or Decimal(0)) + (row.door_mix or Decimal(0))
    return amount if net * amount <= 0 else None


def _people(row: Oorzaken) -> str:
    if row.clienten is None or row.clienten_toen is None:
        return "van hoeveel cliënten kan niet getoond worden"
    net = row.clienten - row.clienten_toen
    if not net:
        return "evenveel cliënten"
    count, people = fmt.number(abs(net)), "cliënt" if abs(net) == 1 else "cliënten"
    share = f" ({_change(net / row.clienten_toen)})" if row.clienten_toen else ""
    return f"{count} {people} {'meer' if net > 0 else 'minder'}{share}"


def _by(growth: float, words: str, same: str, more: tuple[str, str] = ("meer", "minder")) -> str:
    if abs(growth) < SAME:
        return same
    return words.format(f"{fmt.percent(abs(growth))} {more[0] if growth > 0 else more[1]}")


def _most(row: Oorzaken) -> str:
    """What did most of the difference, in its own direction."""
    assert row.verschil is not None  # noqa: S101  (who asks has looked)
    sign = 1 if row.verschil >= 0 else -1
    name = max(DOOR, key=lambda column: sign * (getattr(row, column) or Decimal(0)))
    more, less = DOOR[name]
    return more if sign > 0 else less


def _more(amount: Decimal) -> str:
    return f"{_euro(amount)} {'meer' if amount > 0 else 'minder'}"


def _euro(amount: Decimal) -> str:
    return fmt.euro_short(abs(amount))


def _change(share: float | None) -> str:
    if share is None:
        return ""
    written = fmt.percent(share)
    return written if share < SAME else f"+{written}"
