"""The server: Streamlit's pages, with the inbox read and the data folder open while it runs."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from sdash.service.charts import LiveCharts
from sdash.service.server import Server
from sdash.service.shell import Shell
from sdash.service.web import Guard
from sdash.ui import push, uitgang

# Beside the script stands a folder `pages`: by itself Streamlit would run the page of a first deep
# link without the script that configures and guards it.
PagesManager.uses_pages_directory = False

server = Server(beside=push.following, screens=push.screens)

app = st.App(
    Path(__file__).parent / "sdash" / "main.py",
    lifespan=server.lifespan,
    routes=[*server.routes, *uitgang.routes],
    middleware=[
        Middleware(Guard, hosts=lambda: st.get_option("server.allowedHosts")),
        Middleware(Shell),
        Middleware(LiveCharts, scripts=Path(st.__file__).parent / "static" / "static" / "js"),
    ],
)
