"""What the teams carry, do and finish equals what plain Python counts day by day."""

import calendar
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import stats

from sdash.queries import gegevens, teams
from sdash.warehouse.marts import Marts
from tests.queries.marts import Mart, connect, emptied

OPEN = date(9999, 12, 31)
START = date(2025, 11, 20)
VAN, TOT = date(2026, 1, 1), date(2026, 6, 30)
PERIOD = {"van": VAN, "tot": TOT}
DAYS = [START + timedelta(days=nr) for nr in range(320)]
MONTHS = [date(2026, nr, 1) for nr in range(1, 7)]
TAKEN = ("signalering", "activering", "vraagverheldering", "indicering", "regievoering")
VALID = {"Noord": (date(2020, 1, 1), OPEN), "Zuid": (date(2026, 3, 10), date(2026, 5, 2))}

some = settings(
    max_examples=max(1, settings().max_examples // 2),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@dataclass(frozen=True)
class Stap:
    """What a team did in a casus."""

    taak: str
    van: date
    tot: date


class Fte(NamedTuple):
    """How many people a team has in a month, as a whole or for a taak."""

    team: str
    maand: date
    taak: str | None
    fte: float


@dataclass(frozen=True)
class Casus:
    """An open file with what was done in it; a file may tell of days outside the casus."""

    team: str
    begin: date
    eind: date
    stappen: tuple[Stap, ...]

    def runs(self, day: date) -> bool:
        return self.begin <= day <= self.eind

    @property
    def inside(self) -> list[Stap]:
        """A taak ends with its casus, and does not begin after it."""
        return [
            Stap(one.taak, one.van, min(one.tot, self.eind))
            for one in self.stappen
            if one.van <= self.eind
        ]


days = st.integers(0, 250).map(lambda nr: START + timedelta(days=nr))
long = st.one_of(st.none(), st.integers(0, 90))


def until(van: date, dagen: int | None) -> date:
    return OPEN if dagen is None else van + timedelta(days=dagen)


steps = st.tuples(st.sampled_from(TAKEN), days, long).map(
    lambda said: Stap(said[0], said[1], until(said[1], said[2]))
)
cases = st.tuples(
    st.sampled_from(["Noord", "Zuid", "Elders"]),
    days,
    long,
    st.lists(steps, max_size=4, unique_by=lambda stap: (stap.taak, stap.van)),
).map(lambda said: Casus(said[0], said[1], until(said[1], said[2]), tuple(said[3])))
work = st.lists(cases, max_size=8)
staffs = st.lists(
    st.builds(
        Fte,
        st.sampled_from(["Noord", "Zuid", "Elders"]),
        st.sampled_from([date(2024, 11, 1), date(2025, 12, 1), *MONTHS]),
        st.sampled_from([None, "indicering", "signalering"]),
        st.integers(1, 40).map(lambda quarters: quarters / 4),
    ),
    max_size=8,
    unique_by=lambda one: one[:3],
)
area = st.tuples(
    st.sampled_from(["Noord", "Zuid", "Jong", "Elders"]),
    st.sampled_from(["WK000001", "WK000002", "WK000003"]),
    days,
    long,
).map(lambda said: (*said[:3], until(said[2], said[3])))


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with connect() as connection:
        yield connection


def fill(mart: Mart, found: list[Casus]) -> None:
    mart.add("team", [{"team": t, "van": van, "tot": tot} for t, (van, tot) in VALID.items()])
    mart.add(
        "casus",
        [
            {"casus_id": str(nr), "team": it.team, "begindatum": it.begin, "einddatum": it.eind}
            for nr, it in enumerate(found)
        ],
    )
    mart.fill("levering", "levering_nr\n1")
    mart.add(
        "casustaak_regel",
        [
            {"casusnummer": str(nr), "taak": one.taak, "van": one.van, "plaats": nr}
            | {"tot": None if one.tot == OPEN else one.tot}
            for nr, it in enumerate(found)
            for one in it.stappen
        ],
    )


def derived(database: duckdb.DuckDBPyConnection, mart: Mart, found: list[Casus]) -> None:
    fill(mart, found)
    Marts(database)._derive("casustaak")


@some
@given(found=work)
def test_every_month_begins_where_the_one_before_ended(
    database: duckdb.DuckDBPyConnection, found: list[Casus]
) -> None:
    with emptied(database) as mart:
        fill(mart, found)
        rows = mart.rows(teams.verloop, **PERIOD)

    expected = {}
    for month in MONTHS:
        last = date(2026, month.month, calendar.monthrange(2026, month.month)[1])
        for team in ("Noord", "Zuid", "Elders"):
            own = [it for it in found if it.team == team]
            begin = sum(it.runs(month - timedelta(days=1)) for it in own)
            came = sum(month <= it.begin <= last for it in own)
            gone = sum(
                month <= day <= last and it.runs(day - timedelta(days=1)) and not it.runs(day)
                for it in own
                for day in DAYS
            )
            works = team in VALID and VALID[team][0] <= last and month <= VALID[team][1]
            if begin or came or works:
                eind = sum(it.runs(last) for it in own)
                expected[month, team] = (begin, came, gone, eind)
                assert begin + came - gone == eind
    assert {
        (row.maand, row.team): (row.begin, row.instroom, row.uitstroom, row.eind) for row in rows
    } == expected


@some
@given(found=work, day=st.sampled_from(DAYS))
def test_the_day_adds_up_over_teams_and_ages(
    database: duckdb.DuckDBPyConnection, found: list[Casus], day: date
) -> None:
    with emptied(database) as mart:
        fill(mart, found)
        (kern,) = mart.rows(teams.kern, peildatum=day)
        ages = mart.rows(teams.leeftijd, peildatum=day)

    before = earlier(day, 12)
    counted = (kern.casussen_begin, kern.casussen_instroom, kern.casussen_uitstroom, kern.casussen)
    assert counted == (
        sum(it.runs(before) for it in found),
        sum(before < it.begin <= day for it in found),
        sum(it.begin <= day and before <= it.eind < day for it in found),
        sum(it.runs(day) for it in found),
    )
    expected = Counter(
        (it.team, max(of for of in (0, 3, 6, 12) if of == 0 or it.begin <= earlier(day, of)))
        for it in found
        if it.runs(day)
    )
    assert Counter({(row.team, row.klasse): row.casussen or 0 for row in ages}) == expected


@some
@given(found=work)
def test_what_came_through_each_taak_and_how_long_it_took(
    database: duckdb.DuckDBPyConnection, found: list[Casus]
) -> None:
    with emptied(database) as mart:
        derived(database, mart, found)
        rows = {row.taak: row for row in mart.rows(teams.taken, **PERIOD)}
        (gone,) = mart.rows(teams.afgesloten, **PERIOD)

    closed = [it for it in found if VAN <= later(it.eind) <= TOT]
    for taak, row in rows.items():
        of = [[one for one in it.inside if one.taak == taak] for it in found]
        begun = [one for steps in of for one in steps if VAN <= one.van <= TOT]
        assert row.casussen == sum(any(one.taak == taak for one in it.inside) for it in closed)
        assert row.lopend == sum(any(one.van <= TOT <= one.tot for one in steps) for steps in of)
        assert row.begonnen == sum(any(VAN <= one.van <= TOT for one in steps) for steps in of)
        assert row.doorlooptijd == median(begun)
    told = [{one.taak for one in it.inside} for it in closed]
    further = sum(bool(taken & {"indicering", "regievoering"}) for taken in told)
    assert (gone.afgesloten, gone.na_indicering) == (len(closed), further)
    assert gone.zonder == sum(not taken for taken in told)
    assert gone.afgesloten == (gone.voor_indicering or 0) + further + gone.zonder


@some
@given(found=work)
def test_every_casus_that_does_not_fit_is_counted_once_for_each_reason(
    database: duckdb.DuckDBPyConnection, found: list[Casus]
) -> None:
    with emptied(database) as mart:
        derived(database, mart, found)
        rows = mart.rows(gegevens.casussen)

    expected: Counter[tuple[str, str]] = Counter()
    for it in found:
        if it.team not in VALID:
            expected["het team staat niet in het bestand teams", it.team] += 1
        elif not VALID[it.team][0] <= it.begin <= VALID[it.team][1]:
            expected["het team bestond niet op de begindatum", it.team] += 1
        if any(not it.runs(one.van) or it.eind < one.tot < OPEN for one in it.stappen):
            expected["de taak valt buiten de casus", it.team] += 1
        busy = [sum(one.van <= day <= one.tot for one in it.stappen) for day in DAYS]
        if max(busy, default=0) > 1:
            expected["taken overlappen elkaar", it.team] += 1
        first = next((nr for nr, count in enumerate(busy) if count), 0)
        last = next((nr for nr, count in reversed([*enumerate(busy)]) if count), 0)
        if 0 in busy[first:last]:
            expected["tussen taken zitten dagen zonder taak", it.team] += 1
    assert Counter({(row.omschrijving, row.team): row.aantal for row in rows}) == expected


@pytest.mark.parametrize(
    ("begin", "said"),
    [
        (date(2026, 1, 9), "taken overlappen elkaar"),
        (date(2026, 1, 10), "taken overlappen elkaar"),
        (date(2026, 1, 11), None),
        (date(2026, 1, 12), "tussen taken zitten dagen zonder taak"),
    ],
)
def test_a_taak_begins_the_day_after_the_one_before(
    database: duckdb.DuckDBPyConnection, begin: date, said: str | None
) -> None:
    first, last = date(2026, 1, 1), date(2026, 1, 10)
    found = (Stap("signalering", first, last), Stap("activering", begin, OPEN))
    with emptied(database) as mart:
        derived(database, mart, [Casus("Noord", first, OPEN, found)])

        assert [row.omschrijving for row in mart.rows(gegevens.casussen)] == [said] * bool(said)


@some
@given(found=work, staff=staffs, day=st.sampled_from(DAYS))
def test_casussen_are_divided_by_the_fte_that_belong_to_them(
    database: duckdb.DuckDBPyConnection, found: list[Casus], staff: list[Fte], day: date
) -> None:
    with emptied(database) as mart:
        derived(database, mart, found)
        said = [(nr, *one) for nr, one in enumerate(staff)]
        names = ("plaats", "team", "maand", "taak", "fte")
        mart.add("formatie_regel", [dict(zip(names, one, strict=True)) for one in said])
        (kern,) = mart.rows(teams.kern, peildatum=day)
        months = mart.rows(teams.verloop, **PERIOD)
        done = mart.rows(teams.bezetting, peildatum=day)

    year = [one for one in staff if earlier(day, 12) <= one.maand <= day]
    seen = {it.team for it in found if it.begin <= day and it.eind >= earlier(day, 12)}
    newest = max((one.maand for one in year if one.team in seen), default=None)
    busy = {it.team for it in found if it.runs(day)}
    parts = [of_a_month(staff, team, newest) for team in sorted(busy)]
    assert kern.maand == newest
    known = [part for part in parts if part is not None]
    whole = known and len(known) == len(parts)
    assert kern.fte == (pytest.approx(sum(known)) if whole else None)
    for row in months:
        assert row.fte == of_a_month(staff, row.team, row.maand)
        assert row.per_fte == (
            None if row.fte is None else pytest.approx((row.eind or 0) / row.fte)
        )
    told = any(it.stappen for it in found)
    expected = {}
    for team in {one.team for one in year if one.taak}:
        last = max(one.maand for one in year if one.taak and one.team == team)
        for one in year:
            if (one.team, one.maand) == (team, last) and one.taak:
                steps = [
                    [s for s in it.inside if s.taak == one.taak] for it in found if it.team == team
                ]
                expected[team, one.taak] = (
                    sum(any(s.van <= day <= s.tot for s in of) for of in steps) if told else None,
                    sum(any(earlier(day, 12) <= s.tot < day for s in of) for of in steps)
                    if told
                    else None,
                )
    assert {(row.team, row.taak): (row.casussen, row.afgerond) for row in done} == expected


@some
@given(areas=st.lists(area, max_size=8), day=st.sampled_from(DAYS))
def test_teams_change_on_days_on_which_their_wijken_do(
    database: duckdb.DuckDBPyConnection, areas: list[tuple[str, str, date, date]], day: date
) -> None:
    with emptied(database) as mart:
        names = ("team", "wijk_code", "van", "tot")
        mart.add("team", [dict(zip(names, one, strict=True)) for one in areas])
        rows = mart.rows(teams.wisselingen, tot=day)

    def wijken(team: str, at: date) -> set[str]:
        return {wijk for of, wijk, van, tot in areas if of == team and van <= at <= tot}

    every = {of for of, *_ in areas}
    assert {(row.dag, row.team): (row.wijken, row.teams) for row in rows} == {
        (at, team): (len(wijken(team, at)), sum(bool(wijken(of, at)) for of in every))
        for at in DAYS
        for team in every
        if at <= day and wijken(team, at) != wijken(team, at - timedelta(days=1))
    }


@some
@given(areas=st.lists(area, max_size=12), day=st.sampled_from(DAYS))
def test_two_kinds_of_teams_share_the_wijken_that_both_have(
    database: duckdb.DuckDBPyConnection, areas: list[tuple[str, str, date, date]], day: date
) -> None:
    soort = {"Noord": "wijkteam", "Zuid": "wijkteam", "Jong": "jeugdteam", "Elders": "jeugdteam"}
    inwoners = {"WK000001": 700, "WK000002": 20, "WK000003": None}
    with emptied(database) as mart:
        mart.fill("levering", "levering_nr\n1")
        mart.add("wijk", [{"wijk_code": w, "inwoners": count} for w, count in inwoners.items()])
        mart.add(
            "wijkteam_regel",
            [
                {"team_soort": soort[team], "team": team, "wijk_code": wijk, "van": van}
                | {"tot": None if tot == OPEN else tot, "plaats": nr}
                for nr, (team, wijk, van, tot) in enumerate(areas)
            ],
        )
        rows = mart.rows(teams.overlap, peildatum=day)

    newest = {(soort[team], wijk, van): (team, wijk, van, tot) for team, wijk, van, tot in areas}
    of: dict[str, set[str]] = {}
    for team, wijk, van, tot in newest.values():
        if van <= day <= tot:
            of.setdefault(team, set()).add(wijk)
    expected = {}
    for mine, ours in of.items():
        for other, theirs in of.items():
            if (soort[mine], soort[other]) == ("wijkteam", "jeugdteam"):
                people = [inwoners[wijk] for wijk in ours & theirs]
                known = [count for count in people if count is not None]
                whole = sum(known) if len(known) == len(people) else None
                expected[mine, other] = (len(people), whole)
    assert {(r.wijkteam, r.jeugdteam): (r.wijken, r.inwoners) for r in rows} == expected


def of_a_month(staff: list[Fte], team: str, maand: date | None) -> float | None:
    """The fte of a team as a whole, or else what its taken add up to."""
    own = [one for one in staff if (one.team, one.maand) == (team, maand)]
    whole = [one.fte for one in own if one.taak is None]
    return float(whole[0] if whole else sum(one.fte for one in own)) if own else None


def earlier(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def later(day: date) -> date:
    return day if day == OPEN else day + timedelta(days=1)


def median(begun: list[Stap]) -> float | None:
    """The first day on which scipy says that half of them are done or fewer go on."""
    if not begun:
        return None
    seen = stats.CensoredData(
        uncensored=[(one.tot - one.van).days + 1 for one in begun if one.tot < TOT],
        right=[(TOT - one.van).days + 1 for one in begun if one.tot >= TOT],
    )
    over = stats.ecdf(seen).sf
    halves = [
        float(dag)
        for dag, part in zip(over.quantiles, over.probabilities, strict=True)
        if part <= 0.5 + 1e-9
    ]
    return min(halves, default=None)
