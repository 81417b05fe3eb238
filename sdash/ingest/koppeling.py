"""A koppeling: how the export of a backoffice is read as one of the files that sdash knows.

The data folder has them as `koppelingen/*.toml`. A file is read with the one whose columns it has.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from sdash.contracts.base import Contract, field_names
from sdash.contracts.bestanden import BY_SOORT, required
from sdash.contracts.notatie import rewritten_day, rewritten_number
from sdash.contracts.velden import kolomnaam

FOLDER: Final = "koppelingen"
LARGEST: Final = 100_000

_REDEN: Final = {
    "missing": "ontbreekt",
    "extra_forbidden": "hoort er niet in",
    "literal_error": "is geen van de mogelijke waarden",
    "string_type": "moet tekst zijn, tussen aanhalingstekens",
    "dict_type": "moet een groep zijn",
}


class KoppelingFout(Exception):
    """A koppeling that can't be used; the message says in plain Dutch which one, and why."""


class Koppeling(BaseModel):
    """Their names for our columns, and how they write what stands in them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    naam: str
    soort: str
    kolommen: dict[str, str] = Field(min_length=1)
    vast: dict[str, str] = {}
    decimaal: Literal[",", "."] | None = None
    datum: Literal["dd-mm-jjjj", "mm-dd-jjjj", "jjjj-mm-dd"] | None = None
    vertaling: dict[str, dict[str, str]] = {}

    @property
    def contract(self) -> type[Contract]:
        """The contract that the rows follow."""
        return BY_SOORT[self.soort]

    @property
    def theirs(self) -> dict[str, str]:
        """Our column for each of theirs, by the plain form of their name."""
        return {kolomnaam(their): own for own, their in self.kolommen.items()}

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.soort not in BY_SOORT:
            raise ValueError(f"de soort moet een van deze zijn: {', '.join(sorted(BY_SOORT))}")
        names = field_names(self.contract)
        filled = self.kolommen.keys() | self.vast.keys()
        for name in (*self.kolommen, *self.vast, *self.vertaling):
            if name not in names:
                raise ValueError(f"een bestand {self.soort} heeft geen kolom '{name}'")
        if twice := self.kolommen.keys() & self.vast.keys():
            raise ValueError(f"'{min(twice)}' staat bij kolommen en bij vast")
        if missing := sorted(required(self.contract) - filled):
            raise ValueError(f"er ontbreekt bij kolommen of vast: {', '.join(missing)}")
        if len(self.theirs) < len(self.kolommen):
            raise ValueError("een kolom van het bestand wordt voor twee dingen gebruikt")
        self._check_values()
        return self

    def _check_values(self) -> None:
        given = [*self.vast.items()]
        given += [(name, ours) for name, both in self.vertaling.items() for ours in both.values()]
        for name, value in given:
            if not fits(self.contract, name, value):
                raise ValueError(f"'{value}' kan niet bij '{name}'")

    def reads(self, name: str, text: str) -> str:
        """A text of their file as we write it, for one of our columns."""
        translated = self.vertaling.get(name)
        if translated is not None:
            plain = {their.strip().casefold(): ours for their, ours in translated.items()}
            text = plain.get(text.casefold(), text)
        kind = str(self.contract.model_fields[field_names(self.contract)[name]].annotation)
        if self.decimaal and "Decimal" in kind:
            return rewritten_number(text, self.decimaal)
        if self.datum and "date" in kind:
            return rewritten_day(text, self.datum)
        return text


def fits(contract: type[Contract], name: str, text: str) -> bool:
    """Whether a text can stand in one of our columns."""
    try:
        _reader(contract, name).validate_python(text)
    except ValidationError:
        return False
    return True


@cache
def _reader(contract: type[Contract], name: str) -> TypeAdapter[Any]:
    info = contract.model_fields[field_names(contract)[name]]
    kind: Any = info.annotation
    return TypeAdapter(Annotated[(kind, *info.metadata)] if info.metadata else kind)


def koppelingen(data: Path) -> Iterator[Koppeling | KoppelingFout]:
    """The koppelingen in a data folder, by name; for one that is wrong, what is wrong with it."""
    folder = data / FOLDER
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        try:
            yield _load(path)
        except KoppelingFout as fout:
            yield fout


def faults(data: Path) -> list[str]:
    """What is wrong with koppelingen in a data folder, one sentence each."""
    return [str(one) for one in koppelingen(data) if isinstance(one, KoppelingFout)]


def _load(path: Path) -> Koppeling:
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1)
        if len(text) > LARGEST:
            raise KoppelingFout(f"De koppeling {path.name} is te groot.")
        values = tomllib.loads(text.decode("utf-8-sig"))
        return Koppeling.model_validate({**values, "naam": path.name})
    except OSError as error:
        message = f"De koppeling {path.name} kan niet gelezen worden: {error.strerror}."
        raise KoppelingFout(message) from None
    except UnicodeDecodeError:
        raise KoppelingFout(f"De koppeling {path.name} is geen tekst in UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise KoppelingFout(f"De koppeling {path.name} is geen goede TOML: {error}.") from None
    except ValidationError as error:
        raise KoppelingFout(f"De koppeling {path.name} klopt niet: {_why(error)}.") from None


def _why(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "value_error":
        return first["msg"].removeprefix("Value error, ")
    return f"'{where}' {_REDEN.get(first['type'], 'heeft niet de goede vorm')}"
