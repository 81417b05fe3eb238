"""Each of these has one home: cache, timer, SQL, colours, formats, environment, clock."""

import ast
import re

from tests.conventions.source import mentions, places

SQL = re.compile(r"\s*(SELECT|INSERT|DELETE|UPDATE|CREATE|ALTER|DROP|COPY|WITH|ATTACH)\s")
HEX_COLOUR = re.compile(r"#([0-9a-fA-F]{3}){1,2}\b")


def test_only_sql_the_warehouse_and_the_benchmark_execute_statements() -> None:
    executed = places(
        mentions(r"\.execute(many)?$"), but=("sdash/sql.py", "sdash/warehouse/", "sdash/bench/")
    )

    assert executed == []


def test_only_sql_and_the_warehouse_import_duckdb() -> None:
    imported = places(mentions(r"^duckdb\b"), but=("sdash/sql.py", "sdash/warehouse/"))

    assert imported == []


def test_every_answer_is_fetched_whole() -> None:
    """Half an answer keeps a transaction open, and DuckDB 2.0 refuses the next statement."""
    assert places(mentions(r"\.fetch(one|many)$")) == []


def test_sql_is_never_an_f_string() -> None:
    glued = places(
        lambda node: (
            isinstance(node, ast.JoinedStr)
            and isinstance(node.values[0], ast.Constant)
            and SQL.match(str(node.values[0].value)) is not None
        ),
        but=(
            *("sdash/sql.py", "sdash/warehouse/"),
            *("sdash/bench/veelvoud.py", "sdash/bench/naast_"),
        ),
    )

    assert glued == []


def test_only_ui_data_caches() -> None:
    opens_pages = "sdash/bench/opname.py"  # and has to forget what an earlier one asked
    cached = places(mentions(r"\bcache_(data|resource)$"), but=("sdash/ui/data.py", opens_pages))

    assert cached == []


def test_only_ui_live_has_a_timer_or_reruns() -> None:
    assert places(mentions(r"^run_every$|^st\.rerun$"), but=("sdash/ui/live.py",)) == []


def test_only_choices_and_the_role_switch_use_session_state() -> None:
    opens_pages = "sdash/bench/opname.py"
    used = places(
        mentions(r"\bsession_state$"),
        but=(
            *("sdash/ui/filters.py", "sdash/ui/stappen.py", "sdash/ui/viewer.py"),
            *("sdash/ui/quirks.py", "sdash/ui/links.py", opens_pages),
        ),
    )

    assert used == []


def test_only_main_configures_the_page() -> None:
    assert places(mentions(r"\bset_page_config$"), but=("sdash/main.py",)) == []


def test_only_the_clock_knows_what_time_it_is() -> None:
    clock = mentions(r"\b(datetime|date)\.(now|today|utcnow)$|^time\.(time|time_ns)$")

    assert places(clock, but=("sdash/clock.py",)) == []


def test_only_the_settings_read_the_environment() -> None:
    assert places(mentions(r"^os\.(environ|getenv)"), but=("sdash/settings.py",)) == []


def test_only_format_writes_thousands() -> None:
    english = places(
        lambda node: (
            isinstance(node, ast.FormattedValue)
            and node.format_spec is not None
            and "," in ast.unparse(node.format_spec)
        ),
        but=("sdash/format.py",),
    )

    assert english == []


def test_only_the_figure_style_and_the_theme_name_colours() -> None:
    coloured = places(
        lambda node: (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and HEX_COLOUR.search(node.value) is not None
        ),
        but=("sdash/figures/style.py",),
    )

    assert coloured == []


def test_only_our_own_style_sheets_are_raw_html() -> None:
    assert places(mentions(r"^unsafe_allow_html$")) == []
    assert places(mentions(r"^st\.html$"), but=("sdash/ui/look.py",)) == []
