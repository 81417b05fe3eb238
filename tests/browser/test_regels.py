"""A controller's day: from the first page to the line that explains a jump, out as XLSX, back."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Server, Visit
from tests.meenemen.lezen import sheets
from tests.oracle.messages import TEST_BSNS, Declaratie, Kop, Prestatie, declaratiebericht

pytestmark = pytest.mark.browser

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
BESTAND = "JW323_sprong.xml"


def odd_line() -> bytes:
    """One line of € 750.000, which nobody would expect."""
    line = Prestatie("SPRONG1", *OCTOBER, volume=1, eenheid="82", tarief=75_000_000)
    head = Kop("SPRONG", date(2026, 11, 20))
    return declaratiebericht(head, Declaratie("SPRONG", *OCTOBER, [(TEST_BSNS[-1], [line])]))


def click_bar(visit: Visit, tile: str, place: int, shown: Callable[[float], None]) -> None:
    """Click the bar at this place of a chart, once more when it was drawn anew at that moment."""
    for patience in (12_000, 30_000):
        visit.still()
        chart = visit.page.locator(f"[class*='st-key-{tile}_figuur'] .js-plotly-plot").first
        chart.scroll_into_view_if_needed()
        bar = chart.locator(".bars .point").nth(place)
        bar.hover(force=True)
        bar.click(force=True)
        try:
            shown(patience)
        except AssertionError:
            if patience > 12_000:
                raise
        else:
            return


def taken_along(page: Page) -> list[list[str]]:
    """The cells of the first sheet of what the page gives along as XLSX."""
    page.get_by_role("button", name="Meenemen").first.click()
    with page.expect_download() as workbook:
        page.get_by_role("link", name="XLSX").click()
    page.keyboard.press("Escape")
    (rows, *_) = sheets(workbook.value.path().read_bytes()).values()
    return [[cell.value for cell in row.values()] for row in rows]


def test_a_jump_is_followed_to_its_line_and_the_back_button_returns_step_by_step(
    visit: Visit, server: Server
) -> None:
    page = visit.open("")
    page.get_by_role("combobox", name="Rol").click()
    page.get_by_role("option", name="Controller").click()
    visit.still()
    page.get_by_role("link", name="Uitgaven").first.click()
    number = page.get_by_test_id("stMetricValue").first
    expect(number).to_have_text(re.compile("€"))
    before = number.inner_text()
    server.receive(BESTAND, odd_line())
    expect(number).not_to_have_text(before)
    visit.still()

    def chosen(key: str) -> Callable[[float], None]:
        address = re.compile(rf"/uitgaven\?.*{key}=")
        return lambda patience: expect(page).to_have_url(address, timeout=patience)

    to_lines = page.get_by_role("link", name="Naar de regels van oktober 2026")
    click_bar(visit, "uitgaven_per_product_per_product", 0, chosen("product"))
    click_bar(visit, "uitgaven_per_aanbieder_per_aanbieder", 0, chosen("aanbieder"))
    click_bar(
        visit,
        "uitgaven_verloop_per_maand",
        9,
        lambda patience: expect(to_lines).to_be_visible(timeout=patience),
    )
    to_lines.click()
    expect(page).to_have_url(re.compile(r"/regels\?.*maand=oktober"))
    expect(page.get_by_text("= het bedrag op Uitgaven")).to_be_visible()
    visit.still()
    (jump,) = [row for row in taken_along(page) if BESTAND in row]
    assert "750000" in jump
    page.get_by_role("combobox", name="Open een regel").click()
    page.get_by_role("option").first.click()

    expect(page.get_by_text(f"bestand {BESTAND}, regel 1 in dat bestand")).to_be_visible()
    visit.still()
    for title, address in (
        ("Regels", r"/regels\?(?!.*regel=)"),
        ("Uitgaven", r"/uitgaven\?.*aanbieder="),
        ("Uitgaven", r"/uitgaven\?(?!.*aanbieder=).*product="),
    ):
        page.go_back()
        expect(page).to_have_url(re.compile(address))
        # A next step back before the page of this one is there would be Streamlit's to lose.
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        visit.still()
    assert visit.errors == []
