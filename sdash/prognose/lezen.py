"""What the forecast is made of, from the answers of an installation.

It asks exact figures of small groups, whoever looks on; what it gives may be shown of posten
together that the reader may see.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime

import pyarrow as pa

from sdash.answers import Answers
from sdash.domain import Rol
from sdash.prognose.stof import Stof, Veld, taakveld_van
from sdash.queries import plafonds, prognose
from sdash.queries.plafonds import Bereik
from sdash.queries.prognose import Bekend
from sdash.warehouse import NotKept


@dataclass(frozen=True, eq=False)
class Gelezen:
    """All that was known at a moment, as the answers to both questions."""

    regels: pa.Table
    toewijzingen: pa.Table

    def stof(self, veld: Veld = taakveld_van) -> Stof | None:
        """The same as arrays, by taakveld or another veld; None when no line was read by then."""
        return Stof.of(self.regels, self.toewijzingen, veld)


def lees(answers: Answers, per: datetime | None = None) -> Gelezen:
    """All that is kept, as known now or at a past moment.

    Both questions take about as long, and each has one thread of the database.
    """
    vanaf = prognose.Vanaf(van=answers.vanaf or date.min)
    with ThreadPoolExecutor(1, "sdash-prognose") as beside:
        versies = beside.submit(answers.table, prognose.toewijzingen, vanaf, Rol.CONTROLLER, per)
        regels = answers.table(prognose.driehoek, vanaf, Rol.CONTROLLER, per)
        return Gelezen(regels, versies.result())


def bekend(answers: Answers, tot: date, per: datetime | None = None) -> Bekend:
    """What tells whether the same was received before a day as when it was asked before."""
    (row,) = answers.rows(prognose.bekend, prognose.Tot(tot=tot), Rol.CONTROLLER, per).rows
    return row


def bereiken(answers: Answers, jaar: int, per: datetime | None = None) -> tuple[Bereik, ...]:
    """What the plafonds of a year are about; of a year that is not kept there are none."""
    heel = plafonds.Heel(jaar=jaar)
    try:
        return tuple(answers.rows(plafonds.bereik, heel, Rol.CONTROLLER, per).rows)
    except NotKept:
        return ()
