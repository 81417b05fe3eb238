"""What the forecast is made of, from the answers of an installation."""

from datetime import date, datetime

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.prognose.stof import Stof
from sdash.queries import prognose


def lees(answers: Answers, per: datetime | None = None) -> Stof | None:
    """All that is kept, as known now or at a past moment, or None when no line was read by then.

    It asks exact figures of small groups, whoever looks on; what it gives may be shown of posten
    together that the reader may see.
    """
    return Stof.of(*rijen(answers, per))


def rijen(
    answers: Answers, per: datetime | None = None
) -> tuple[list[prognose.Driehoek], list[prognose.Toewijzing]]:
    """The rows that it is made of."""
    vanaf = prognose.Vanaf(van=answers.vanaf or date.min)
    return (
        answers.rows(prognose.driehoek, vanaf, Rol.CONTROLLER, per).rows,
        answers.rows(prognose.toewijzingen, vanaf, Rol.CONTROLLER, per).rows,
    )
