"""What comes from outside is pinned, hashed and accounted for."""

import re
import tomllib

from tests.conventions.source import ROOT

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = (ROOT / "pyproject.toml").read_text("utf-8")


def test_the_lock_names_no_host() -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", LOCK)


def test_every_pin_of_the_lock_is_exact_and_hashed() -> None:
    pins = [entry for entry in re.split(r"\n(?=\S)", LOCK) if entry.strip()]

    loose = [pin for pin in pins if not re.match(r"[\w.-]+==\S+", pin) or "sha256:" not in pin]

    assert loose == []


def test_the_lock_holds_the_measured_duckdb() -> None:
    assert "\nduckdb==1.5.5 " in LOCK


def test_the_lock_holds_every_dependency() -> None:
    project = tomllib.loads(PROJECT)
    groups = project["dependency-groups"].values()
    wanted = [*project["project"]["dependencies"], *(name for group in groups for name in group)]

    names = {re.split(r"[^\w-]", requirement)[0] for requirement in wanted}

    assert names <= set(re.findall(r"(?m)^([\w.-]+)==", LOCK))


def test_every_dependency_of_the_product_says_why() -> None:
    block = re.search(r"(?ms)^dependencies = \[\n(.*?)^\]", PROJECT)

    assert block
    assert [line for line in block[1].splitlines() if "  # " not in line] == []
