"""Whom a gemeente is compared with, on what, and what makes that hard."""

from sdash.queries import preventie, vergelijken
from tests.queries.marts import Mart

OURS = "GM1681"
REPORT = {"gemeente": OURS, "jaar": 2026, "stand": "begroting"}


def gemeenten(mart: Mart, drawn: str) -> None:
    head = "regio_code | inwoners | gemeentegrootte | stedelijkheid | sociale_structuur"
    mart.fill("gemeente", f"{head}\n{drawn.strip()}")


def iv3(mart: Mart, drawn: str) -> None:
    rows = "\n".join(f"begroting | {line}" for line in drawn.strip().splitlines())
    mart.fill("iv3", f"stand | regio_code | post | taakveld | lasten | baten\n{rows}")


def alike(mart: Mart, same: int, half: int) -> None:
    """Ours with a youth of 1000 euro, and others like it in three or in two things."""
    rows = [f"{OURS} | 100 | klein | niet | goed"]
    rows += [f"GM10{nr:02} | 100 | klein | niet | goed" for nr in range(same)]
    rows += [f"GM20{nr:02} | 100 | klein | sterk | goed" for nr in range(half)]
    gemeenten(mart, "\n".join([*rows, "GM3000 | 100 | groot | sterk | goed"]))
    codes = [row.split(" ")[0] for row in rows]
    iv3(mart, "\n".join(f"{code} | jeugd_maatwerk | 6.751 | 1000 | 0" for code in codes))


def compared(mart: Mart, **choice: str) -> set[object]:
    found = mart.rows(vergelijken.verdeling, **REPORT, onderdeel="jeugd", **choice)
    return {row.regio_code for row in found if row.lijkt}


def test_gemeenten_that_share_all_three_are_compared_when_there_are_eight(mart: Mart) -> None:
    alike(mart, same=8, half=3)

    assert compared(mart) == {f"GM10{nr:02}" for nr in range(8)}


def test_with_fewer_than_eight_sharing_two_of_three_is_enough(mart: Mart) -> None:
    alike(mart, same=7, half=3)

    assert compared(mart) == {*(f"GM10{nr:02}" for nr in range(7)), "GM2000", "GM2001", "GM2002"}


def test_one_may_choose_others(mart: Mart) -> None:
    alike(mart, same=2, half=3)

    assert compared(mart, groep="stedelijkheid") == {"GM1000", "GM1001"}
    assert len(compared(mart, groep="land")) == 5
    assert len(compared(mart, groep="structuur")) == 5


def test_who_spends_most_is_first_and_the_country_is_no_gemeente(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c\nGM0106 | 200 | a | b | c\nNL01 | 300 | - | - | -")
    iv3(
        mart,
        f"""
        {OURS} | jeugd_maatwerk | 6.751 | 1000 | 0
        {OURS} | jeugd_gedwongen | 6.821 | 500 | 0
        GM0106 | jeugd_maatwerk | 6.751 | 9000 | 0
        NL01 | jeugd_maatwerk | 6.751 | 10500 | 0
        """,
    )

    found = mart.ask(
        vergelijken.verdeling, "rang regio_code per_hoofd", **REPORT, onderdeel="jeugd"
    )
    assert found == [(1, "GM0106", 45.0), (2, OURS, 15.0)]


def test_youth_divides_only_where_it_is_known(mart: Mart) -> None:
    mart.fill("gemeente", f"regio_code | inwoners | jongeren\n{OURS} | 100 | 20\nGM0106 | 100 | -")
    iv3(mart, f"{OURS} | wmo | 6.60 | 1000 | 0\nGM0106 | wmo | 6.60 | 1000 | 0")

    found = mart.ask(
        vergelijken.verdeling, "regio_code per_hoofd", **REPORT, onderdeel="wmo", noemer="jongeren"
    )
    assert found == [(OURS, 50.0)]


def test_inhabitants_are_of_the_nearest_year_and_of_two_the_earlier(mart: Mart) -> None:
    rows = f"2025 | {OURS} | 100\n2027 | {OURS} | 999\n2021 | {OURS} | 1"
    mart.fill("gemeente", f"jaar | regio_code | inwoners\n{rows}")
    iv3(mart, f"{OURS} | wmo | 6.60 | 1000 | 0")

    found = mart.ask(vergelijken.verdeling, "per_hoofd", **REPORT, onderdeel="wmo")
    assert found == [(10.0,)]


def test_the_newest_circulaire_of_the_year_counts(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c")
    iv3(mart, f"{OURS} | wmo | 6.60 | 1000 | 400\n{OURS} | opvang | 6.811 | 500 | -")
    mart.fill(
        "gemeentefonds_regel",
        f"""
        circulaire_jaar | regio_code | wmo | levering_nr | plaats
        S2025_2026 | {OURS} | 3000 | 1 | 1
        M2025_2026 | {OURS} | 2000 | 1 | 2
        D2024_2026 | {OURS} | 1000 | 1 | 3
        S2026_2027 | {OURS} | 9000 | 1 | 4
        """,
    )
    mart.fill("levering", "levering_nr\n1")

    found = mart.ask(vergelijken.kern, "onderdeel lasten per_hoofd saldo fonds", **REPORT)
    assert found == [("wmo", 1000, 10, 6, 30), ("wmo_opvang", 1500, 15, None, None)]


def test_a_report_of_which_ours_is_missing_still_shows_the_others(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c\nGM0106 | 200 | a | b | c")
    iv3(mart, "GM0106 | wmo | 6.60 | 1000 | 0")

    found = mart.ask(vergelijken.kern, "onderdeel per_hoofd rang aantal mediaan_lijkend", **REPORT)
    assert found[0] == ("wmo", None, None, 1, 5)
    assert mart.rows(vergelijken.standen, gemeente=OURS) == []


def warned(mart: Mart) -> dict[str, tuple[bool, int]]:
    found = mart.rows(vergelijken.waarschuwingen, **REPORT, groep="land")
    return {row.code: (row.eigen, row.aantal_lijkend) for row in found}


def test_who_pays_for_a_region_is_noticed_by_what_it_pays(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c\nGM0106 | 100 | a | b | c\nGM0405 | 100 | a | b | c")
    iv3(mart, f"{OURS} | opvang | 6.811 | 30 | 0\nGM0106 | opvang | 6.811 | 900 | 0")
    iv3(mart, "GM0405 | wmo | 6.60 | 1 | 0")

    assert warned(mart)["centrum"] == (False, 1)


def test_the_file_of_a_gemeente_goes_before_what_its_figures_suggest(mart: Mart) -> None:
    mart.fill(
        "gemeente",
        f"regio_code | inwoners | centrumgemeente\n{OURS} | 100 | true\nGM0106 | 100 | false",
    )
    iv3(mart, f"{OURS} | opvang | 6.811 | 1 | 0\nGM0106 | opvang | 6.811 | 900 | 0")

    assert warned(mart)["centrum"] == (True, 0)


def test_a_key_by_which_all_care_is_divided_is_noticed(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c\nGM0106 | 100 | a | b | c")
    for nr, (one, other) in enumerate(((600, 6000), (300, 3000), (100, 1000)), start=1):
        iv3(mart, f"{OURS} | jeugd_maatwerk | 6.75{nr} | {one} | 0")
        iv3(mart, f"{OURS} | jeugd_maatwerk | 6.76{nr} | {other} | 0")
        iv3(mart, f"GM0106 | jeugd_maatwerk | 6.75{nr} | {one} | 0")
        iv3(mart, f"GM0106 | jeugd_maatwerk | 6.76{nr} | {other + 400 * nr} | 0")

    assert warned(mart)["verdeling"] == (True, 0)


def test_nearly_all_on_one_taakveld_is_noticed(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c\nGM0106 | 100 | a | b | c")
    iv3(mart, f"{OURS} | jeugd_maatwerk | 6.72a | 94 | 0\n{OURS} | jeugd_maatwerk | 6.72d | 6 | 0")
    iv3(mart, "GM0106 | jeugd_maatwerk | 6.72a | 83 | 0\nGM0106 | jeugd_maatwerk | 6.72d | 17 | 0")

    assert warned(mart) == {"een_taakveld": (True, 0)}


def test_nothing_on_pgb_and_beleid_is_noticed(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c\nGM0106 | 100 | a | b | c")
    for code, beleid in ((OURS, 0), ("GM0106", 5)):
        iv3(mart, f"{code} | wmo | 6.791 | 0 | 0\n{code} | beleid | 6.91 | {beleid} | 0")
        iv3(mart, f"{code} | beleid | 6.92 | 0 | 0")

    assert warned(mart) == {"nul": (True, 0)}


def test_the_years_say_their_generation_and_whether_a_line_may_go_on(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c")
    head = "jaar | stand | regio_code | post | lasten"
    rows = [f"{jaar} | rekening | {OURS} | wmo | 100" for jaar in (2022, 2023, 2024, 2025)]
    mart.fill("iv3", "\n".join([head, *rows, f"2022 | kwartaal 1 | {OURS} | wmo | 100"]))

    found = mart.ask(vergelijken.jaren, "jaar generatie doorgaand", gemeente=OURS, onderdeel="wmo")
    assert found == [(2022, 1, False), (2023, 2, False), (2024, 2, False), (2025, 3, False)]


def test_what_comes_before_maatwerk_is_a_part_of_both(mart: Mart) -> None:
    gemeenten(mart, f"{OURS} | 100 | a | b | c")
    iv3(
        mart,
        f"""
        {OURS} | samenkracht | 6.1 | 100 | 0
        {OURS} | toegang | 6.22 | 200 | 0
        {OURS} | wmo | 6.60 | 400 | 0
        {OURS} | jeugd_maatwerk | 6.751 | 300 | 0
        {OURS} | jeugd_gedwongen | 6.821 | 900 | 0
        {OURS} | opvang | 6.811 | 900 | 0
        """,
    )

    found = mart.ask(
        preventie.jaren, "voorliggend maatwerk deel_voorliggend deel_lijkend", gemeente=OURS
    )
    assert found == [(3, 7, 0.3, None)]


def test_our_messages_stand_beside_the_same_of_iv3(mart: Mart) -> None:
    mart.spend("maand | wet | ingediend\n2026-03-01 | wmo | 70000\n2026-04-01 | jw | 50000")
    iv3(mart, f"{OURS} | wmo | 6.60 | 1000 | 0\n{OURS} | opvang | 6.811 | 500 | 0")

    found = mart.ask(vergelijken.berichten, "wet clienten ingediend lasten", **REPORT)
    assert found == [("jw", 1, 500, None), ("wmo", 1, 700, 1500)]


def test_the_accounts_stand_beside_the_first_budget_of_the_same_year(mart: Mart) -> None:
    rows = [
        f"{jaar} | {stand} | {code} | wmo | {lasten}"
        for jaar, stand, code, lasten in (
            (2023, "begroting", OURS, 1000),
            (2023, "rekening", OURS, 950),
            (2023, "begroting", "GM0106", 1000),
            (2023, "rekening", "GM0106", 1100),
            (2023, "begroting", "GM0405", 1000),
            (2023, "rekening", "GM0405", 1300),
            (2023, "rekening", "GM0479", 9999),
            (2023, "begroting", "NL01", 1),
            (2023, "rekening", "NL01", 9),
            (2024, "begroting", OURS, 1000),
        )
    ]
    mart.fill("iv3", "\n".join(["jaar | stand | regio_code | post | lasten", *rows]))

    (row,) = mart.rows(vergelijken.realisatie, gemeente=OURS, onderdeel="wmo")

    assert (row.jaar, row.aantal) == (2023, 3)
    assert round(row.verschil, 4) == -0.05
    assert round(row.mediaan_verschil, 4) == 0.1
    assert round(row.deel_boven, 4) == 0.3333
