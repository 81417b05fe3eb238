"""The tables of the README that the code itself knows: `python -m sdash.docs README.md`."""

import argparse
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

import sdash.queries  # noqa: F401  (importing them fills the registry)
from sdash.cli import parser
from sdash.contracts.base import Contract
from sdash.contracts.bestanden import BESTANDEN
from sdash.contracts.regels import DEUR
from sdash.contracts.vlaggen import OF_ANTWOORD, OF_BERICHT, OF_REGEL, OF_SIGNAAL, OF_VERZOEK
from sdash.sql import Field, Query, registry

GEVRAAGD: Final = Path(__file__).resolve().parents[1] / "docs" / "gevraagd.toml"
_BLOCK: Final = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def renew(text: str) -> str:
    """The text with every generated block written again."""
    return _BLOCK.sub(lambda block: f"{block[1]}{TABLES[block[2]]()}{block[3]}", text)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    names = [*head]
    lines = [names, ["---"] * len(names), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def commands() -> str:
    """One row a command, as `sdash --help` has it."""
    (chosen,) = (
        action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    return _table(
        ("command", "what it does"),
        ((f"`sdash {action.dest}`", action.help or "") for action in chosen._choices_actions),
    )


def contracts() -> str:
    """One row a column of every file that sdash reads."""
    return _table(("file", "column", "meaning"), _columns())


def _columns() -> Iterator[tuple[str, str, str]]:
    for contract in BESTANDEN:
        for name, info in contract.model_fields.items():
            is_first = name == next(iter(contract.model_fields))
            file = f"**{contract.soort}**" if is_first else ""
            marks = [word for word, is_so in _marks(contract, name, info) if is_so]
            column = f"`{info.alias or name}`" + (f" ({', '.join(marks)})" if marks else "")
            yield file, column, _meaning(info)


def _marks(contract: type[Contract], name: str, info: FieldInfo) -> Iterator[tuple[str, bool]]:
    yield "key", name in contract.sleutel
    yield "optional", not info.is_required()


def _meaning(info: FieldInfo) -> str:
    chosen = [value for value in _literals(info.annotation) if value]
    meaning = info.description or ""
    return meaning if not chosen or chosen[0] in meaning else f"{meaning}: {', '.join(chosen)}"


def _literals(annotation: object) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return tuple(text for part in get_args(annotation) for text in _literals(part))


def rules() -> str:
    """One row a rule of the standard: those at the door, then those that flag."""
    refused = [(rule, "refused") for rule in DEUR]
    flags = (*OF_REGEL, *OF_SIGNAAL, *OF_VERZOEK, *OF_ANTWOORD, *OF_BERICHT)
    flagged = [(rule, "flagged") for rule in flags]
    return _table(
        ("code", "rule", "messages", "what", ""),
        (
            (f"`{rule.code}`", rule.bron, rule.berichten, rule.wat, what)
            for rule, what in (*refused, *flagged)
        ),
    )


def queries() -> str:
    """One row a query: its name, its parameters, what one row answers."""
    return _table(
        ("query", "parameters", "one row is"),
        (
            (f"`{name}`", ", ".join(map(_parameter, query.header.params)), _sentence(query))
            for name, query in sorted(registry.items())
        ),
    )


def _parameter(param: Field) -> str:
    return f"`{param.name}`" + ("?" if param.nullable else "")


def _sentence(query: Query) -> str:  # type: ignore[type-arg]  # any query
    return query.header.sentence.replace("|", "\\|")


def asked() -> str:
    """One row for what a municipality asked, with the page and the query that answer it."""
    return _table(
        ("municipality", "asked", "page", "query"),
        (
            (
                one["gemeente"],
                one["vraag"],
                one.get("pagina", "nog niet"),
                f"`{one['query']}`" if "query" in one else "nog niet",
            )
            for one in tomllib.loads(GEVRAAGD.read_text("utf-8"))["vraag"]
        ),
    )


TABLES: Final[dict[str, Callable[[], str]]] = {
    "commands": commands,
    "rules": rules,
    "contracts": contracts,
    "asked": asked,
    "queries": queries,
}

if __name__ == "__main__":
    readme = Path(sys.argv[1])
    readme.write_text(renew(readme.read_text("utf-8")), "utf-8")
