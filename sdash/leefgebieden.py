"""The parts of life in which a household can have a problem, as its teams write them down."""

from typing import Annotated, Final

from pydantic import StringConstraints

Leefgebied = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, pattern=r"^[^\W\d_][^+]{0,39}$")
]
"""A word or two; a plus stands between those of a combination."""
LEEFGEBIEDEN: Final = (
    "geld",
    "werk en opleiding",
    "wonen",
    "gezin",
    "psychische gezondheid",
    "lichamelijke gezondheid",
    "verslaving",
    "dagelijks leven",
    "sociaal netwerk",
    "justitie",
)
"""Where the gemeente sets no other list."""
