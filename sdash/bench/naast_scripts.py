"""The page Uitgaven as one would write it with Dash and with Vizro: their servers run these.

Both take the file with lines and a port, keep all lines in memory, and draw the same four charts
and one total of the chosen year and wetten.
"""

from typing import Final

DASH: Final = '''\
"""Spending as one would write it with Dash: one callback that groups and draws."""

import sys

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, callback, dcc, html

lines = pd.read_parquet(sys.argv[1])
lines["jaar"] = lines["maand"].dt.year
years, wetten = sorted(lines["jaar"].unique()), sorted(lines["wet"].unique())
groups = ["categorie", "aanbieder", "wijk_code"]

app = Dash()
app.layout = html.Div(
    [
        dcc.Dropdown(years, years[-1], id="jaar", clearable=False),
        dcc.Dropdown(wetten, wetten, id="wet", multi=True),
        html.H2(id="totaal"),
        dcc.Graph(id="maand"),
        *(dcc.Graph(id=group) for group in groups),
    ]
)


def bars(chosen, keys, **options):
    sums = chosen.groupby(keys, as_index=False)["bedrag"].sum()
    return px.bar(sums.assign(bedrag=sums["bedrag"] / 100), x=keys[0], y="bedrag", **options)


@callback(
    Output("totaal", "children"),
    Output("maand", "figure"),
    *(Output(group, "figure") for group in groups),
    Input("jaar", "value"),
    Input("wet", "value"),
)
def draw(year, wetten):
    chosen = lines[(lines["jaar"] == year) & lines["wet"].isin(wetten)]
    total = f"€ {chosen['bedrag'].sum() / 100:,.2f}"
    months = bars(chosen, ["maand", "wet"], color="wet")
    return [total, months, *(bars(chosen, [group]) for group in groups)]


app.run(host="127.0.0.1", port=int(sys.argv[2]))
'''
VIZRO: Final = '''\
"""Spending as one would write it with Vizro: charts of one frame, filters on its columns."""

import sys

import pandas as pd
import plotly.express as px
import vizro.models as vm
from vizro import Vizro
from vizro.figures import kpi_card
from vizro.models.types import capture

lines = pd.read_parquet(sys.argv[1])
lines["jaar"] = lines["maand"].dt.year
lines["euro"] = lines["bedrag"] / 100


@capture("graph")
def bars(data_frame, keys, color=None):
    sums = data_frame.groupby(keys, as_index=False)["bedrag"].sum()
    return px.bar(sums.assign(bedrag=sums["bedrag"] / 100), x=keys[0], y="bedrag", color=color)


total = kpi_card(lines, value_column="euro", value_format="€ {value:,.2f}", title="Ingediend")
charts = [
    vm.Figure(id="totaal", figure=total),
    vm.Graph(id="maand", figure=bars(lines, keys=["maand", "wet"], color="wet")),
]
for group in ("categorie", "aanbieder", "wijk_code"):
    charts.append(vm.Graph(id=group, figure=bars(lines, keys=[group])))
newest = int(lines["jaar"].max())
filters = [
    vm.Filter(column="jaar", selector=vm.Dropdown(id="jaar", multi=False, value=newest)),
    vm.Filter(column="wet", selector=vm.Dropdown(id="wet")),
]
page = vm.Page(title="Uitgaven", components=charts, controls=filters)
dashboard = vm.Dashboard(pages=[page])
Vizro().build(dashboard).run(host="127.0.0.1", port=int(sys.argv[2]))
'''
