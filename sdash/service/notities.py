"""A note to a signal: by who may, to a series that is watched, kept as a delivery."""

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Final

from pydantic import ValidationError

from sdash.clock import now
from sdash.contracts.base import explain
from sdash.contracts.trendnotitie import Trendnotitie
from sdash.domain import Rol
from sdash.ingest.trendnotitie import trendnotitie
from sdash.queries import trends
from sdash.service.control import CommandRefused
from sdash.warehouse import Receipt, Warehouse

MAY: Final = (Rol.CONTROLLER, Rol.BEHEERDER)
NOT_FOLLOWED: Final = (
    "Deze reeks wordt in die maand niet gevolgd. Vraag `sdash query trends/reeksen` welke er zijn."
)


def note(warehouse: Warehouse, rol: Rol, said: Mapping[str, str | None]) -> dict[str, object]:
    """Record what somebody says of a signal; raises CommandRefused with why it may not be kept."""
    if rol not in MAY:
        raise CommandRefused(f"De rol {rol} schrijft geen notities; controller en beheerder wel.")
    try:
        record = Trendnotitie.model_validate(dict(said))
    except ValidationError as error:
        raise CommandRefused(f"De {', '.join(why for _, why in explain(error))}.") from None
    if not _is_followed(warehouse, record):
        raise CommandRefused(NOT_FOLLOWED)
    receipt = warehouse.in_order(Receipt(ontvangen_op=now()))
    [uitkomst] = warehouse.record([trendnotitie(record, receipt.ontvangen_op)], [receipt])
    return {"reeks": record.reeks, "stand": record.stand, "aangenomen": uitkomst.geaccepteerd}


def _is_followed(warehouse: Warehouse, record: Trendnotitie) -> bool:
    """Whether there is a judgement of this series of that month."""
    first = record.maand.replace(day=1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    van = max(date(first.year - 2, first.month, 1), warehouse.vanaf or date.min)
    params = trends.EenReeks(van=van, tot=last, reeks=record.reeks)
    with warehouse.at(None) as cursor:
        return any(row.maand == first for row in trends.reeks.rows(cursor, params))
