"""The browser's half of a chart, mended: Streamlit 1.67 draws a chart only once for each identity.

With an identity of its own a chart keeps its zoom while its data changes, but then Streamlit's
script never looks at the new data; without one it is mounted anew at every change, and flickers.
So one expression of that script is replaced on its way to the browser: the figure follows the data.
"""

import gzip
from pathlib import Path
from threading import Event
from typing import Final

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

SCRIPT: Final = "PlotlyChart.*.js"
ONCE: Final = b"F(t=>Le(t,e.theme,c))},[e.id,c,e.theme])"
FOLLOWING: Final = b"F(()=>Le(O,e.theme,c))},[e.id,e.spec,c,e.theme])"
HEADERS: Final = {
    "Content-Encoding": "gzip",
    "Cache-Control": "public, max-age=3600",
    "Vary": "Accept-Encoding",
}

follows = Event()
"""Set when charts in the browser follow their data, so that they may keep their identity."""


class LiveCharts:
    """Answers for the one script of `scripts` that draws charts; all else passes untouched."""

    def __init__(self, app: ASGIApp, scripts: Path) -> None:
        self._app = app
        self._path = ""
        self._body = b""
        for script in scripts.glob(SCRIPT):
            if (mended := mend(script.read_bytes())) is not None:
                self._path = f"/static/js/{script.name}"
                self._body = gzip.compress(mended)
                follows.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"] == self._path:
            await Response(self._body, media_type="text/javascript", headers=HEADERS)(
                scope, receive, send
            )
        else:
            await self._app(scope, receive, send)


def mend(script: bytes) -> bytes | None:
    """The script with the figure following its data; None when it is not the one that we know."""
    return script.replace(ONCE, FOLLOWING) if script.count(ONCE) == 1 else None
