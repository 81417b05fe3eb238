"""A proposal for a koppeling: which of their columns may be which of ours.

It goes by likeness of names (difflib) and by whether the values can stand in our column. Nothing of
the values is in it, but for the words of a column with few of them that look like a fixed list.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import Final, NamedTuple

from sdash.contracts.base import Contract, field_names
from sdash.contracts.bestanden import BESTANDEN, required
from sdash.contracts.notatie import rewritten_day, rewritten_number
from sdash.contracts.velden import kolomnaam, literals
from sdash.ingest.cellen import Cel, Rij, is_empty, text_of
from sdash.ingest.indeling import HEADER_WITHIN
from sdash.ingest.koppeling import fits
from sdash.ingest.uitleg import should_be

SAMPLE: Final = 60
"""How many rows are looked at."""

VALUES: Final = 20
"""How many different values of a column are tried."""

ALIKE: Final = 0.62
WEIGHT_OF_NAME: Final = 0.65
MISSED: Final = 0.5
"""What a column that a contract needs and does not find takes off."""

MAX_COLUMNS: Final = 100
MAX_WORDS: Final = 12
_THOUSANDS = re.compile(r"-?[0-9]{1,3}([.,])[0-9]{3}")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}.*")
_MONTHS: Final = 12
_WORD = re.compile(r"[^\W\d_]{3,}")
_IDENTIFIES = re.compile(r"[0-9]{5}|[1-9][0-9]{3} ?[A-Za-z]{2}\b|[0-9]+[-/.][0-9]+[-/.][0-9]+")
"""Numbers, postcodes and days: no name of a column has these, and people do."""


class _Kolom(NamedTuple):
    """One of their columns: its name as written, its plain name, and some values."""

    naam: str
    plain: str
    values: tuple[str, ...]


class _Voorstel(NamedTuple):
    """A contract, and their column for each of ours that has one."""

    contract: type[Contract]
    kolommen: dict[str, _Kolom]
    score: float


def propose(rijen: Sequence[Rij]) -> str:
    """The text of a koppeling for these rows, or nothing when they look like no file of ours."""
    kolommen = _columns(rijen)
    if not kolommen:
        return ""
    best = max((_match(contract, kolommen) for contract in BESTANDEN), key=lambda it: it.score)
    wanted = required(best.contract)
    found = wanted & best.kolommen.keys()
    if len(best.kolommen) < 2 or len(found) * 2 < len(wanted):  # noqa: PLR2004  (one is chance)
        return ""
    return "\n".join([*_toml(best, kolommen), ""])


def _columns(rijen: Sequence[Rij]) -> list[_Kolom]:
    """The columns below the first row that has at least two names, and no values."""
    for nr, (_, cellen) in enumerate(rijen[:HEADER_WITHIN]):
        filled = [cel for cel in cellen if not is_empty([cel])]
        names = [cel for cel in filled if isinstance(cel, str) and _WORD.search(cel)]
        if len(names) < 2 or not all(map(_may_be_name, filled)):  # noqa: PLR2004
            continue
        below = [row for _, row in rijen[nr + 1 :]]
        return [
            _Kolom(
                text_of(cel),
                kolomnaam(text_of(cel)),
                tuple(islice(dict.fromkeys(_values(below, column)), VALUES)),
            )
            for column, cel in enumerate(cellen[:MAX_COLUMNS])
            if not is_empty([cel])
        ]
    return []


def _may_be_name(cel: Cel) -> bool:
    """Whether a cell can be the name of a column, and is no value of the first line."""
    return isinstance(cel, str) and not _IDENTIFIES.search(cel)


def _values(rows: Sequence[Sequence[Cel]], column: int) -> Iterator[str]:
    for row in rows:
        if column < len(row) and (text := text_of(row[column])):
            yield text


def _match(contract: type[Contract], kolommen: Sequence[_Kolom]) -> _Voorstel:
    """The likest pairs first, each column once; the score grows with what is explained."""
    wanted = required(contract)
    pairs = sorted(
        (
            (likeness, name, column)
            for name in field_names(contract)
            for column, kolom in enumerate(kolommen)
            if (likeness := _likeness(contract, name, kolom)) >= ALIKE
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    chosen: dict[str, _Kolom] = {}
    taken: set[int] = set()
    score = -MISSED * len(wanted)
    for likeness, name, column in pairs:
        if name not in chosen and column not in taken:
            chosen[name] = kolommen[column]
            taken.add(column)
            score += likeness + MISSED if name in wanted else likeness / 2
    return _Voorstel(contract, chosen, score)


def _likeness(contract: type[Contract], name: str, kolom: _Kolom) -> float:
    """From 0 to 1: how much a column of theirs is like one of ours, in name and in values."""
    info = contract.model_fields[field_names(contract)[name]]
    alike = _alike(kolom.plain, name, info.description or "")
    if WEIGHT_OF_NAME * alike + (1 - WEIGHT_OF_NAME) < ALIKE:
        return 0.0
    allowed = {word.casefold() for word in literals(info.annotation)}
    good = sum(
        value.casefold() in allowed or _may_fit(contract, name, value) for value in kolom.values
    )
    share = good / len(kolom.values) if kolom.values else 0.5
    if allowed and len({*kolom.values}) <= MAX_WORDS:
        share = max(share, 0.5)  # other words for the same list
    return WEIGHT_OF_NAME * alike + (1 - WEIGHT_OF_NAME) * share


def _may_fit(contract: type[Contract], name: str, text: str) -> bool:
    """Whether a text can stand in a column, in one of the notations that a koppeling can name."""
    kind = str(contract.model_fields[field_names(contract)[name]].annotation)
    ways = {text}
    if "Decimal" in kind:
        ways |= {rewritten_number(text, sign) for sign in (",", ".")}
    elif "date" in kind:
        ways |= {rewritten_day(text, order) for order in ("dd-mm-jjjj", "mm-dd-jjjj")}
    return any(fits(contract, name, way) for way in ways)


def _alike(theirs: str, name: str, description: str) -> float:
    """How much a name is like ours, or like a word of what we say of ours."""
    best = SequenceMatcher(None, theirs, name).ratio()
    parts = theirs.split("_")
    if f"_{name}_" in f"_{theirs}_":
        best = max(best, 0.7 + 0.3 * len(name) / len(theirs))
    for part in {*parts, theirs} & {*_WORD.findall(description.casefold())}:
        best = max(best, 0.7 + 0.2 * len(part) / len(theirs))
    if any(part.startswith(name) or part.endswith(name) for part in parts):
        best = max(best, 0.65 + 0.2 * len(name) / len(theirs))
    return best


def _toml(voorstel: _Voorstel, kolommen: Sequence[_Kolom]) -> Iterator[str]:
    """The lines of the file; what nobody can know for sure is a comment that says so."""
    contract = voorstel.contract
    yield "# Voorstel van sdash check. Kijk het na, en bewaar het in de gegevensmap als"
    yield f"# koppelingen/{contract.soort}.toml"
    yield f"soort = {_quoted(contract.soort)}"
    yield from _notation(voorstel)
    yield ""
    yield "[kolommen]"
    for name in field_names(contract):
        if kolom := voorstel.kolommen.get(name):
            yield f"{name} = {_quoted(kolom.naam)}"
    missing = [name for name in required(contract) if name not in voorstel.kolommen]
    if missing:
        yield ""
        yield "# Niet gevonden: noem hierboven welke kolom het is, of vul hier in wat voor alle"
        yield "# regels geldt."
        yield "[vast]"
        for name in sorted(missing):
            info = contract.model_fields[field_names(contract)[name]]
            yield f"# {name} = ''   # {should_be(info)}"
    yield from _translations(voorstel)
    used = {kolom.naam for kolom in voorstel.kolommen.values()}
    if ignored := [kolom.naam for kolom in kolommen if kolom.naam not in used]:
        yield ""
        yield f"# Niet gelezen of bewaard: de andere kolommen van het bestand ({len(ignored)})."


def _notation(voorstel: _Voorstel) -> Iterator[str]:
    """How their amounts and days are written, where some of them have two readings."""
    amounts, days = _texts_of(voorstel, "Decimal"), _texts_of(voorstel, "date")
    for text in amounts:
        if found := _THOUSANDS.fullmatch(text):
            sign = "," if found[1] == "." else "."
            yield f'decimaal = "{sign}"   # omdat {found[1]} hier duizendtallen lijkt te scheiden'
            break
    parts = [tuple(map(int, found.groups())) for it in days if (found := _SLASHES.fullmatch(it))]
    if any(second > _MONTHS for _, second in parts):
        yield 'datum = "mm-dd-jjjj"   # omdat de maand hier voor de dag lijkt te staan'
    elif parts:
        yield 'datum = "dd-mm-jjjj"   # of mm-dd-jjjj; kijk na wat eerst staat, dag of maand'


def _texts_of(voorstel: _Voorstel, kind: str) -> list[str]:
    """The values of their columns that became ours of one type."""
    names = field_names(voorstel.contract)
    fields = voorstel.contract.model_fields
    return [
        text
        for name, kolom in voorstel.kolommen.items()
        if kind in str(fields[names[name]].annotation)
        for text in kolom.values
    ]


def _translations(voorstel: _Voorstel) -> Iterator[str]:
    for name, kolom in voorstel.kolommen.items():
        info = voorstel.contract.model_fields[field_names(voorstel.contract)[name]]
        words = literals(info.annotation)
        allowed = {word.casefold() for word in words}
        other = sorted({value for value in kolom.values if value.casefold() not in allowed})
        if words and other and len(other) <= MAX_WORDS:
            yield ""
            yield f"# Kies voor elk woord achter het = een van: {', '.join(words)}"
            yield f"[vertaling.{name}]"
            for value in other:
                if not _IDENTIFIES.search(value):
                    yield f"# {_quoted(value)} = ''"


def _quoted(text: str) -> str:
    """A TOML string; what can't be printed is left out of it."""
    plain = "".join(char for char in text if char.isprintable())
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
