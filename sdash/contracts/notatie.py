"""How people and spreadsheets write numbers, days and months; pure functions from text to text."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

_THOUSANDS: Final = {
    ",": re.compile(r"-?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+),[0-9]+|-?[0-9]{1,3}(\.[0-9]{3}){2,}"),
    ".": re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+|-?[0-9]{1,3}(,[0-9]{3}){2,}"),
}
"""By decimal sign, the numbers that can be read in one way only, with points or commas in them."""

_SPACE_OF_THOUSANDS = re.compile(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3}(?![0-9]))")
_OF_A_NUMBER = re.compile(r"[-+0-9.,eE]+")
_PARTS = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_MIDNIGHT = re.compile(r"(.*[0-9])[T ]00?:00(:00(\.0+)?)?")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPOKEN = re.compile(r"(?:([0-9]{1,2})[- ])?([a-z]{3,9})\.?[- ]([0-9]{4})", re.IGNORECASE)
_YEAR_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})|(20[0-9]{2})([0-9]{2})")
_MONTH_YEAR = re.compile(r"([0-9]{1,2})-([0-9]{4})")
_MONTHS: Final = (
    ("jan", "januari", "january"),
    ("feb", "februari", "february"),
    ("mrt", "maart", "mar", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
_MONTH: Final = {name: nr for nr, names in enumerate(_MONTHS, start=1) for name in names}
_LARGEST_MONTH: Final = 12


class TwoReadings(ValueError):
    """A day such as 01/02/2026, which Dutch and American people read differently."""


def number(text: str) -> Decimal | None:
    """The number that a text writes, in Dutch or English; None when it is none.

    '1.234,56', '1,234.56' and '1234.56' are the same; '1.234' alone is one point two three four.
    """
    plain = _SPACE_OF_THOUSANDS.sub("", text.removeprefix("€").strip())
    if plain.endswith("-") and not plain.startswith("-"):
        plain = f"-{plain[:-1]}"  # as SAP writes it
    if not _OF_A_NUMBER.fullmatch(plain):
        return None
    if _THOUSANDS[","].fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _THOUSANDS["."].fullmatch(plain):
        plain = plain.replace(",", "")
    try:
        found = Decimal(plain)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def iso_day(text: str) -> str:
    """A day as YYYY-MM-DD, or the text itself when it looks like none.

    Days with dashes or points are Dutch; with slashes they may be American as well: TwoReadings
    when both exist. A moment counts as a day at midnight only.
    """
    if midnight := _MIDNIGHT.fullmatch(text):
        text = midnight[1]
    if found := _COMPACT.fullmatch(text):
        return "-".join(found.groups())
    if found := _PARTS.fullmatch(text):
        return _of_parts(text, found[1], found[2], found[3], found[4])
    if (found := _SPOKEN.fullmatch(text)) and found[1] and (month := _MONTH.get(found[2].lower())):
        return f"{found[3]}-{month:02d}-{int(found[1]):02d}"
    return text


def _of_parts(text: str, first: str, sign: str, middle: str, last: str) -> str:
    year = 4
    if len(first) == year and len(last) <= 2:  # noqa: PLR2004  (a day has two digits)
        return f"{first}-{middle:0>2}-{last:0>2}"
    if len(last) != year or len(first) > 2:  # noqa: PLR2004
        return text
    day, month = first, middle
    if sign == "/" and int(middle) > _LARGEST_MONTH:
        day, month = middle, first
    elif sign == "/" and int(first) <= _LARGEST_MONTH and int(first) != int(middle):
        raise TwoReadings
    return f"{last}-{month:0>2}-{day:0>2}"


def iso_month(text: str) -> str:
    """The first day of a month as YYYY-MM-DD, from a month or any day of it, or the text itself."""
    if found := _YEAR_MONTH.fullmatch(text):
        return f"{found[1] or found[3]}-{found[2] or found[4]}-01"
    if found := _MONTH_YEAR.fullmatch(text):
        return f"{found[2]}-{found[1]:0>2}-01"
    if (found := _SPOKEN.fullmatch(text)) and not found[1] and found[2].lower() in _MONTH:
        return f"{found[3]}-{_MONTH[found[2].lower()]:02d}-01"
    day = iso_day(text)
    if not _ISO_DAY.fullmatch(day):  # date.fromisoformat reads weeks and more
        return text
    try:
        return date.fromisoformat(day).replace(day=1).isoformat()
    except ValueError:
        return text


def rewritten_day(text: str, order: str) -> str:
    """A day whose parts stand in a known order, such as 'mm-dd-jjjj', as YYYY-MM-DD."""
    if midnight := _MIDNIGHT.fullmatch(text):
        text = midnight[1]
    names = order.split("-")
    compact = "".join(rf"(?P<{name[0]}>[0-9]{{{len(name)}}})" for name in names)
    spaced = "[-/. ]".join(rf"(?P<{name[0]}>[0-9]{{1,{len(name)}}})" for name in names)
    found = re.fullmatch(compact, text) or re.fullmatch(spaced, text)
    return f"{found['j']}-{found['m']:0>2}-{found['d']:0>2}" if found else text


def rewritten_number(text: str, decimal_sign: str) -> str:
    """A number of which the decimal sign is known, with a point and without thousands.

    What is no number in that notation becomes a text that is none in any other either: '1234.56'
    with a comma as its decimal sign would else be read as what nobody meant.
    """
    other = "." if decimal_sign == "," else ","
    one, two = re.escape(other), re.escape(decimal_sign)
    form = rf"(€ ?)?-?([0-9]{{1,3}}({one}[0-9]{{3}})+|[0-9]+)({two}[0-9]+)?-?"
    if not re.fullmatch(form, text):
        return f"{text} ?" if text else text
    return text.replace(other, "").replace(decimal_sign, ".")
