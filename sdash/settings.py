"""What can be set, in one frozen model: the only reader of the environment."""

import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, SecretBytes, ValidationError, model_validator

from sdash.domain import Rol
from sdash.leefgebieden import LEEFGEBIEDEN, Leefgebied
from sdash.normen import Doel, Normen
from sdash.trends import Trends

MINIMUM_KEY_BYTES = 16
DAYS_A_YEAR = 365

HOW_TO_MAKE_A_KEY = (
    "Er is geen sleutel om burgerservicenummers te pseudonimiseren. Maak er een met\n"
    '  python -c "import secrets; print(secrets.token_hex(32))" > sdash.sleutel\n'
    "bewaar dat bestand buiten de gegevensmap en zet SDASH_KEY_FILE=/pad/naar/sdash.sleutel."
)
KEY_IN_THE_FOLDER = (
    "In instellingen.toml staat een sleutel. Die hoort buiten de gegevensmap: haal hem daar weg,\n"
    "en noem met SDASH_KEY_FILE het bestand waar hij in staat."
)
INSTELLINGEN = "instellingen.toml"


class SettingsError(Exception):
    """sdash can't start like this; the message says in plain Dutch why, and what to do."""


class Laag(BaseModel):
    """One layer of the regenboog, from eigen kracht to compulsory care.

    `categorieen` are product keys such as `wmo-01`; `casussen` says that the sociale teams stand
    here; `taakvelden` are the budget rows that pay for a layer without messages.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    naam: str
    categorieen: tuple[str, ...] = ()
    casussen: bool = False
    taakvelden: tuple[str, ...] = ()


def _keys(wet: str, *categorieen: str) -> tuple[str, ...]:
    return tuple(f"{wet}-{categorie}" for categorie in categorieen)


REGENBOOG = (
    Laag(naam="Eigen kracht"),
    Laag(naam="Netwerk"),
    Laag(naam="Vrijwilligers en voorliggend", taakvelden=("6.1",)),
    Laag(naam="Algemene voorziening", taakvelden=("6.2", "6.21", "6.22", "6.23")),
    Laag(naam="Sociaal team", casussen=True),
    Laag(
        naam="Maatwerk",
        categorieen=_keys("wmo", *(f"{nr:02d}" for nr in range(1, 15)))
        + _keys("jw", "31", "32", "33", "40", "41", "42", "45", "49", "50", "51", "53"),
    ),
    Laag(
        naam="Specialistisch en gedwongen",
        categorieen=_keys("wmo", "15", "16", "17", "18")
        + _keys("jw", "34", "35", "36", "37", "38", "43", "44", "46", "47", "48", "52", "54", "55"),
    ),
)


class Toen(BaseModel):
    """What a gemeente once told of its casussen: a dated line beside them, never a norm."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    jaar: int
    casussen: int = Field(ge=0)
    aandeel: float = Field(ge=0, le=1)
    """Of the households."""


TOEN = {"1681": Toen(jaar=2018, casussen=1000, aandeel=0.10)}
"""By gemeente, as it said on its symposium."""


class SocialeTeams(BaseModel):
    """What the sociale teams are laid beside; without a band nobody is judged by it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    casussen_per_fte: tuple[float, float] | None = None
    toen: Toen | None = None

    @model_validator(mode="after")
    def _has_a_band_from_low_to_high(self) -> Self:
        if self.casussen_per_fte and not 0 < self.casussen_per_fte[0] <= self.casussen_per_fte[1]:
            raise ValueError("casussen_per_fte moet van laag naar hoog lopen")
        return self


class Drempels(BaseModel):
    """The numbers of the privacy policies: counts below the threshold are hidden."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    publiek: int = Field(default=10, ge=3)
    intern: int = Field(default=5, ge=3)
    afronding: int = Field(default=5, ge=1)

    @model_validator(mode="after")
    def _rounds_to_the_threshold(self) -> Self:
        if self.publiek % self.afronding > 0:
            raise ValueError("publiek moet een veelvoud zijn van afronding")
        return self


class Settings(BaseModel):
    """All settings of one installation."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path
    sleutel: SecretBytes = SecretBytes(b"")
    gemeente: str = Field(default="1681", pattern=r"^[0-9]{4}$")
    gemeente_naam: str = "Borger-Odoorn"
    rol: Rol = Rol.BESTUURDER
    adressen: tuple[str, ...] = ()
    """The names under which a proxy on this machine shows the pages."""
    demo: bool = False
    refusal_days: int = Field(default=30, ge=1)
    logdagen: int = Field(default=90, ge=1)
    bewaarjaren: int = Field(default=7, ge=1)
    schijf_minimum_mb: int = Field(default=500, ge=0)
    stil_na_uren: int | None = Field(default=None, ge=1)
    """After how many hours without a delivery the monitoring is told; None is never."""
    drempels: Drempels = Drempels()
    grondslag_huishoudens: str = ""
    """On what ground persons may be linked by household; without one such a file is refused."""
    leefgebieden: tuple[Leefgebied, ...] = Field(default=LEEFGEBIEDEN, min_length=1)
    """The words for problems of a household; a file with another one is not read there."""
    regenboog: tuple[Laag, ...] = REGENBOOG
    productgroepen: dict[str, tuple[str, ...]] = {}
    """Productcodes to look at together, such as those of dyslexie, which iJw fixes for nobody."""
    redenen: dict[Literal["instroom", "uitstroom"], dict[str, str]] = {}
    """What codes of reasons of the bijstand mean, which every backoffice numbers for itself."""
    sociale_teams: SocialeTeams = SocialeTeams()
    normen: Normen = Normen()
    doelen: tuple[Doel, ...] = ()
    """What the gemeente wants to reach; without one nothing is judged."""
    trends: Trends = Trends()

    @model_validator(mode="after")
    def _keeps_nothing_longer_than_the_figures(self) -> Self:
        if max(self.refusal_days, self.logdagen) > self.bewaarjaren * DAYS_A_YEAR:
            raise ValueError("refusal_days en logdagen mogen niet langer zijn dan bewaarjaren")
        return self

    @model_validator(mode="after")
    def _has_one_goal_for_each_thing(self) -> Self:
        if len({doel.maat for doel in self.doelen}) < len(self.doelen):
            raise ValueError("doelen mogen niet twee keer over hetzelfde gaan")
        return self

    @property
    def toen(self) -> Toen | None:
        """What this gemeente once told of its casussen."""
        return self.sociale_teams.toen or TOEN.get(self.gemeente)

    @classmethod
    def load(cls, data: Path | None = None, *, with_key: bool = True) -> Self:
        """Read the environment and `instellingen.toml` in the data folder.

        Raises SettingsError when a value is wrong or, with `with_key`, when there is no key.
        """
        environment = os.environ
        folder = Path(data or environment.get("SDASH_DATA") or "data").absolute()
        values = _from_file(folder / INSTELLINGEN)
        if "sleutel" in values:
            raise SettingsError(KEY_IN_THE_FOLDER)
        if "SDASH_ROL" in environment:
            values["rol"] = environment["SDASH_ROL"]
        try:
            values |= {"data": folder, "sleutel": _key(folder, values)}
            settings = cls.model_validate(values)
        except ValidationError as error:
            raise SettingsError(_explain(error)) from None
        if with_key and len(settings.sleutel.get_secret_value()) < MINIMUM_KEY_BYTES:
            raise SettingsError(HOW_TO_MAKE_A_KEY)
        return settings


def demo_key_file(folder: Path) -> Path:
    """Where the key of a demo stands: beside its data folder, so that every command finds it."""
    return folder.with_name(f"{folder.name}.key")


def use_data_folder(folder: Path) -> None:
    """Let everything that this process still starts find its settings in a data folder."""
    os.environ["SDASH_DATA"] = str(folder.absolute())


def has_screen() -> bool:
    """Whether there is someone to show a browser to."""
    if "CI" in os.environ:
        return False
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _key(folder: Path, values: Mapping[str, Any]) -> SecretBytes:
    environment = os.environ
    own = demo_key_file(folder)
    if values.get("demo") and own.exists():
        name: str | None = str(own)
    elif value := environment.get("SDASH_KEY"):
        return SecretBytes(value.strip().encode())
    else:
        name = environment.get("SDASH_KEY_FILE")
    if not name:
        return SecretBytes(b"")
    try:
        return SecretBytes(Path(name).read_bytes().strip())
    except OSError as error:
        message = f"De sleutel in {Path(name).name} kan niet gelezen worden: {error.strerror}."
        raise SettingsError(message) from None


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path.name} kan niet gelezen worden: {error}"
        raise SettingsError(message) from None


def _explain(error: ValidationError) -> str:
    first = error.errors(include_input=False)[0]
    where = ".".join(str(part) for part in first["loc"])
    which = f"De instelling '{where}' klopt" if where else "De instellingen kloppen"
    return f"{which} niet: {first['msg'].removeprefix('Value error, ')}."
