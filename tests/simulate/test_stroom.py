import hashlib
import subprocess
import sys
from datetime import date
from itertools import islice

from sdash.simulate import Bericht, generate, live
from sdash.simulate.personen import bsns
from tests.simulate.lezen import records, soort_van, van_code

LAATSTE_DAG = date(2026, 11, 20)
VINGERAFDRUK = """
import hashlib
from sdash.simulate import generate
alles = hashlib.sha256()
for bericht in generate(5, 60, 4):
    alles.update(bericht.name.encode() + bericht.inhoud)
print(alles.hexdigest())
"""


def _elfproef(bsn: str) -> bool:
    cijfers = [int(cijfer) for cijfer in bsn]
    return (
        sum(g * c for g, c in zip(range(9, 1, -1), cijfers, strict=False)) - cijfers[8]
    ) % 11 == 0


def _vingerafdruk(hashseed: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", VINGERAFDRUK],
        env={"PYTHONHASHSEED": hashseed, "PYTHONPATH": ":".join(filter(None, sys.path))},
        capture_output=True,
        check=True,
        text=True,
    ).stdout.strip()


def test_the_same_arguments_give_the_same_bytes() -> None:
    assert list(generate(3, 40, 3)) == list(generate(3, 40, 3))


def test_another_process_gives_the_same_bytes() -> None:
    hier = hashlib.sha256()
    for bericht in generate(5, 60, 4):
        hier.update(bericht.name.encode() + bericht.inhoud)

    assert {_vingerafdruk("1"), _vingerafdruk("2")} == {hier.hexdigest()}


def test_another_seed_gives_other_messages() -> None:
    assert list(generate(3, 40, 3)) != list(generate(4, 40, 3))


def test_messages_come_in_the_order_in_which_they_are_read(berichten: list[Bericht]) -> None:
    volgorde = [(b.dagtekening, soort_van(b), b.name) for b in berichten]

    assert volgorde == sorted(volgorde)


def test_every_file_has_its_own_name(gemeente: list[Bericht]) -> None:
    assert len({bericht.name for bericht in gemeente}) == len(gemeente)


def test_an_identificatie_is_used_once_by_a_sender(gemeente: list[Bericht]) -> None:
    sleutels = {tuple(bericht.name.removesuffix(".xml").split("_")[2:]) for bericht in gemeente}

    assert len(sleutels) == len(gemeente)


def test_messages_lie_within_the_months_and_what_still_comes_of_them(
    berichten: list[Bericht],
) -> None:
    assert berichten[0].dagtekening >= date(2025, 11, 1)
    assert date(2026, 11, 10) < berichten[-1].dagtekening <= LAATSTE_DAG


def test_the_last_month_can_be_chosen() -> None:
    einde = max(bericht.dagtekening for bericht in generate(2, 50, 2, date(2024, 2, 1)))

    assert date(2024, 3, 10) < einde <= date(2024, 3, 20)


def test_one_client_and_one_month_is_enough() -> None:
    assert len(list(generate(1, 1, 1))) > 0


def test_no_message_is_sent_in_a_weekend(gemeente: list[Bericht]) -> None:
    assert {bericht.dagtekening.weekday() for bericht in gemeente} <= set(range(5))


def test_the_real_municipality_fits_in_thirteen_thousand_files(gemeente: list[Bericht]) -> None:
    assert len(gemeente) <= 13_000


def test_every_bsn_is_fictitious_and_passes_the_eleven_test(gemeente: list[Bericht]) -> None:
    gevonden = {record.bsn for record in records(gemeente, "301", "Client")}

    assert len(gevonden) > 1610
    assert [bsn for bsn in gevonden if not bsn.startswith("9999") or not _elfproef(bsn)] == []


def test_beyond_the_first_range_bsns_lie_in_the_wider_one() -> None:
    reeks = list(islice(bsns(), 12_000))

    assert len(set(reeks)) == 12_000
    assert all(bsn.startswith("9999") for bsn in reeks[:9000])
    assert {bsn[:2] for bsn in reeks} == {"99"}
    assert all(map(_elfproef, reeks))


def test_every_name_says_that_it_is_fictitious(berichten: list[Bericht]) -> None:
    namen = {record["Achternaam"] for record in records(berichten, "301", "Client")}

    assert [naam for naam in namen if not naam.startswith("Fictief-")] == []


def test_a_bsn_is_one_person(gemeente: list[Bericht]) -> None:
    velden = ("Bsn", "Datum", "Geslacht", "Achternaam", "Voorletters")
    clienten = records(gemeente, "301", "Client") + records(gemeente, "307", "Client")
    personen = {tuple(client[veld] for veld in velden) for client in clienten}

    assert len(personen) == len({client.bsn for client in clienten})


def test_the_live_stream_follows_the_history() -> None:
    verleden = list(generate(6, 80, 4))
    vervolg = list(islice(live(6, 80, 4), 200))

    assert min(bericht.dagtekening for bericht in vervolg) > verleden[-1].dagtekening
    assert not {bericht.name for bericht in vervolg} & {bericht.name for bericht in verleden}


def test_the_live_stream_goes_on_about_the_same_clients_and_numbers() -> None:
    verleden = list(generate(6, 200, 4))
    bekend = {r.toewijzing for r in records(verleden, "301", "ToegewezenProduct")}
    regels = records(islice(live(6, 200, 4, errors=False), 150), "323", "Prestatie")

    assert len([r for r in regels if r.toewijzing in bekend]) > len(regels) * 0.8


def test_the_live_stream_has_news_about_money_all_the_time() -> None:
    vervolg = list(islice(live(1, 600, 2), 60))

    assert len(van_code(vervolg[:30], "323")) >= 5
    assert len(van_code(vervolg[30:], "323")) >= 5


def test_the_live_stream_is_the_same_every_time() -> None:
    assert list(islice(live(6, 80, 4), 50)) == list(islice(live(6, 80, 4), 50))


def test_the_live_stream_does_not_end_with_the_month() -> None:
    later = next(islice(live(6, 80, 4), 900, None))

    assert later.dagtekening > date(2027, 3, 1)
