"""What people do with sdash, in a real browser against a real server."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, Visit
from tests.meenemen.lezen import sheets
from tests.oracle.messages import TEST_BSNS, Declaratie, Kop, Prestatie, declaratiebericht

pytestmark = pytest.mark.browser

PAGES = {
    "": "Zitten we op koers?",
    "uitgaven": "Waar gaat het geld heen",
    "geld": "Wat is begroot",
    "jaareinde": "Waar eindigt het jaar",
    "waarom": "Waardoor geven we meer",
    "berichten": "Kloppen de berichten",
    "vergelijken": "Geven wij meer uit",
    "preventie": "Verschuift het geld",
    "plafonds": "Welk plafond raakt op",
    "regels": "Uit welke regels",
    "aanbieders": "Wat doet deze aanbieder",
    "caseload": "Wie komt, wie gaat",
    "teams": "Raken de teams overbelast",
    "achttien": "Wat hebben jongeren voor",
    "regenboog": "Krijgen mensen eerder",
    "huishoudens": "Wat komt er samen",
    "verwijzers": "Wie verwijst, en wat",
    "resultaten": "Helpt de zorg",
    "trends": "Wat verandert er, en wat vragen we buiten?",
    "participatie": "Wie heeft bijstand",
    "wijkprofiel": "Hoe gaat het hier?",
    "sturen": "Wat als?",
    "gegevens": "Klopt het",
}
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


def ingediend(page: Page) -> str:
    """The first number on Uitgaven."""
    return page.get_by_test_id("stMetricValue").first.inner_text()


DATA = "chart => JSON.stringify(chart.data.map(trace => Array.from(trace.y ?? [])))"
RANGE = "chart => JSON.stringify(chart._fullLayout.yaxis.range)"


def declaration(nummer: str) -> bytes:
    """A 323 over October that nobody can overlook: thirty people at € 50.000 each."""
    lines = [
        (bsn, [Prestatie(f"{nummer}-{bsn}", *OCTOBER, volume=1, eenheid="82", tarief=5_000_000)])
        for bsn in TEST_BSNS[-30:]
    ]
    return declaratiebericht(Kop(nummer, date(2026, 11, 20)), Declaratie(nummer, *OCTOBER, lines))


def test_every_page_opens_by_its_link_without_an_error_or_a_call_elsewhere(visit: Visit) -> None:
    for address, question in PAGES.items():
        page = visit.open(address)
        expect(page.get_by_text(question)).to_be_visible()

    assert visit.errors == []
    assert {f"http://{host}" for host in visit.hosts} == {visit.host}


@pytest.mark.parametrize("address", ["", "uitgaven", "caseload", "wijkprofiel"])
def test_a_page_shows_its_figures(visit: Visit, address: str) -> None:
    page = visit.open(address)

    expect(page.get_by_role("figure").first).to_be_visible()
    expect(page.get_by_text("Bron:").first).to_be_visible()


def test_a_message_that_lands_changes_the_open_page_unaided(visit: Visit, server: Server) -> None:
    page = visit.open("uitgaven")
    chart, number = page.get_by_role("figure").first, ingediend(page)
    words = chart.get_attribute("aria-label") or ""
    drawing = page.locator(".js-plotly-plot").first
    drawn = drawing.evaluate(DATA)

    server.receive("JW323_landing.xml", declaration("LANDING1"))

    expect(page.get_by_test_id("stMetricValue").first).not_to_have_text(number)
    expect(chart).not_to_have_accessible_name(words)
    assert drawing.evaluate(DATA) != drawn


def test_a_chart_that_changes_stays_the_same_chart_with_its_zoom(
    visit: Visit, server: Server
) -> None:
    page = visit.open("uitgaven")
    number = ingediend(page)
    drawing = page.locator(".js-plotly-plot").first
    whole = drawing.evaluate(RANGE)
    drawing.hover()
    drawing.locator("[data-attr=dragmode][data-val=zoom]").click()
    plane = drawing.locator(".nsewdrag").first.bounding_box()
    assert plane is not None
    page.mouse.move(plane["x"] + 40, plane["y"] + 40)
    page.mouse.down()
    page.mouse.move(plane["x"] + 240, plane["y"] + 140, steps=5)
    page.mouse.up()
    before, zoomed = drawing.evaluate(DATA), drawing.evaluate(RANGE)
    drawing.evaluate("chart => chart.dataset.marked = 'ja'")

    server.receive("JW323_zoom.xml", declaration("ZOOM1"))

    expect(page.get_by_test_id("stMetricValue").first).not_to_have_text(number)
    expect(drawing).to_have_attribute("data-marked", "ja")
    assert drawing.evaluate(DATA) != before
    assert drawing.evaluate(RANGE) == zoomed != whole


def test_a_filter_changes_the_figure_and_the_address_and_the_link_brings_it_back(
    visit: Visit,
) -> None:
    page = visit.open("uitgaven")
    before = ingediend(page)

    page.get_by_role("combobox", name="Wet").click()
    page.get_by_role("option", name="Wmo").click()

    expect(page.get_by_test_id("stMetricValue").first).not_to_have_text(before)
    expect(page).to_have_url(re.compile(r"wet=Wmo"))
    filtered = ingediend(page)
    again = visit.open(page.url.removeprefix(f"{visit.host}/"))
    assert ingediend(again) == filtered


def test_a_chart_is_taken_along_as_a_workbook_as_csv_and_as_pictures(visit: Visit) -> None:
    page = visit.open("uitgaven?wet=Wmo")
    page.get_by_role("button", name="Meenemen").first.click()
    # First, since a download opens a page too, which closes by itself.
    with page.expect_popup() as opened:
        page.get_by_role("link", name="PNG of SVG").click()
    picture = opened.value
    with page.expect_download() as workbook:
        page.get_by_role("link", name="XLSX").click()
    with page.expect_download() as rows:
        page.get_by_role("link", name="CSV").click()
    with picture.expect_download() as png:
        picture.get_by_role("button", name="Bewaar als PNG").click()
    with picture.expect_download() as svg:
        picture.get_by_role("button", name="Bewaar als SVG").click()

    files = {Path(one.value.suggested_filename).suffix: one.value for one in (workbook, rows)}
    assert {one.suggested_filename.split("_")[1] for one in files.values()} == {"wmo-2026"}
    assert "Toelichting" in sheets(files[".xlsx"].path().read_bytes())
    assert files[".csv"].path().read_text("utf-8-sig").startswith("Maand;Wet;")
    assert png.value.path().read_bytes().startswith(b"\x89PNG")
    drawn = svg.value.path().read_text("utf-8")
    assert all(words in drawn for words in ("Ingediend per wet", "Bron: ", "stand "))
    assert visit.errors == []


def test_the_arrow_keys_walk_through_the_presentation(visit: Visit) -> None:
    page = visit.open("?presenteer=1")
    expect(page.get_by_role("button", name="Volgende")).to_be_visible()
    expect(page.get_by_role("combobox")).to_have_count(0)

    page.keyboard.press("ArrowRight")

    expect(page).to_have_url(re.compile(r"/uitgaven\?.*presenteer=1"))
    visit.still()
    page.keyboard.press("ArrowLeft")
    expect(page).not_to_have_url(re.compile("uitgaven"))


@pytest.mark.parametrize("address", PAGES)
def test_a_phone_needs_no_sideways_scrolling(visit: Visit, address: str) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})

    page = visit.open(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_bestuurder_reads_that_a_small_number_is_hidden(visit: Visit) -> None:
    page = visit.open("caseload")

    expect(page.get_by_text("te weinig mensen om te tonen").first).to_be_visible()


def test_a_refused_file_is_explained_on_the_open_page(visit: Visit, server: Server) -> None:
    page = visit.open("gegevens")

    server.receive("half.xml", declaration("HALF1")[:400])

    expect(page.get_by_text("half.xml").first).to_be_visible()


def test_a_past_day_can_be_mailed_as_a_link_and_left_again(visit: Visit) -> None:
    now = ingediend(visit.open("uitgaven"))
    page = visit.open("uitgaven?per=2026-10-31")
    told = page.get_by_text("Stand per 31 oktober 2026", exact=True)
    expect(told).to_be_visible()
    assert ingediend(page) != now

    page.get_by_role("link", name="Gegevens").first.click()
    expect(page.get_by_text("Wat is sindsdien veranderd")).to_be_visible()
    expect(told).to_be_visible()
    assert "per=2026-10-31" in page.url

    page.get_by_role("button", name="Clear").first.click()
    expect(told).to_have_count(0)
    assert visit.errors == []
