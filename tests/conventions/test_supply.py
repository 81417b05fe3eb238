"""What comes from outside is pinned, hashed and accounted for."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from sdash import __version__
from tests.conventions.source import ROOT

ALL, DUCKDB2, RUN = "requirements.lock", "requirements-duckdb2.lock", "requirements-run.lock"
LOCKS = {name: (ROOT / name).read_text("utf-8") for name in (ALL, DUCKDB2, RUN)}
TEXT = (ROOT / "pyproject.toml").read_text("utf-8")
PROJECT = tomllib.loads(TEXT)
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
PUBLICCODE = (ROOT / "publiccode.yml").read_text("utf-8")

every_lock = pytest.mark.parametrize("lock", LOCKS)


def pins(lock: str) -> dict[str, str]:
    """The entries of a lock with their hashes, by what stands before the hashes."""
    entries = re.split(r"\n(?=\S)", LOCKS[lock].strip())
    return {entry.partition(" \\")[0]: entry for entry in entries}


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w-]", requirement)[0] for requirement in requirements}


@every_lock
def test_a_lock_names_no_host(lock: str) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", LOCKS[lock])


@every_lock
def test_every_pin_of_a_lock_is_exact_and_hashed(lock: str) -> None:
    loose = [
        pin
        for pin, entry in pins(lock).items()
        if not re.match(r"[\w.-]+==\S+", pin) or "sha256:" not in entry
    ]

    assert loose == []


@pytest.mark.parametrize(
    ("lock", "duckdb"), [(ALL, "duckdb==1.5.5"), (RUN, "duckdb==1.5.5"), (DUCKDB2, "duckdb==2.0.0")]
)
def test_a_lock_holds_the_duckdb_it_is_for(lock: str, duckdb: str) -> None:
    assert duckdb in pins(lock)


def test_the_second_lane_differs_in_duckdb_only() -> None:
    first, second = (set(pins(lock).values()) for lock in (ALL, DUCKDB2))

    assert {entry.partition("==")[0] for entry in first ^ second} == {"duckdb"}


def test_the_lock_holds_every_dependency() -> None:
    groups = PROJECT["dependency-groups"].values()
    wanted = [*PROJECT["project"]["dependencies"], *(name for group in groups for name in group)]

    assert names(wanted) <= names([*pins(ALL)])


def test_what_runs_is_locked_as_it_was_tested_and_without_the_tools() -> None:
    groups = PROJECT["dependency-groups"]

    assert pins(RUN).items() <= pins(ALL).items()
    assert names(PROJECT["project"]["dependencies"]) <= names([*pins(RUN)])
    assert names([*pins(RUN)]) & names(groups["test"] + groups["dev"]) == set()


@pytest.mark.slow
def test_the_sbom_lists_what_runs_and_is_the_same_every_time(tmp_path: Path) -> None:
    sbom, here = tmp_path / "sbom.json", Path(sys.executable).parent
    command = ["make", "--old-file", ".venv/ready", "sbom", f"BIN={here}", f"SBOM={sbom}"]

    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    said = json.loads(sbom.read_text("utf-8"))

    listed = {f"{part['name']}=={part['version']}" for part in said["components"]}
    assert listed == {pin.partition(" ")[0] for pin in pins(RUN)}
    assert said["metadata"]["component"]["name"] == "sdash"
    assert (said.keys() | said["metadata"].keys()) & {"serialNumber", "timestamp"} == set()


def test_the_sheet_for_catalogues_says_what_the_package_says() -> None:
    said = dict(re.findall(r"(?m)^ *(softwareVersion|license): (\S+)$", PUBLICCODE))

    assert said["softwareVersion"] == PROJECT["project"]["version"]
    assert said["license"] == PROJECT["project"]["license"]
    assert __version__ == PROJECT["project"]["version"]


def test_a_release_has_one_date() -> None:
    version = re.escape(PROJECT["project"]["version"])
    released = re.findall(rf"(?m)^## \[{version}\] - (\S+)$", CHANGELOG)
    said = re.findall(r'(?m)^releaseDate: "(\S+)"$', PUBLICCODE)

    assert released in ([], said)


def test_every_dependency_of_the_product_says_why() -> None:
    block = re.search(r"(?ms)^dependencies = \[\n(.*?)^\]", TEXT)

    assert block
    assert [line for line in block[1].splitlines() if "  # " not in line] == []
