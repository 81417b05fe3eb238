"""What someone sees in a real browser: a message that lands, and a click that settles."""

import asyncio
import random
import shutil
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sdash.bench.druk import Zaal, zaal
from sdash.bench.keuze import Keuze
from sdash.bench.meting import Meting, mediaan, p95
from sdash.bench.proef import Proef, declaraties, draaiend, free_port, process
from sdash.service.control import CommandFailed, CommandRefused
from sdash.simulate import Bericht

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

VRAAG: Final = (
    "Staat een bericht dat binnenkomt meteen op het scherm, en is een klik zo snel verwerkt als "
    "Streamlit zelf kan?"
)
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
QUIET: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-dev-shm-usage", "--disable-sync", "--no-first-run"),
)
ANDEREN: Final = 10
PATIENCE_MS: Final = 30_000
KAAL: Final = '''\
"""As little as a page of Streamlit can do: a choice, and a word that follows it."""

import streamlit as st

st.text(st.radio("Keuze", ["een", "twee"], key="keuze"))
'''
SETTLED: Final = """
([watch, was, whole]) => new Promise(done => {
  const drawn = () => Array.from(document.querySelectorAll(watch), place => place.data
    ? JSON.stringify(place.data.map(part => Array.from(part.y ?? [])))
    : place.innerText).join('|');
  if (was === null) { done(drawn()); return; }
  const still = () => document.querySelector(
    '[data-testid="stApp"][data-test-script-state="notRunning"]');
  const look = () => (drawn() !== was && (still() || !whole))
    ? requestAnimationFrame(() => requestAnimationFrame(() => done(drawn())))
    : setTimeout(look, 5);
  look();
})
"""
"""What is drawn in the places to watch; when it is known what was there, once that has changed, and
if it must be whole once the page stands still."""
CHART: Final = ".js-plotly-plot:first-of-type"
WORD: Final = '[data-testid="stText"]'
NUMBER: Final = '[data-testid="stMetricValue"]'


@dataclass(frozen=True)
class Omvang:
    """How many messages and clicks, of which the first ones do not count."""

    warm: int
    berichten: int
    klikken: int
    anderen: int


HEEL: Final = Omvang(warm=3, berichten=40, klikken=30, anderen=ANDEREN)
KORT: Final = Omvang(warm=1, berichten=2, klikken=3, anderen=2)


def meet(keuze: Keuze) -> list[Meting]:
    """The message with others looking on, then the click beside that on a bare page."""
    omvang = KORT if keuze.kort else HEEL
    script, port = keuze.werkmap / "kaal.py", free_port()
    script.write_text(KAAL, "utf-8")
    command = ["-m", "streamlit", "run", str(script), f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.headless=true"]
    with draaiend(keuze) as proef, process(command, port, keuze.werkmap / "kaal.log"):
        kaal = f"http://127.0.0.1:{port}"
        return asyncio.run(_meet(proef, kaal, omvang, declaraties(keuze)))


async def _meet(
    proef: Proef, kaal: str, omvang: Omvang, berichten: Sequence[Bericht]
) -> list[Meting]:
    async with _browser() as browser, zaal(proef) as anderen:
        over = await _berichten(browser, proef, anderen, omvang, berichten)
        bodem = await _klikken(browser, kaal, omvang, "label:has-text('{}')", ("twee", "een"))
        klik = await _klikken(browser, f"{proef.url}/uitgaven", omvang, None, ("Wmo", "Jeugd"))
    floor, ours = mediaan(bodem), mediaan(klik)
    return [
        *over,
        Meting("klik op een filter tot alles stil staat, mediaan", ours * 1000, "ms"),
        Meting("dezelfde klik op een kale bladzijde, mediaan", floor * 1000, "ms"),
        Meting("zoveel keer zo lang als op de kale bladzijde", ours / floor, "keer", 2),
    ]


async def _berichten(
    browser: "Browser",
    proef: Proef,
    anderen: Zaal,
    omvang: Omvang,
    berichten: Sequence[Bericht],
) -> list[Meting]:
    """From the rename to the changed chart, and what went over the line for it."""
    page, line = await _open(browser, f"{proef.url}/uitgaven", CHART)
    first = line.take()
    await anderen.vul(omvang.anderen)
    kans = random.Random(1)  # noqa: S311  (when a message comes)
    waited, sizes = [], []
    for bericht in berichten[: omvang.warm + omvang.berichten]:
        await asyncio.sleep(kans.uniform(1.5, 2.5))
        line.take()
        was = await page.evaluate(SETTLED, [CHART, None, False])
        begin = time.perf_counter()
        proef.stuur(bericht)
        await page.evaluate(SETTLED, [CHART, was, False])
        waited.append(time.perf_counter() - begin)
        sizes.append(line.take())
    await page.context.close()
    waited, sizes = waited[omvang.warm :], sizes[omvang.warm :]
    wie = f"met {omvang.anderen} andere schermen"
    return [
        Meting(f"bericht tot verandering op het scherm {wie}, mediaan", mediaan(waited), "s", 0.7),
        Meting(f"bericht tot verandering op het scherm {wie}, 95e", p95(waited), "s", 1.2),
        Meting("een eerste bladzijde", first / 1024, "kB"),
        Meting("een verandering van die bladzijde", mediaan(sizes) / 1024, "kB"),
    ]


async def _klikken(
    browser: "Browser", url: str, omvang: Omvang, label: str | None, keuzes: tuple[str, str]
) -> list[float]:
    """The seconds from a click until what it changes stands still, one choice after the other."""
    watch = NUMBER if label is None else WORD
    page, _ = await _open(browser, url, watch)
    waited = []
    for turn in range(omvang.warm + omvang.klikken):
        chosen = keuzes[turn % 2]
        if label is None:
            await page.get_by_role("combobox", name="Wet").click()
            target = page.get_by_role("option", name=chosen)
        else:
            target = page.locator(label.format(chosen))
        await target.wait_for()
        was = await page.evaluate(SETTLED, [watch, None, True])
        begin = time.perf_counter()
        await target.click()
        await page.evaluate(SETTLED, [watch, was, True])
        waited.append(time.perf_counter() - begin)
    await page.context.close()
    return waited[omvang.warm :]


class Lijn:
    """Counts the bytes that the websocket of a page brings."""

    def __init__(self, page: "Page") -> None:
        self._bytes = 0
        page.on("websocket", lambda socket: socket.on("framereceived", self._hear))

    def take(self) -> int:
        """The bytes since the last time."""
        seen, self._bytes = self._bytes, 0
        return seen

    def _hear(self, frame: Any) -> None:  # noqa: ANN401  (text or bytes)
        self._bytes += len(frame)


async def _open(browser: "Browser", url: str, wanted: str) -> "tuple[Page, Lijn]":
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    context.set_default_timeout(PATIENCE_MS)
    page = await context.new_page()
    line = Lijn(page)
    await page.goto(url)
    await page.locator(wanted).first.wait_for()
    await page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()
    return page, line


@asynccontextmanager
async def _browser() -> "AsyncIterator[Browser]":
    try:
        from playwright.async_api import Error, async_playwright  # noqa: PLC0415  (only here)
    except ImportError:
        message = "Deze meting heeft playwright nodig: pip install playwright."
        raise CommandRefused(message) from None
    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=_program(), args=[*QUIET])
            yield browser
            await browser.close()
    except Error as error:
        raise CommandFailed(f"De browser hield op: {error.message.splitlines()[0]}") from error


def _program() -> Path:
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise CommandRefused("Deze meting heeft Chromium nodig.")
    return Path(found)
