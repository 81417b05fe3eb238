"""The README says what is true: its commands exist, its links resolve, its tables are current."""

import re
import shlex
from pathlib import Path

import pytest

from sdash.cli import parser
from sdash.docs import TABLES, renew
from sdash.sql import load, registry

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
BLOCKS = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
COMMANDS = re.findall(r"(?m)^\.venv/bin/sdash (.*)$", BLOCKS)
TARGETS = sorted(set(re.findall(r"`make ([\w-]+)`|^make ([\w-]+)$", README, re.MULTILINE)))


def test_the_generated_tables_are_current() -> None:
    assert renew(README) == README, "make docs writes them again"


def test_every_generated_table_has_its_place() -> None:
    assert re.findall(r"<!-- generated: (\w+) -->", README) == [*TABLES]


@pytest.mark.parametrize("target", ["".join(target) for target in TARGETS])
def test_every_make_target_exists(target: str) -> None:
    assert re.search(rf"(?m)^{target}:", MAKEFILE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_understood(command: str) -> None:
    words = shlex.split(command, comments=True)

    assert parser().parse_args(words).command in words


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", README))))
def test_every_link_leads_somewhere(link: str) -> None:
    page, _, section = link.partition("#")
    headings = re.findall(r"(?m)^#+ (.*)$", (ROOT / (page or "README.md")).read_text("utf-8"))

    assert not section or section in {heading.lower().replace(" ", "-") for heading in headings}


def test_the_test_command_is_the_one_of_ci() -> None:
    assert "`make test`" in README
    assert "\nmake test\n" in (ROOT / ".ci/run").read_text("utf-8")


def test_ci_runs_what_the_readme_says() -> None:
    said = README.partition("CI runs ")[2].partition(".\n")[0]
    run = re.findall(r"(?m)^make .*$", (ROOT / ".ci/run").read_text("utf-8"))

    assert re.findall(r"`(make [\w-]+)`", said) == run


def test_the_columns_of_queries_and_marts_consist_of_glossary_words() -> None:
    glossary = README.partition("## Glossary")[2].partition("\n## ")[0]
    cells = re.findall(r"(?m)^\| ([^|]+) \|", glossary)
    known = {word for cell in cells for word in cell.split(", ")}
    headers = [query.header for query in registry.values()]
    marts = [load(f"mart/{path.stem}")[0] for path in (ROOT / "queries/mart").glob("*.sql")]
    names = {column.name for header in (*headers, *marts) for column in header.columns}

    unknown = {name for name in names if not set(name.split("_")) <= known}

    assert unknown == set()
