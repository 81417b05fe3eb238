"""The addresses under which a tile hands out its files, and its picture.

A picture is drawn by the browser that asks for it, with the script of Plotly that is installed
here, so that the server needs no browser of its own.
"""

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

import plotly
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from sdash import format as fmt
from sdash.answers import NotRunning
from sdash.privacy import NotAllowed
from sdash.ui.meenemen import Uitvoer, boek
from sdash.warehouse import NotKept

HERE: Final = Path(__file__).parent
STATIC: Final = {
    "beeld.js": HERE / "beeld.js",
    "plotly.js": Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
}
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GONE: Final = "Deze koppeling is verlopen. Open de pagina opnieuw, en kies dan weer Meenemen.\n"
BROKEN: Final = "Dit bestand kan nu niet gemaakt worden. De fout staat in het logboek.\n"
NOT_KEPT: Final = {"Cache-Control": "no-store"}

log = logging.getLogger(__name__)


# Not async: what asks the warehouse runs in a thread, so that no screen waits for it.
def hand_out(request: Request) -> Response:
    """Answer for one address below `/meenemen/`."""
    name = str(request.path_params["naam"])
    if name in STATIC:
        return FileResponse(STATIC[name], media_type="text/javascript")
    word, _, kind = name.partition(".")
    uitvoer = boek.find(word)
    if uitvoer is None or kind not in KINDS:
        return PlainTextResponse(GONE, 404, NOT_KEPT)
    try:
        return KINDS[kind](uitvoer)
    except (NotAllowed, NotKept) as refusal:
        return PlainTextResponse(f"{refusal}\n", 403, NOT_KEPT)
    except NotRunning:
        return PlainTextResponse(GONE, 503, NOT_KEPT)
    except Exception:
        log.exception("Een bestand om mee te nemen is niet gemaakt")
        return PlainTextResponse(BROKEN, 500, NOT_KEPT)


def _csv(uitvoer: Uitvoer) -> Response:
    return _file(uitvoer.csv(), f"{uitvoer.naam()}.csv", "text/csv; charset=utf-8")


def _xlsx(uitvoer: Uitvoer) -> Response:
    return _file(uitvoer.xlsx(), f"{uitvoer.naam()}.xlsx", XLSX)


def _file(content: bytes, name: str, kind: str) -> Response:
    headers = {**NOT_KEPT, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)


def _page(_uitvoer: Uitvoer) -> Response:
    return FileResponse(HERE / "beeld.html", headers=NOT_KEPT)


def _drawing(uitvoer: Uitvoer) -> Response:
    drawing = uitvoer.beeld()
    told = {"naam": uitvoer.naam(), "titel": uitvoer.titel, "leeg": fmt.HIDDEN.capitalize()}
    plain = json.loads(json.dumps({**told, "beeld": drawing}, default=float))
    return JSONResponse(plain, headers=NOT_KEPT)


KINDS: Final[dict[str, Callable[[Uitvoer], Response]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "html": _page,
    "json": _drawing,
}
routes: Final = [Route("/meenemen/{naam}", hand_out, methods=["GET"])]
