"""A question as someone typed it: which query is meant, and with what."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from sdash.service.control import CommandRefused
from sdash.sql import Params, Query, registry


def understood(name: str, parameters: Mapping[str, str]) -> tuple[Query[Any, Any], Params]:
    """The query of this name and its parameters; who asks wrongly is told what can be asked."""
    query = registry.get(name)
    if query is None:
        raise CommandRefused(f"Onbekende vraag: {name}. Bekende vragen: {_list(registry)}.")
    return query, _params(query, parameters)


def _params(query: Query[Any, Any], parameters: Mapping[str, str]) -> Params:
    """The parameters as the query wants them; an empty one counts as left out."""
    known = query.params.model_fields
    filled = {name: value for name, value in parameters.items() if value}
    if unknown := filled.keys() - known.keys():
        raise CommandRefused(_wrong(query, f"heeft geen parameter {_list(unknown)}"))
    try:
        params: Params = query.params.model_validate(filled)
    except ValidationError as error:
        wrong = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
        raise CommandRefused(_wrong(query, f"mist of begrijpt niet: {_list(wrong)}")) from None
    return params


def _wrong(query: Query[Any, Any], why: str) -> str:
    params = [f"{param.name}{'?' if param.nullable else ''}" for param in query.header.params]
    known = ", ".join(params) or "geen"
    return f"De vraag {query.name} {why}. Parameters: {known}."


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
