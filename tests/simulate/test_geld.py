from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from sdash.simulate import Bericht
from tests.simulate.lezen import Record, records, soort_van, van_code

JW_2025 = 7_275_000
WMO_2025 = 8_213_000
EURO = "83"


def _klopt(regel: Record) -> bool:
    if regel["Eenheid"] == EURO:
        return regel.get("ProductTarief") is None
    return int(regel["Bedrag"]) == int(regel["GeleverdVolume"]) * int(regel["ProductTarief"])


def _ingediend(geld: list[Record], wet: str, jaar: str) -> float:
    return sum(r.saldo for r in geld if r.wet == wet and r["Begindatum"].startswith(jaar)) / 100


def _per_client(geld: list[Record], wet: str, jaar: str) -> list[int]:
    bedragen: Counter[str] = Counter()
    for regel in geld:
        if regel.wet == wet and regel["Begindatum"].startswith(jaar):
            bedragen[regel.bsn] += regel.saldo
    return sorted(bedragen.values(), reverse=True)


@pytest.mark.parametrize(("wet", "begroot"), [("jw", JW_2025), ("wmo", WMO_2025)])
def test_a_year_costs_about_what_the_real_budget_says(
    geld: list[Record], wet: str, begroot: int
) -> None:
    assert _ingediend(geld, wet, "2025") == pytest.approx(begroot, rel=0.06)


def test_six_youth_cases_take_about_a_fifth_of_the_money(geld: list[Record]) -> None:
    bedragen = _per_client(geld, "jw", "2025")

    assert sum(bedragen[:6]) / sum(bedragen) == pytest.approx(0.2, abs=0.04)


def test_summer_is_cheaper_than_spring_for_jeugd(geld: list[Record]) -> None:
    per_maand: Counter[str] = Counter()
    for regel in geld:
        per_maand[f"{regel.wet} {regel.maand}"] += regel.saldo

    assert per_maand["jw 2025-08"] < per_maand["jw 2025-05"] * 0.9


def test_an_amount_is_exactly_volume_times_tarief(prestaties: list[Record]) -> None:
    assert [regel for regel in prestaties if not _klopt(regel)] == []


def test_a_line_lies_within_one_month_and_within_its_toewijzing(
    prestaties: list[Record], toegewezen: list[Record]
) -> None:
    ingang = {r.toewijzing: r["Ingangsdatum"] for r in toegewezen}
    wrong = [
        regel
        for regel in prestaties
        if regel["Begindatum"][:7] != regel["Einddatum"][:7]
        or regel["Begindatum"] < ingang[regel.toewijzing]
    ]

    assert wrong == []


def test_a_line_is_about_the_client_and_product_of_its_toewijzing(
    prestaties: list[Record], toegewezen: list[Record]
) -> None:
    van = {(r.toewijzing, r.bsn, r.aanbieder) for r in toegewezen}
    codes = {r.toewijzing: r.get("Code") for r in toegewezen if r.get("Code")}

    assert {(r.toewijzing, r.bsn, r.aanbieder) for r in prestaties} <= van
    assert [
        r for r in prestaties if codes.get(r.toewijzing, r["ProductCode"]) != r["ProductCode"]
    ] == []


def test_a_reference_is_used_once_by_an_aanbieder_within_a_wet(geld: list[Record]) -> None:
    assert len({regel.regel for regel in geld}) == len(geld)


def test_a_declaratie_has_its_own_number_and_the_sum_of_its_lines(
    berichten: list[Bericht],
) -> None:
    declaraties = records(berichten, "323", "Client")
    totalen = {b.name: _totaal(b) for b in van_code(berichten, "323")}
    som: Counter[str] = Counter()
    for regel in records(berichten, "323", "Prestatie"):
        som[regel.naam] += regel.saldo

    assert som == totalen
    assert {d.naam for d in declaraties} == set(totalen)


def _totaal(bericht: Bericht) -> int:
    """The total as the text of the message has it."""
    deel = bericht.inhoud.decode().split("TotaalBedrag>")[1]
    credit = ":DebetCredit>C<" in bericht.inhoud.decode().split("TotaalIngediendBedrag>")[1]
    return int(deel.split("<")[0]) * (-1 if credit else 1)


def test_a_credit_takes_back_a_whole_debit_once(
    gemeente: list[Bericht], geld: list[Record]
) -> None:
    geweigerd = _geweigerd(gemeente)
    debet = {r.regel: r for r in geld if r["DebetCredit"] == "D"}
    credits_ = [r for r in geld if r["DebetCredit"] == "C" and r.naam not in geweigerd]
    terug = [(r.wet, r.aanbieder, r["VorigReferentieNummer"]) for r in credits_]
    gelijk = ("Bedrag", "GeleverdVolume", "ToewijzingNummer", "Begindatum", "Einddatum")

    assert len(credits_) > 100
    assert len(set(terug)) == len(terug)
    assert [
        credit
        for credit, sleutel in zip(credits_, terug, strict=True)
        if [credit[veld] for veld in gelijk] != [debet[sleutel][veld] for veld in gelijk]
    ] == []


def test_some_months_come_late(geld: list[Record]) -> None:
    laat = [r for r in geld if r.dag - date.fromisoformat(r["Einddatum"]) > timedelta(days=25)]

    assert 0.02 < len(laat) / len(geld) < 0.12


def test_the_newest_declaraties_are_partly_unanswered(gemeente: list[Bericht]) -> None:
    gevraagd = _verwezen(van_code(gemeente, "323"))
    beantwoord = _verwezen(van_code(gemeente, "325"))
    nieuw = [b for b in van_code(gemeente, "323") if b.dagtekening > date(2026, 11, 1)]
    open_ = [b for b in nieuw if gevraagd[b.name] not in beantwoord.values()]

    assert 0 < len(open_) < len(nieuw)
    assert not set(beantwoord.values()) - set(gevraagd.values())


def _verwezen(berichten: list[Bericht]) -> dict[str, tuple[str, str]]:
    """Aanbieder and identificatie of the 323, from the 323 itself or from its 325."""
    gevonden = {}
    for bericht in berichten:
        tekst = bericht.inhoud.decode()
        antwoord = soort_van(bericht).endswith("325")
        veld = "DeclaratieIdentificatie>" if antwoord else "BerichtIdentificatie>"
        identificatie = tekst.split(veld)[1].split("Identificatie>")[1].split("<")[0]
        agb = tekst.split("Ontvanger>" if antwoord else "Afzender>")[1][:8]
        gevonden[bericht.name] = agb, identificatie
    return gevonden


def _geweigerd(berichten: list[Bericht]) -> set[str]:
    """The 323s that were refused as a whole, whose lines come again."""
    geheel = [
        bericht
        for bericht in van_code(berichten, "325")
        if b"RetourCode>8214<" in bericht.inhoud and b"DeclaratieAntwoord>" not in bericht.inhoud
    ]
    sleutels = set(_verwezen(geheel).values())
    gevraagd = _verwezen(van_code(berichten, "323"))
    return {naam for naam, sleutel in gevraagd.items() if sleutel in sleutels}


def test_every_answer_comes_within_ten_working_days(gemeente: list[Bericht]) -> None:
    verzonden = {
        sleutel: bericht.dagtekening
        for bericht, sleutel in zip(
            van_code(gemeente, "323"), _verwezen(van_code(gemeente, "323")).values(), strict=True
        )
    }
    wachten = [
        bericht.dagtekening - verzonden[sleutel]
        for bericht, sleutel in zip(
            van_code(gemeente, "325"), _verwezen(van_code(gemeente, "325")).values(), strict=True
        )
    ]

    assert timedelta(0) < min(wachten)
    assert max(wachten) <= timedelta(days=18)


def test_answers_grant_all_refuse_all_or_name_what_they_reject(gemeente: list[Bericht]) -> None:
    antwoorden = [b.inhoud.decode() for b in van_code(gemeente, "325")]
    zonder_deel = [a for a in antwoorden if "DeclaratieAntwoord>" not in a]
    geheel = [a for a in antwoorden if "RetourCode>8001<" in a]
    geweigerd = [a for a in zonder_deel if "RetourCode>8214<" in a]

    assert 0.3 < len(geheel) / len(antwoorden) < 0.9
    assert 0 < len(geweigerd) < 20
    assert len(zonder_deel) > 50


def test_what_an_answer_rejects_was_declared_and_is_not_granted(
    gemeente: list[Bericht], geld: list[Record]
) -> None:
    afgewezen = records(gemeente, "325", "Prestatie")
    ingediend = {r.regel: r.saldo for r in geld}
    per_antwoord: dict[str, int] = defaultdict(int)
    for regel in afgewezen:
        per_antwoord[regel.naam] += regel.saldo
    totalen = {b.name: _totalen(b) for b in van_code(gemeente, "325") if b.name in per_antwoord}

    assert len(afgewezen) > 200
    assert [r for r in afgewezen if ingediend[r.regel] != r.saldo] == []
    assert {naam: vraag - toe for naam, (vraag, toe) in totalen.items()} == dict(per_antwoord)


def _totalen(bericht: Bericht) -> tuple[int, int]:
    stukken = bericht.inhoud.decode().split("TotaalBedrag>")
    return int(stukken[1].split("<")[0]), int(stukken[3].split("<")[0])


def test_codes_stand_on_prestaties_and_now_and_then_on_a_client(gemeente: list[Bericht]) -> None:
    op_regel = records(gemeente, "325", "Prestatie")
    codes = Counter(regel["RetourCode"] for regel in op_regel)
    op_client = [b for b in van_code(gemeente, "325") if b"RetourCode>8187<" in b.inhoud]

    assert {"0611", "9321", "9346", "0200"} <= set(codes)
    assert 0 < len(op_client) < 30


def test_a_few_lines_are_wrong_when_errors_are_asked_for(geld: list[Record]) -> None:
    wrong = [r for r in geld if not _klopt(r) or r["Begindatum"][:7] != r["Einddatum"][:7]]

    assert 0.0001 < len(wrong) / len(geld) < 0.002


def test_a_few_lines_name_a_toewijzing_of_nobody(
    gemeente: list[Bericht], geld: list[Record]
) -> None:
    bekend = {r.toewijzing for r in records(gemeente, "301", "ToegewezenProduct")}
    onbekend = [regel for regel in geld if regel.toewijzing not in bekend]

    assert 0 < len(onbekend) < len(geld) * 0.001
