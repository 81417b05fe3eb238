"""The one HTML page of Streamlit, made ours: Dutch, and without a script of its own inside."""

import re
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ASSETS: Final = ("/static/", "/_stcore/", "/media/", "/component/")
CHANGES: Final = (
    (re.compile(rb"<html[^>]*>"), b'<html lang="nl">'),
    (re.compile(rb"<title>.*?</title>"), b"<title>sdash</title>"),
    (re.compile(rb"<script>.*?</script>", re.DOTALL), b""),
    (re.compile(rb'<link rel="service-desc"[^>]*>'), b""),
    (
        re.compile(rb"<noscript>.*?</noscript>", re.DOTALL),
        b"<noscript>Zet JavaScript aan om sdash te zien.</noscript>",
    ),
)


class Shell:
    """Rewrites the HTML page on its way out; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        is_page = scope["type"] == "http" and scope["method"] == "GET"
        if not is_page or scope["path"].startswith(ASSETS):
            await self._app(scope, receive, send)
            return
        # Not compressed, so that it can be rewritten; it is small, and the rest is cached.
        headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        await self._app({**scope, "headers": headers}, receive, _Rewriter(send))


class _Rewriter:
    """Holds an HTML answer back until it is whole, and sends it changed."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        for pattern, replacement in CHANGES:
            self._body = pattern.sub(replacement, self._body)
        MutableHeaders(scope=start)["content-length"] = str(len(self._body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": self._body})


def _is_page(message: Message) -> bool:
    content_type = Headers(scope=message).get("content-type", "")
    return message["status"] == 200 and content_type.startswith("text/html")  # noqa: PLR2004  (OK)
