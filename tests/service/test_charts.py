from pathlib import Path

import streamlit

from sdash.service.charts import FOLLOWING, ONCE, SCRIPT, mend

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"


def test_the_script_of_the_streamlit_that_is_installed_can_be_mended() -> None:
    (script,) = SCRIPTS.glob(SCRIPT)

    mended = mend(script.read_bytes())

    assert mended is not None
    assert mended.count(FOLLOWING) == 1


def test_a_script_that_is_not_the_one_we_know_is_left_alone() -> None:
    assert mend(b"function other() {}") is None
    assert mend(ONCE + ONCE) is None
