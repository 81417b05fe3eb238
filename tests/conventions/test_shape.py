"""Small pages, modules and functions, and names that say what they hold."""

import ast
import re

from tests.conventions.source import modules, places

SERVER_LINES = 30
PAGE_LINES = 60
MODULE_LINES = 250
FUNCTION_LINES = 40
EMPTY_NAME = re.compile(r"(col|tab|df|tmp|data|res)\d*")
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
LOGIC = FUNCTION | ast.Lambda | ast.For | ast.While | ast.ClassDef


def test_the_server_is_nothing_but_the_server() -> None:
    (server,) = modules("app.py")

    assert _lines(server.text) <= SERVER_LINES


def test_a_page_fits_on_a_screen() -> None:
    long = [page.path for page in modules("sdash/pages") if _lines(page.text) > PAGE_LINES]

    assert long == []


def test_a_page_only_composes() -> None:
    assert places(lambda node: isinstance(node, LOGIC), within=("sdash/pages",)) == []


def test_a_module_does_one_thing() -> None:
    long = [
        f"{module.path} {_lines(module.text)}"
        for module in modules()
        if _lines(module.text) > MODULE_LINES
    ]

    assert long == []


def test_a_function_can_be_read_at_once() -> None:
    long = places(lambda node: isinstance(node, FUNCTION) and _length(node) > FUNCTION_LINES)

    assert long == []


def test_a_name_says_what_its_value_is() -> None:
    assert places(_binds_an_empty_name) == []


def _lines(text: str) -> int:
    return len(text.splitlines())


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _binds_an_empty_name(node: ast.AST) -> bool:
    """An annotated field is left alone: the name of its class says the rest."""
    match node:
        case ast.Assign(targets=targets):
            bound = targets
        case ast.For(target=target) | ast.NamedExpr(target=target):
            bound = [target]
        case ast.withitem(optional_vars=ast.expr() as target):
            bound = [target]
        case _:
            bound = []
    names = [name for target in bound for name in ast.walk(target) if isinstance(name, ast.Name)]
    return any(EMPTY_NAME.fullmatch(name.id) for name in names)
