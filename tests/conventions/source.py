"""The project's own files as the conventions read them."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
NOT_OURS = {
    ".git",
    ".venv",
    ".venv-duckdb2",
    ".venv-naast",
    ".venv-superset",
    "data",
    "demo",
    "__pycache__",
}


class Module(NamedTuple):
    """One Python file: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module


@cache
def modules(*places: str) -> tuple[Module, ...]:
    """The Python files under these places, or those of the product itself."""
    files = [path for place in places or ("app.py", "sdash") for path in _python(ROOT / place)]
    texts = [(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in files]
    return tuple(Module(path, text, ast.parse(text)) for path, text in texts)


def _python(place: Path) -> list[Path]:
    return [place] if place.is_file() else sorted(place.rglob("*.py"))


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the project, with its path from the root."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        if path.is_file() and not _is_not_ours(inside):
            yield inside.as_posix(), path.read_bytes().decode("utf-8", "ignore")


def _is_not_ours(inside: Path) -> bool:
    return any(
        part in NOT_OURS or part.endswith(("_cache", ".egg-info")) or part == ".hypothesis"
        for part in inside.parts
    )


def places(
    rule: Callable[[ast.AST], bool], *, but: tuple[str, ...] = (), within: tuple[str, ...] = ()
) -> list[str]:
    """Where the rule finds a node, as path:line, outside the places that may have it."""
    return [
        f"{module.path}:{getattr(node, 'lineno', 1)}"
        for module in modules(*within)
        if not module.path.startswith(but)
        for node in ast.walk(module.tree)
        if rule(node)
    ]


def name_of(node: ast.AST) -> str:
    """The dotted name that an expression is written as; empty when it is none."""
    return ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""


def mentions(pattern: str) -> Callable[[ast.AST], bool]:
    """A rule that finds a dotted name, an imported name or a keyword argument."""
    wanted = re.compile(pattern)

    def finds(node: ast.AST) -> bool:
        match node:
            case ast.Attribute() | ast.Name():
                names = [name_of(node)]
            case ast.ImportFrom(module=module, names=aliases):
                names = [f"{module}.{alias.name}" for alias in aliases]
            case ast.Import(names=aliases):
                names = [alias.name for alias in aliases]
            case ast.keyword(arg=str(arg)):
                names = [arg]
            case _:
                names = []
        return any(wanted.search(name) for name in names)

    return finds
