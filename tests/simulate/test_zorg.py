from collections import defaultdict

from sdash.simulate import Bericht
from tests.simulate.lezen import Record, records, van_code

NOOIT_BESTAAN = "13"


def _per_bericht(toegewezen: list[Record]) -> dict[str, list[Record]]:
    berichten: dict[str, list[Record]] = defaultdict(list)
    for record in toegewezen:
        berichten[record.naam].append(record)
    return berichten


def _vergeten(toegewezen: list[Record]) -> list[tuple[str, str]]:
    """Toewijzingen that an earlier 301 had as current, and a later one leaves out."""
    dossiers: dict[tuple[str, str, str], dict[str, Record]] = defaultdict(dict)
    vergeten = []
    for naam, inhoud in _per_bericht(toegewezen).items():
        eerste = inhoud[0]
        dossier = dossiers[eerste.wet, eerste.bsn, eerste.aanbieder]
        genoemd = {record["ToewijzingNummer"] for record in inhoud}
        vergeten += [
            (naam, nummer)
            for nummer, oud in dossier.items()
            if nummer not in genoemd
            and oud.get("RedenWijziging") != NOOIT_BESTAAN
            and oud.velden.get("Einddatum", "9999") >= str(eerste.dag)
        ]
        dossier |= {record["ToewijzingNummer"]: record for record in inhoud}
    return vergeten


def test_a_301_repeats_all_that_is_current_for_the_client_there(toegewezen: list[Record]) -> None:
    assert _vergeten(toegewezen) == []
    assert any(len(inhoud) > 1 for inhoud in _per_bericht(toegewezen).values())


def test_a_toewijzing_belongs_to_one_client_and_one_aanbieder(toegewezen: list[Record]) -> None:
    eigenaars = {(r.toewijzing, r.bsn, r.aanbieder) for r in toegewezen}

    assert len(eigenaars) == len({r.toewijzing for r in toegewezen})


def test_a_toewijzing_ends_after_it_begins(toegewezen: list[Record]) -> None:
    wrong = [r for r in toegewezen if r.velden.get("Einddatum", "9999") < r["Ingangsdatum"]]

    assert wrong == []


def test_some_toewijzingen_are_extended_and_some_changed(toegewezen: list[Record]) -> None:
    redenen = {record.get("RedenWijziging") for record in toegewezen}

    assert {None, "04", "05", "13"} <= redenen


def test_what_never_existed_ends_on_its_first_day_and_is_never_declared(
    toegewezen: list[Record], prestaties: list[Record]
) -> None:
    verwijderd = [r for r in toegewezen if r.get("RedenWijziging") == NOOIT_BESTAAN]

    assert verwijderd != []
    assert [r for r in verwijderd if r["Einddatum"] != r["Ingangsdatum"]] == []
    assert not {r.toewijzing for r in verwijderd} & {p.toewijzing for p in prestaties}


def test_a_request_is_answered_by_a_toewijzing_with_its_reference(
    foutloos: list[Bericht], toegewezen: list[Record]
) -> None:
    verzoeken = records(foutloos[:-200], "315", "AangevraagdProduct")
    toegekend = {(r.wet, r.aanbieder, r.bsn, r.get("ReferentieAanbieder")) for r in toegewezen}

    assert verzoeken != []
    assert {(r.wet, r.aanbieder, r.bsn, r["ReferentieAanbieder"]) for r in verzoeken} <= toegekend


def test_a_part_of_the_toewijzingen_has_no_request(toegewezen: list[Record]) -> None:
    zonder = [r for r in toegewezen if r.get("ReferentieAanbieder") is None]

    assert len(zonder) > len(toegewezen) * 0.4


def test_jeugd_has_every_common_verwijzer(foutloos: list[Bericht]) -> None:
    verzoeken = records(foutloos, "315", "AangevraagdProduct")

    assert {"01", "02", "03", "04"} <= {r["Type"] for r in verzoeken if r.wet == "jw"}


def test_a_removed_start_or_stop_was_sent_before_and_is_replaced_at_once(
    gemeente: list[Bericht],
) -> None:
    regie = records(gemeente, "305", "StartProduct") + records(gemeente, "307", "StopProduct")
    sleutel = ("Begindatum", "Einddatum", "ToewijzingNummer", "Categorie", "Code")
    verwijderd = [r for r in regie if r["StatusAanlevering"] == "3"]
    correcties = {r.naam for r in verwijderd}
    eerder = {(r.soort, r.bsn, *map(r.get, sleutel)) for r in regie if r.naam not in correcties}
    vervangen = {r.naam for r in regie if r["StatusAanlevering"] == "1"}

    assert {r.soort for r in verwijderd} == {"JW305", "JW307", "WMO305", "WMO307"}
    assert {(r.soort, r.bsn, *map(r.get, sleutel)) for r in verwijderd} <= eerder
    assert correcties <= vervangen


def test_an_interruption_is_followed_by_another_start(gemeente: list[Bericht]) -> None:
    stops = records(gemeente[:-1500], "307", "StopProduct")
    starts = records(gemeente, "305", "StartProduct")
    onderbroken = [r for r in stops if r["RedenBeeindiging"] == "20" and r.get("ToewijzingNummer")]
    hervat = {r.toewijzing for r in starts if r.get("ToewijzingNummer")}

    assert len(onderbroken) > 10
    assert len([r for r in onderbroken if r.toewijzing in hervat]) > len(onderbroken) * 0.7


def test_without_a_number_a_start_or_stop_can_still_be_linked(gemeente: list[Bericht]) -> None:
    regie = records(gemeente, "305", "StartProduct") + records(gemeente, "307", "StopProduct")
    zonder = [r for r in regie if r.get("ToewijzingNummer") is None]

    assert 0 < len(zonder) < len(regie) * 0.1
    assert [r for r in zonder if r.get("ToewijzingIngangsdatum") is None] == []


def test_clients_live_in_known_postcodes_and_a_few_nowhere(gemeente: list[Bericht]) -> None:
    zonder = [b for b in van_code(gemeente, "301") if b"Postcode>" not in b.inhoud]

    assert 0 < len(zonder) < len(van_code(gemeente, "301")) * 0.02
