"""One subject has one word at every layer, and the layers keep apart when they run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conventions.source import ROOT, texts

BUILDING = {"staging", "mart", "keuze", "checks", "ingest", "domain"}
THIS_MACHINE = re.compile(r"(?<![\w.])/(work|root|farm|home/\w+|tmp)/|C:\\Users|\.\./shared")
HEADLESS = ["sdash.figures", "sdash.queries", "sdash.answers", "sdash.warehouse", "sdash.ingest"]


def subjects() -> set[str]:
    """The folders of queries that a page may ask."""
    return {path.name for path in (ROOT / "queries").iterdir() if path.is_dir()} - BUILDING


def words(folder: str) -> set[str]:
    """The names of the modules of a folder, without its helpers."""
    names = {path.stem for path in (ROOT / folder).glob("*.py")}
    return {name for name in names if not name.startswith("_")}


def test_every_subject_has_one_module_of_queries() -> None:
    assert words("sdash/queries") == subjects()


def test_every_page_is_named_after_its_subject() -> None:
    assert words("sdash/pages") <= subjects()


def test_every_subject_with_a_figure_uses_its_own_word() -> None:
    imported = {
        word
        for page in (ROOT / "sdash/pages").glob("*.py")
        for word in re.findall(r"from sdash\.figures import (\w+)", page.read_text("utf-8"))
    }

    assert imported <= subjects()


@pytest.mark.parametrize("module", HEADLESS)
def test_the_core_runs_without_streamlit(module: str) -> None:
    program = f"import sys, {module}; sys.exit('streamlit' in sys.modules)"

    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)

    assert run.returncode == 0


def test_no_file_holds_a_path_of_one_machine() -> None:
    this_file = Path(__file__).relative_to(ROOT).as_posix()

    found = [path for path, text in texts() if path != this_file and THIS_MACHINE.search(text)]

    assert found == []
