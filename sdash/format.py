"""Numbers, dates and names as a Dutch reader writes them: the only place that formats them.

Streamlit's and Plotly's own formats follow the locale of the browser; these do not.
"""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from sdash.clock import AMSTERDAM

NBSP: Final = "\N{NO-BREAK SPACE}"
MINUS: Final = "\N{MINUS SIGN}"
HIDDEN: Final = "te weinig mensen om te tonen"
MISSING: Final = "niet gepubliceerd"

MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT: Final = tuple("mrt" if month == "maart" else month[:3] for month in MONTHS)
_STEPS: Final = tuple(Decimal(1).scaleb(-decimals) for decimals in range(4))
_DUTCH: Final = str.maketrans(",.", ".,")
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_MARKDOWN: Final = re.compile(r"([\\`*_\[\]()!<>#$:~|{}+&-])")

Number = int | float | Decimal
MILLION: Final = 1_000_000
TEN_THOUSAND: Final = 10_000


def number(value: Number, decimals: int = 0) -> str:
    """1234.5 becomes `1.234,5` with one decimal; halves are rounded away from zero."""
    if isinstance(value, int) and not decimals:
        exact: Number = value
    else:
        exact = value if isinstance(value, Decimal) else Decimal(str(value))
        exact = exact.quantize(_STEPS[decimals], ROUND_HALF_UP)
    written = f"{abs(exact):,.{decimals}f}".translate(_DUTCH)
    return f"{MINUS}{written}" if exact < 0 else written


def euro(value: Number, decimals: int = 0) -> str:
    """`€ 1.234`, or `€ 1.234.567,89` with two decimals; a minus stands before the sign."""
    written = number(value, decimals)
    sign, amount = (MINUS, written[1:]) if written.startswith(MINUS) else ("", written)
    return f"{sign}€{NBSP}{amount}"


def euro_short(value: Number) -> str:
    """`€ 12,3 mln` or `€ 45.300`: as precise as one can remember."""
    exact = Decimal(str(value))
    if abs(exact) >= MILLION:
        return f"{euro(exact / MILLION, 1)}{NBSP}mln"
    return euro(round(exact, -2) if abs(exact) >= TEN_THOUSAND else exact)


def euro_change(value: Number) -> str:
    """`+€ 45.300` or `−€ 1,2 mln`: a difference, with its sign."""
    written = euro_short(value)
    return f"+{written}" if value > 0 else written


def plus(value: Number) -> str:
    """`+€ 12,3 mln` or `−€ 45.300`: what is added or taken away."""
    written = euro_short(value)
    return written if written.startswith(MINUS) else f"+{written}"


def euro_axis(value: Number) -> str:
    """`€ 5 mln`, `€ 2,5 mln` or `€ 500.000`: a round amount without needless zeros."""
    exact = Decimal(str(value))
    if abs(exact) < MILLION:
        return euro(exact) if exact else "0"
    millions = exact / MILLION
    return f"{euro(millions, 0 if millions == int(millions) else 1)}{NBSP}mln"


def signed_short(value: Number) -> str:
    """`+€ 45.300` or `−€ 12,3 mln`: what was added or went off."""
    written = euro_short(value)
    return f"+{written}" if value > 0 else written


def saldo(value: Number) -> str:
    """`€ 1.234,00 V` when it is voordelig (left), `€ 1.234,00 N` when it is nadelig (short)."""
    return f"{euro(Decimal(str(value)).copy_abs(), 2)}{_side(value)}"


def saldo_short(value: Number) -> str:
    """`€ 12,3 mln V` or `€ 45.300 N`: as precise as one can remember."""
    return f"{euro_short(Decimal(str(value)).copy_abs())}{_side(value)}"


def _side(value: Number) -> str:
    return f"{NBSP}{'V' if value > 0 else 'N'}" if value else ""


def percent(share: Number, decimals: int = 0) -> str:
    """0.123 becomes `12 %`, or `12,3 %` with one decimal."""
    return f"{number(Decimal(str(share)) * 100, decimals)}{NBSP}%"


def change(share: Number) -> str:
    """A relative change with its sign: `+4,2 %` or `−4,2 %`."""
    written = percent(share, 1)
    return written if written.startswith((MINUS, "0,0")) else f"+{written}"


def measure(value: Number, unit: str) -> str:
    """A value with its unit: `14 %`, `253 duizend euro`, `2,2 personen`."""
    decimals = 0 if float(value).is_integer() else 1
    return f"{number(value, decimals)}{NBSP}{unit}"


def month(day: date) -> str:
    """`okt 2026`."""
    return f"{_SHORT[day.month - 1]}{NBSP}{day.year}"


def month_short(day: date) -> str:
    """`okt`, where the year stands elsewhere."""
    return _SHORT[day.month - 1]


def month_name(day: date) -> str:
    """`oktober`."""
    return MONTHS[day.month - 1]


def day(value: date) -> str:
    """`22 november 2026`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(value: datetime) -> str:
    """`22 november 2026, 14:03`, in Dutch time."""
    local = value.astimezone(AMSTERDAM)
    return f"{day(local)}, {local:%H:%M}"


def moment_short(value: datetime) -> str:
    """`22 nov 2026 14:03`, for tables."""
    local = value.astimezone(AMSTERDAM)
    return f"{local.day}{NBSP}{_SHORT[local.month - 1]}{NBSP}{local.year}{NBSP}{local:%H:%M}"


def clock(value: datetime) -> str:
    """`14:03:22`, in Dutch time."""
    return f"{value.astimezone(AMSTERDAM):%H:%M:%S}"


def age(then: datetime, now: datetime) -> str:
    """How long ago, in the largest unit that is at least one: `8 s geleden`, `3 dagen geleden`."""
    seconds = max(int((now - then).total_seconds()), 0)
    for size, one, many in _UNITS:
        if seconds >= size:
            count = seconds // size
            return f"{number(count)} {one if count == 1 else many} geleden"
    return "nu"


_UNITS: Final = (
    (365 * 86_400, "jaar", "jaar"),
    (86_400, "dag", "dagen"),
    (3_600, "uur", "uur"),
    (60, "min", "min"),
    (1, "s", "s"),
)


def listing(names: list[str]) -> str:
    """`Jeugd, Wmo en Participatie`."""
    return " en ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def escape_markdown(text: str) -> str:
    """A name from data as plain text in markdown: no picture, no link, no formula."""
    return _MARKDOWN.sub(r"\\\1", _SPACE.sub(" ", text))


def escape_plotly(text: str) -> str:
    """A name from data as plain text in a figure, where Plotly would read `<a>` and `<b>`."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
