"""The pages on a small municipality, read from messages as a server would."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretBytes
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from sdash import answers
from sdash.answers import Answers
from sdash.domain import Rol
from sdash.prognose import bijhouden
from sdash.prognose.bijhouden import Bijhouder
from sdash.service.receipt import Ontvangst
from sdash.service.service import Service
from sdash.settings import Settings
from sdash.simulate import write
from sdash.ui import data

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "sdash" / "main.py"
YEAR = 2026
PATIENCE = 60

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Two hundred clients over fifteen months, beside the files of the sample municipality."""
    folder = tmp_path_factory.mktemp("pages")
    write(folder / "berichten", seed=7, clients=200, months=15, tot=date(YEAR, 10, 1))
    settings = Settings(
        data=folder / "data",
        sleutel=SecretBytes(b"a key that only tests know"),
        demo=True,
        grondslag_huishoudens="fictief",
    )
    with closing(Service(settings)) as opened:
        files = sorted((ROOT / "sample_data").glob("*.csv"))
        opened.ingest(files, Ontvangst(ontvangen=date(2025, 1, 1)), lambda _done, _all: None)
        messages = Ontvangst(ontvangen="dagtekening")
        opened.ingest([folder / "berichten"], messages, lambda _done, _all: None)
        yield opened


@pytest.fixture(scope="session")
def bijhouder(service: Service) -> Bijhouder:
    """The forecast of that municipality, as it is known now."""
    kept = Bijhouder(service.answers)
    kept.werk_bij()
    return kept


@pytest.fixture
def gemeente(service: Service, bijhouder: Bijhouder) -> Iterator[Answers]:
    """The answers that the pages ask; as on a server, what was drawn for others is shown again."""
    answers.use(service.answers)
    bijhouden.use(bijhouder)
    yield service.answers
    bijhouden.use(None)
    answers.use(None)


@pytest.fixture
def our_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """What `app.py` does for a server: AppTest forgets it before every run."""
    start = PagesManager.__init__

    def started(self: PagesManager, *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        start(self, *arguments, **named)
        PagesManager.uses_pages_directory = False

    monkeypatch.setattr(PagesManager, "__init__", started)


@pytest.fixture
def open_page(gemeente: Answers, our_pages: None) -> Open:  # noqa: ARG001
    """Opens a page by its name, with an address and a role, as a browser would."""

    def opened(page: str = "overzicht", rol: Rol | None = None, **address: str) -> AppTest:
        app = AppTest.from_file(SCRIPT, default_timeout=PATIENCE)
        for key, value in address.items():
            app.query_params[key] = value
        if rol:
            app.session_state["rol"] = rol
        if page != "overzicht":
            app.switch_page(f"pages/{page}.py")
        return app.run()

    return opened


@pytest.fixture(scope="session")
def _kept() -> dict[Hashable, AppTest]:
    return {}


@pytest.fixture
def seen(open_page: Open, _kept: dict[Hashable, AppTest]) -> Open:
    """The same for a test that only looks: what another one looked at is not opened again."""

    def looked_at(page: str = "overzicht", rol: Rol = Rol.BESTUURDER, **address: str) -> AppTest:
        key = (page, rol, *sorted(address.items()))
        if key not in _kept:
            _kept[key] = open_page(page, rol, **address)
        return _kept[key]

    return looked_at


@pytest.fixture
def undrawn(gemeente: Answers) -> None:  # noqa: ARG001  (what is forgotten is of its answers)
    """A server that has drawn nothing yet."""
    data.forget()
