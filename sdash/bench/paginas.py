"""What a page costs the server, beside the same in a plain Streamlit page with pandas."""

import asyncio
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Final

import pyarrow.parquet as pq

from sdash.bench.gemeente import gemeente
from sdash.bench.keuze import Keuze
from sdash.bench.meting import Meting, mediaan, p95
from sdash.bench.opname import PAGES, START
from sdash.bench.proef import (
    Proef,
    cpu_of,
    declaraties,
    draaiend,
    free_port,
    process,
)
from sdash.bench.sessie import Sessie
from sdash.service.control import CommandFailed
from sdash.simulate import Bericht
from sdash.warehouse import Warehouse

VRAAG: Final = (
    "Kost een bladzijde de server bijna niets, ook vlak na een bericht, en veel minder dan een "
    "gewone bladzijde met pandas over dezelfde regels?"
)
GEWOON: Final = '''\
"""Spending as one would write it with pandas: read, group, draw."""

import sys

import pandas as pd
import plotly.express as px
import streamlit as st

lines = pd.read_parquet(sys.argv[1])
years = sorted(lines["maand"].dt.year.unique())
year = st.selectbox("Jaar", years, index=len(years) - 1)
wetten = st.multiselect("Wet", sorted(lines["wet"].unique()))
lines = lines[lines["maand"].dt.year == year]
if wetten:
    lines = lines[lines["wet"].isin(wetten)]

total, granted = st.columns(2)
total.metric("Ingediend", f"{lines['bedrag'].sum():,.2f}")
granted.metric("Regels", len(lines))

per_month = lines.groupby(["maand", "wet"], as_index=False)["bedrag"].sum()
running = per_month.pivot(index="maand", columns="wet", values="bedrag").fillna(0).cumsum()
st.plotly_chart(px.line(running), key="koers")
st.plotly_chart(px.bar(per_month, x="maand", y="bedrag", color="wet"), key="maand")
for group in ("categorie", "aanbieder", "wijk_code", "status"):
    sums = lines.groupby(group, as_index=False)["bedrag"].sum().nlargest(20, "bedrag")
    st.plotly_chart(px.bar(sums, x="bedrag", y=group, orientation="h"), key=group)
'''
LINES: Final = """
    SELECT
        r.maand::TIMESTAMP AS maand,
        r.wet::VARCHAR AS wet,
        r.categorie::VARCHAR AS categorie,
        r.aanbieder::VARCHAR AS aanbieder,
        r.status::VARCHAR AS status,
        r.bedrag / 100.0 AS bedrag,
        c.wijk_code::VARCHAR AS wijk_code
    FROM mart.regel AS r
    LEFT JOIN mart.client AS c ON r.client_id = c.client_id
"""
LESS: Final = 20
PAGINAS: Final = {page: "" if page == START else page for page in PAGES}
"""The address of each page."""
COLD: Final = 150


@dataclass(frozen=True)
class Omvang:
    """How often each page is asked: unchanged, and for the first time after a message."""

    warm: int
    keer: int
    koud: int
    gewoon: int


HEEL: Final = Omvang(warm=5, keer=60, koud=8, gewoon=15)
KORT: Final = Omvang(warm=1, keer=5, koud=1, gewoon=2)


@dataclass(frozen=True)
class Kosten:
    """The seconds that a page takes, and the processor time of the server for it."""

    wachten: list[float]
    cpu: float


def meet(keuze: Keuze) -> list[Meting]:
    """Our pages first, then the plain one on the same machine."""
    omvang = KORT if keuze.kort else HEEL
    with draaiend(keuze) as proef:
        ours = {page: asyncio.run(_gelijk(proef, at, omvang)) for page, at in PAGINAS.items()}
        koud = asyncio.run(_koud(proef, omvang, declaraties(keuze)))
    plain = _gewoon(keuze, omvang)
    alles = [seconds for waited in koud.values() for seconds in waited]
    cpu, cold = mediaan([kosten.cpu for kosten in ours.values()]), mediaan(alles)
    busiest = max(kosten.cpu for kosten in ours.values())
    return [
        Meting("voor het eerst na een bericht, mediaan", cold * 1000, "ms", 40),
        Meting("voor het eerst na een bericht, 95e percentiel", p95(alles) * 1000, "ms"),
        *(
            Meting(f"voor het eerst na een bericht, {page}", mediaan(waited) * 1000, "ms", COLD)
            for page, waited in koud.items()
        ),
        Meting("als er niets veranderde, mediaan van de pagina's", cpu * 1000, "CPU-ms", 15),
        *(
            Meting(f"als er niets veranderde, {page}", kosten.cpu * 1000, "CPU-ms")
            for page, kosten in ours.items()
        ),
        Meting("gewone bladzijde met pandas", plain.cpu * 1000, "CPU-ms"),
        Meting("gewone bladzijde met pandas, mediaan", mediaan(plain.wachten) * 1000, "ms"),
        Meting(
            "zoveel keer minder als er niets veranderde",
            plain.cpu / cpu,
            "keer",
            LESS,
            hoogstens=False,
        ),
        Meting("zoveel keer minder op de duurste pagina", plain.cpu / busiest, "keer"),
        Meting("zoveel keer minder na een bericht", mediaan(plain.wachten) / cold, "keer"),
    ]


async def _gelijk(proef: Proef, pagina: str, omvang: Omvang) -> Kosten:
    """A page that is asked again and again while nothing changes."""
    async with Sessie(proef.url, pagina, tikt=False) as scherm:
        return await _vraag(scherm, proef.pid, omvang.warm, omvang.keer)


async def _vraag(scherm: Sessie, pid: int, warm: int, keer: int) -> Kosten:
    for _ in range(warm):
        await scherm.opnieuw()
    before = cpu_of(pid)
    waited = [await scherm.opnieuw() for _ in range(keer)]
    return Kosten(waited, (cpu_of(pid) - before) / keer)


async def _koud(
    proef: Proef, omvang: Omvang, berichten: Sequence[Bericht]
) -> dict[str, list[float]]:
    """Every page as the first that asks after a message: nothing was kept for it."""
    coming = iter(berichten)
    waited: dict[str, list[float]] = {page: [] for page in PAGINAS}
    for page, address in PAGINAS.items():
        async with Sessie(proef.url, address, tikt=False) as scherm:
            await scherm.opnieuw()
            for _ in range(omvang.koud):
                await asyncio.to_thread(proef.neem_op, next(coming))
                waited[page].append(await scherm.opnieuw())
    return waited


def _gewoon(keuze: Keuze, omvang: Omvang) -> Kosten:
    """The plain page over the same lines, which it reads as often as it is drawn."""
    script, lines, port = keuze.werkmap / "gewoon.py", keuze.werkmap / "regels.parquet", free_port()
    script.write_text(GEWOON, "utf-8")
    with (
        closing(Warehouse.open(gemeente(keuze, "regels"))) as warehouse,
        warehouse.cursor() as cursor,
    ):
        pq.write_table(cursor.sql(LINES).to_arrow_table(), lines)
    command = ["-m", "streamlit", "run", str(script), f"--server.port={port}"]
    command += ["--server.address=127.0.0.1", "--server.headless=true", "--", str(lines)]
    with process(command, port, keuze.werkmap / "gewoon.log") as pid:
        return asyncio.run(_kijk(f"http://127.0.0.1:{port}", pid, omvang))


async def _kijk(url: str, pid: int, omvang: Omvang) -> Kosten:
    async with Sessie(url, tikt=False) as scherm:
        kosten = await _vraag(scherm, pid, omvang.warm, omvang.gewoon)
    if scherm.fouten:
        raise CommandFailed("De gewone bladzijde gaf een fout; zo is er niets te vergelijken.")
    return kosten
