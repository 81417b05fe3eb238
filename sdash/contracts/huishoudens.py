"""Files about households beside who lives in them: what is the matter there, and who has a plan."""

from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from sdash.contracts.base import TECHNISCH, Contract, Empty, Text, refuse
from sdash.contracts.inwoner import Huishouden
from sdash.contracts.regels import check_period
from sdash.contracts.velden import Datum, Kenmerk, LegeDatum, Pseudoniem, Verwacht
from sdash.leefgebieden import LEEFGEBIEDEN


def _of_the_list(text: str, info: ValidationInfo) -> str:
    """A leefgebied of the settings, which the reader hands over; any other word may be a name."""
    found = text.casefold()
    if found not in (info.context or LEEFGEBIEDEN):
        raise refuse(TECHNISCH, "is geen leefgebied uit de lijst")
    return found


Gebied = Annotated[
    Text,
    AfterValidator(_of_the_list),
    Verwacht("een leefgebied uit de lijst van de gemeente, zoals wonen"),
]


class Leefgebied(Contract):
    """A part of life in which a household or casus has a problem, from one day to another."""

    tabel: ClassVar[str] = "leefgebied_regel"
    soort: ClassVar[str] = "leefgebieden"
    sleutel: ClassVar[tuple[str, ...]] = ("huishouden", "casusnummer", "leefgebied", "van")

    huishouden: Annotated[Kenmerk | None, Empty, Pseudoniem("huishouden")] = Field(
        default=None,
        description="eigen nummer van het huishouden, als in huishoudens; wordt een pseudoniem",
    )
    casusnummer: Annotated[Kenmerk | None, Empty, Pseudoniem("casus")] = Field(
        default=None,
        description="nummer van de casus, als het huishouden niet bekend is; wordt een pseudoniem",
    )
    leefgebied: Gebied = Field(
        description="leefgebied waarop een probleem is, uit de lijst in de instellingen"
    )
    van: Datum = Field(description="eerste dag (ingangsdatum, startdatum)")
    tot: LegeDatum = Field(description="laatste dag (einddatum), leeg als het doorloopt")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if (self.huishouden is None) == (self.casusnummer is None):
            raise refuse(TECHNISCH, "Noem een huishouden of een casusnummer, en niet beide")
        check_period(self.van, self.tot)
        return self


class Plan(Contract):
    """A plan of a household, and what kind of organisation keeps an eye on it."""

    tabel: ClassVar[str] = "plan_regel"
    soort: ClassVar[str] = "plannen"
    sleutel: ClassVar[tuple[str, ...]] = ("huishouden", "plan_van", "regisseur")

    huishouden: Annotated[Kenmerk, Pseudoniem("huishouden")] = Field(
        description="eigen nummer van het huishouden, als in huishoudens; wordt een pseudoniem"
    )
    plan_van: Datum = Field(description="dag waarop het plan begon")
    regisseur: Annotated[
        Literal[
            "sociaal team",
            "wijkteam",
            "jeugdteam",
            "werk en inkomen",
            "schuldhulp",
            "aanbieder",
            "gecertificeerde instelling",
            "overig",
        ]
        | None,
        Empty,
    ] = Field(description="soort organisatie of team met de regie, nooit een naam; leeg als geen")
    tot: LegeDatum = Field(description="laatste dag van het plan, leeg als het doorloopt")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        check_period(self.plan_van, self.tot)
        return self


OP_GRONDSLAG: Final = (Huishouden, Leefgebied, Plan)
"""Read only once it was recorded on what ground households may be known."""
