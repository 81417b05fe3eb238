"""Lives of a few people in care, and what plain Python says of who came and left, day by day."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.queries.marts import Mart

BEGIN = date(2025, 1, 1)
DAYS = 420
BRIDGED = 30
WIJKEN = ("WK1", "WK2", "onbekend")
PRODUCTEN = (("jw", "45"), ("jw", "46"), ("wmo", "01"))
ORDER = ("nieuw", "herinstroom", "erbij", "uitstroom", "weg")
Days = set[int]


@dataclass(frozen=True)
class Zorg:
    """One stretch of care of a person, in days since the begin."""

    client: int
    product: tuple[str, str]
    aanbieder: str
    verwijzer: str
    van: int
    duur: int

    @property
    def days(self) -> Days:
        """Its days; one that is open lasts longer than anybody asks."""
        return {*range(self.van, min(self.van + self.duur, DAYS))}

    @property
    def tot(self) -> str:
        """Its last day as the warehouse writes it."""
        last = self.van + self.duur - 1
        return "9999-12-31" if last >= DAYS - 1 else dag(last).isoformat()


@dataclass(frozen=True)
class Team:
    """The days on which a team had a wijk."""

    team: str
    wijk: str
    van: int
    tot: int


@dataclass(frozen=True)
class Leven:
    """A few people, where they live, their care and the teams."""

    zorg: tuple[Zorg, ...]
    wijken: tuple[str, ...]
    teams: tuple[Team, ...]

    def fill(self, mart: Mart) -> None:
        """Put it in the marts."""
        people = enumerate(self.wijken)
        mart.insert("client", [{"client_id": nr, "wijk_code": wijk} for nr, wijk in people])
        mart.insert(
            "team",
            [
                {"team": it.team, "wijk_code": it.wijk, "van": dag(it.van), "tot": dag(it.tot)}
                for it in self.teams
            ],
        )
        mart.insert(
            "inzet",
            [
                {
                    "wet": it.product[0],
                    "categorie": it.product[1],
                    "toewijzing_nummer": nr,
                    "client_id": it.client,
                    "aanbieder": it.aanbieder,
                    "verwijzer": it.verwijzer,
                    "van": dag(it.van),
                    "tot": it.tot,
                }
                for nr, it in enumerate(self.zorg)
            ],
        )
        mart.bridge()

    def members(self, it: Zorg, snede: str) -> Iterable[tuple[str, Days]]:
        """The members of a cut that a stretch belongs to, and on which days."""
        wijk = self.wijken[it.client]
        if snede == "team":
            found = [
                (team.team, it.days & {*range(team.van, team.tot + 1)})
                for team in self.teams
                if team.wijk == wijk
            ]
            return [pair for pair in found if pair[1]] or [("onbekend", it.days)]
        code = {
            "wet": it.product[0],
            "product": "-".join(it.product),
            "aanbieder": it.aanbieder,
            "verwijzer": it.verwijzer,
            "wijk": wijk,
        }
        return [(code.get(snede, "totaal"), it.days)]

    def chosen(self, filters: Mapping[str, str]) -> Iterable[tuple[Zorg, Days]]:
        """The care of a selection, and on which of its days it belongs to that."""
        for it in self.zorg:
            days = it.days
            for key, code in filters.items():
                inside = [of for lid, of in self.members(it, key) if lid == code]
                days = days & set().union(*inside)
            if days:
                yield it, days

    def expected(
        self, van: int, tot: int, snede: str, filters: Mapping[str, str]
    ) -> dict[str, tuple[int, ...]]:
        """Of each member: begin, the five movements between both days, and eind."""
        whole = {nr: bridged(self._of(nr)) for nr in range(len(self.wijken))}
        found: dict[tuple[str, int], Days] = {}
        for it, days in self.chosen(filters):
            for lid, inside in [("totaal", days), *_cut(self.members(it, snede), days, snede)]:
                found.setdefault((lid, it.client), set()).update(inside)
        told: dict[str, Counter[str]] = {"totaal": Counter()}
        for (lid, client), raw in found.items():
            days = bridged(raw)
            counts = told.setdefault(lid, Counter())
            counts["begin"] += van - 1 in days
            counts["eind"] += tot in days
            counts.update(moves(days, whole[client], range(van, tot + 1)))
        near = {lid for (lid, _), raw in found.items() if raw & {*range(van - 32, tot + 32)}}
        return {
            lid: tuple(counts[name] for name in ("begin", *ORDER, "eind"))
            for lid, counts in told.items()
            if lid == "totaal" or (lid in near and any(counts.values()))
        }

    def returns(self, van: int, tot: int) -> dict[str, tuple[int, ...]]:
        """Of each product that ended: who came back, by how many months after."""
        told: dict[str, list[int]] = {}
        for nr in range(len(self.wijken)):
            days = bridged(self._of(nr))
            begins = [day for day in days if day - 1 not in days and day != min(days)]
            if asked := [day for day in begins if van <= day <= tot]:
                day = max(asked)
                last = max(other for other in days if other < day)
                products = {"-".join(it.product) for it in self.zorg if _ends(it, nr, last)}
                for lid in ("totaal", *products):
                    told.setdefault(lid, [0] * 6)[_later(dag(last), dag(day))] += 1
        return {lid: (*counts[:5], sum(counts)) for lid, counts in told.items()}

    def known(self, maand: date, tot: int) -> tuple[int, int]:
        """In the twelve months up to a month: who came for the first time, and who only back."""
        new, back = set[int](), set[int]()
        for nr in range(len(self.wijken)):
            days = bridged(self._of(nr))
            for day in days:
                ago = _months(dag(day), maand)
                if day - 1 not in days and 0 <= ago < 12 and day <= tot:
                    (new if day == min(days) else back).add(nr)
        return len(new), len(back - new)

    def again(self, van: int, tot: int) -> tuple[int, int]:
        """Whose jeugdhulp began, and who of them had it before."""
        began, before = set[int](), set[int]()
        for it in self.zorg:
            others = [o for o in self.zorg if o.client == it.client and o.product[0] == "jw"]
            had = set[int]().union(*(other.days for other in others))
            if it.product[0] == "jw" and van <= it.van <= tot and it.van - 1 not in had:
                began.add(it.client)
                if min(had) < it.van:
                    before.add(it.client)
        return len(began), len(before)

    def _of(self, client: int) -> Days:
        return set().union(*(it.days for it in self.zorg if it.client == client))


def _cut(members: Iterable[tuple[str, Days]], days: Days, snede: str) -> list[tuple[str, Days]]:
    if not snede:
        return []
    return [(lid, of & days) for lid, of in members if of & days]


def _ends(it: Zorg, client: int, last: int) -> bool:
    return it.client == client and max(it.days) == last


def _months(before: date, after: date) -> int:
    return (after.year - before.year) * 12 + after.month - before.month


def _later(ended: date, came: date) -> int:
    """The place of how long ago something ended: in 3, 6, 12 or 24 months, or longer."""
    for place, months in enumerate((3, 6, 12, 24)):
        number = ended.year * 12 + ended.month - 1 + months
        days = monthrange(number // 12, number % 12 + 1)[1]
        if came <= date(number // 12, number % 12 + 1, min(ended.day, days)):
            return place
    return 4


def bridged(days: Days) -> Days:
    """The days with those gaps filled that are short enough."""
    filled, before = {*days}, -DAYS
    for day in sorted(days):
        if 0 < day - before - 1 <= BRIDGED:
            filled |= {*range(before, day)}
        before = day
    return filled


def moves(days: Days, whole: Days, asked: Sequence[int]) -> Counter[str]:
    """Who came and went on these days, and whether from and to nowhere."""
    first, counts = min(whole), Counter[str]()
    for day in asked:
        if day in days and day - 1 not in days:
            came = day - 1 not in whole
            counts["erbij" if not came else "nieuw" if day == first else "herinstroom"] += 1
        if day not in days and day - 1 in days:
            counts["weg" if day in whole else "uitstroom"] += 1
    return counts


def dag(nummer: int) -> date:
    """The day with this number."""
    return BEGIN + timedelta(days=nummer)


def near(days: Sequence[int]) -> st.SearchStrategy[int]:
    """One of these days, or one or two later: so that gaps of about thirty days are common."""
    return st.builds(int.__add__, st.sampled_from(days), st.integers(0, 2))


_stretches = st.builds(
    Zorg,
    st.integers(0, 1),
    st.sampled_from(PRODUCTEN),
    st.sampled_from(["A", "B"]),
    st.sampled_from(["01", "02"]),
    near(range(0, 301, 60)),
    st.sampled_from([1, 28, 29, 30, 59, 88, 89, 90, 1000]),
)
_teams = st.sampled_from(
    [
        (),
        (Team("Noord", "WK1", 0, DAYS), Team("Zuid", "WK2", 0, DAYS)),
        (Team("Noord", "WK1", 0, 150), Team("Zuid", "WK1", 151, DAYS)),
        (Team("Noord", "WK1", 100, 150), Team("Noord", "WK1", 151, DAYS)),
    ]
)
levens = st.builds(
    Leven,
    st.lists(_stretches, min_size=2, max_size=7).map(tuple),
    st.tuples(*[st.sampled_from(WIJKEN)] * 2),
    _teams,
)
CUTS: Mapping[str, Sequence[str]] = {
    "wet": ("jw", "wmo"),
    "product": ("jw-45", "jw-46", "wmo-01"),
    "team": ("Noord", "Zuid"),
    "wijk": WIJKEN,
    "aanbieder": ("A", "B"),
    "verwijzer": ("01", "02"),
}


@st.composite
def filters(draw: st.DrawFn) -> dict[str, str]:
    """None, one or two filters."""
    keys = draw(st.lists(st.sampled_from([*CUTS]), unique=True, max_size=2))
    return {key: draw(st.sampled_from(CUTS[key])) for key in keys}
