from datetime import UTC, datetime
from pathlib import Path

from sdash.bench import Maat, Meting
from sdash.bench.machine import Machine
from sdash.bench.verslag import Deel, publish, renew

MACHINE = Machine("Een processor", 2, 23.5, "Linux x86_64", "3.11.7", "1.5.5")
BY_HAND = "# Titel\n\nWat iemand erbij schreef.\n"


def deel(claim: str = "vragen", maat: Maat = Maat.STAD, waarde: float = 12.34) -> Deel:
    return Deel(
        claim=claim,
        maat=maat,
        vraag="Hoe snel is het?",
        metingen=[
            Meting("gehaald", waarde, "ms", doel=20),
            Meting("gemist", 1234.5, "regels/s", doel=2000, hoogstens=False, uitleg="Want zus."),
            Meting("geteld", 3, ""),
        ],
        opdracht=f"sdash bench {claim} --maat {maat}",
        moment=datetime(2026, 11, 22, 18, 3, tzinfo=UTC),
        machine=MACHINE,
        belasting_voor=0.05,
        belasting_na=0.9,
        anderen=0.012,
    )


def test_a_section_says_what_was_measured_when_how_and_where() -> None:
    text = deel().text()

    for said in (
        "## Vragen, stad (2.000.000 regels)",
        "Hoe snel is het?",
        "| gehaald | 12,3 ms | hoogstens 20 ms | ja |",
        "| gemist | 1.235 regels/s | minstens 2.000 regels/s | nee |",
        "| geteld | 3 |  |  |",
        "- gemist: Want zus.",
        "22 november 2026, 19:03",
        "`sdash bench vragen --maat stad`",
        "Een processor, 2 kernen, 23,5 GB, Linux x86_64, Python 3.11.7, DuckDB 1.5.5",
        "belasting per kern 0,05 voor en 0,90 na",
    ):
        assert said in text


def test_a_new_section_replaces_the_old_one_and_nothing_else() -> None:
    before = renew(renew(BY_HAND, deel()), deel("opnieuw")) + "\nEn een slot.\n"

    after = renew(before, deel(waarde=17))

    assert after == before.replace("12,3 ms", "17 ms", 1)


def test_sections_stand_in_the_order_of_the_claims_and_then_of_size() -> None:
    text = BY_HAND
    for some in (
        deel("opnieuw"),
        deel("vragen", Maat.METROPOOL),
        deel("lezen", Maat.PROVINCIE),
        deel("vragen", Maat.DORP),
    ):
        text = renew(text, some)

    headings = [line for line in text.splitlines() if line.startswith("## ")]

    assert text.startswith(BY_HAND)
    assert [heading.split(" (")[0] for heading in headings] == [
        "## Lezen, provincie",
        "## Vragen, dorp",
        "## Vragen, metropool",
        "## Opnieuw, stad",
    ]


def test_the_first_section_makes_the_report(tmp_path: Path) -> None:
    report = tmp_path / "benchmark.md"

    publish(deel(), report)

    assert report.read_text("utf-8").startswith("# ")
    assert deel().text() in report.read_text("utf-8")
    assert [*tmp_path.iterdir()] == [report]
