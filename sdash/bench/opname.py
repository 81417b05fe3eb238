"""Which questions a page asks, found by opening the page itself."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, TypeVar

from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from sdash import answers
from sdash.answers import Answer, Answers
from sdash.domain import Rol
from sdash.service.control import CommandFailed
from sdash.sql import Params, Query, Row
from sdash.ui import balken, data, viewer

P = TypeVar("P", bound=Params)
R = TypeVar("R", bound=Row)

SCRIPT: Final = Path(__file__).resolve().parents[1] / "main.py"
PAGES: Final = tuple(balken.BARS)
START: Final = PAGES[0]
PATIENCE: Final = 600.0


@dataclass(frozen=True)
class Vraag:
    """A query with the parameters that a page gave it."""

    query: Query[Any, Any]
    params: Params


class Opname(Answers):
    """Answers as ever, and remembers what was asked."""

    asked: dict[Vraag, None]

    def rows(
        self, query: Query[P, R], params: P, rol: Rol, per: datetime | None = None
    ) -> Answer[R]:
        """The answer to a query."""
        self.asked[Vraag(query, params)] = None
        return super().rows(query, params, rol, per)


@contextmanager
def opened(opname: Opname) -> Iterator[None]:
    """Let the pages of this process ask these answers, and be run as the server runs them."""
    start = PagesManager.__init__

    def started(self: PagesManager, *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        start(self, *arguments, **named)
        PagesManager.uses_pages_directory = False

    PagesManager.__init__ = started  # type: ignore[method-assign]
    opname.asked = {}
    answers.use(opname)
    try:
        yield
    finally:
        answers.use(None)
        PagesManager.__init__ = start  # type: ignore[method-assign]


def asked_by(opname: Opname, page: str, choice: Mapping[str, str]) -> list[Vraag]:
    """What a page asks that someone opens with these filters, of who may see the most."""
    app = AppTest.from_file(SCRIPT, default_timeout=PATIENCE)
    app.session_state[viewer.ROLE] = Rol.CONTROLLER
    for key, code in choice.items():
        app.session_state[key] = code
    _forget(opname)
    app.run()
    if page != START:
        _forget(opname)
        app.switch_page(f"pages/{page}.py").run()
    if app.exception or app.error:
        raise CommandFailed(f"De pagina {page} is niet te tekenen.")
    return [*opname.asked]


def _forget(opname: Opname) -> None:
    """What an earlier page asked would be answered from memory, and not be seen."""
    data.forget()
    opname.asked = {}
