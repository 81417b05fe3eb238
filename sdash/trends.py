"""What is watched for change, as the gemeente sets it: by which rules, what to ask, which goals."""

from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Onderwerp = Literal["instroom", "terug", "plan", "wacht"]
Regel = Literal[1, 2, 3, 4]
Stand = Literal["open", "opgepakt", "gesloten"]
"""Of a signal, as somebody noted it."""
REEKS: Final = r"^(instroom|terug|plan|wacht)/(totaal|product|team|wijk|verwijzer)/[^/]{1,100}$"
"""A series: onderwerp, snede and member."""

_ONE, _TWO, _THREE = 0.15865525393145707, 0.022750131948179195, 0.0013498980316300933
"""How often a month lies more than so many standard deviations above its mean."""
KANS: Final[dict[int, float]] = {
    1: 2 * _THREE,
    2: 2 * _TWO * (1 - (1 - _TWO) ** 2),
    3: 2 * _ONE * (4 * _ONE**3 * (1 - _ONE) + _ONE**4),
    4: 2 * 0.5**8,
}
"""How often a series in which nothing changes breaks a rule of Western Electric, at most."""
VRAGEN: Final[dict[Onderwerp, str]] = {
    "instroom": "Wat is er veranderd bij wie mensen stuurt: huisarts, school, wijkteam?",
    "terug": "Vraag wie terugkwam: wat hield niet, toen de zorg de vorige keer stopte?",
    "plan": "Vraag aanbieder en cliënt: waarom eindigt zorg anders dan was afgesproken?",
    "wacht": "Vraag wie wacht: wat krijgt u zolang? En de aanbieder: waar loopt het vast?",
}


class Doel(BaseModel):
    """What the gemeente wants of a series: at least or at most so much in three months.

    Of a part it is a ratio from 0 to 1, of a count so many people a month.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    reeks: str = Field(pattern=REEKS)
    minstens: float | None = Field(default=None, ge=0)
    hoogstens: float | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.minstens is None) == (self.hoogstens is None):
            raise ValueError("een doel heeft een minstens of een hoogstens")
        return self


class Trends(BaseModel):
    """Rules 1 to 4 of Western Electric, what to ask outside by subject, and the goals."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regels: tuple[Regel, ...] = (1, 4)
    vragen: dict[Onderwerp, str] = {}
    doelen: tuple[Doel, ...] = ()

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """The reference tables that follow."""
        return {
            "trendregel": [(regel, KANS[regel]) for regel in sorted({*self.regels})],
            "trendvraag": [*(VRAGEN | self.vragen).items()],
            "trenddoel": [
                (
                    doel.reeks,
                    doel.hoogstens if doel.minstens is None else doel.minstens,
                    doel.minstens is not None,
                )
                for doel in {doel.reeks: doel for doel in self.doelen}.values()
            ],
        }
