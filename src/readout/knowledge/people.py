"""People and the offices they held, by date."""

from collections.abc import Iterable, Mapping

from mypy_extensions import mypyc_attr


@mypyc_attr(acyclic=True)
class Person:
    """A person of the table: id, usual English name (Vietnamese with diacritics), sex `m` or `f`."""

    __slots__ = ("id", "name", "sex", "wikidata")

    def __init__(self, id: str, name: str, sex: str, wikidata: str) -> None:
        self.id = id
        self.name = name
        self.sex = sex
        self.wikidata = wikidata


@mypyc_attr(acyclic=True)
class Tenure:
    """One office held from `since` to `until` (ISO dates at day precision, both inclusive; far future = still)."""

    __slots__ = ("country", "office", "person", "since", "until")

    def __init__(self, person: str, office: str, country: str, since: str, until: str) -> None:
        self.person = person
        self.office = office
        self.country = country
        self.since = since
        self.until = until


class People:
    """Look-ups over persons and tenures; all answers are in table order, so that they never depend on chance."""

    def __init__(self, people: list[Person], tenures: list[Tenure], leading: Mapping[str, str] | None = None) -> None:
        self.by_id = {person.id: person for person in people}
        self._leading = leading or {}
        self._by_office: dict[tuple[str, str], list[Tenure]] = {}
        self._by_person: dict[str, list[Tenure]] = {}
        self._countries: dict[str, set[str]] = {}
        for tenure in tenures:
            self._by_office.setdefault((tenure.office, tenure.country), []).append(tenure)
            self._by_person.setdefault(tenure.person, []).append(tenure)
            self._countries.setdefault(tenure.office, set()).add(tenure.country)

    @classmethod
    def from_tables(
        cls,
        people: Iterable[tuple[str, ...]],
        tenures: Iterable[tuple[str, ...]],
        leaders: Iterable[tuple[str, ...]] = (),
    ) -> "People":
        """From rows of (id, name, sex, wikidata), (person, office, country, from, to) and (country, leading office)."""
        return cls(
            [Person(id, name, sex, wikidata) for id, name, sex, wikidata in people],
            [
                Tenure(person, office, country, _first_day(since), _last_day(until))
                for person, office, country, since, until in tenures
            ],
            {country: office for country, office in leaders},
        )

    def served(self, person: str, side: str) -> bool:
        """The person held an office of the side at any time."""
        return any(tenure.country == side for tenure in self._by_person.get(person, ()))

    def holders(self, office: str, country: str, on: str | None) -> list[str]:
        """Ids of those who held `office` of `country` on the ISO date `on`; without a date, nobody is certain."""
        found = self._by_office.get((office, country), [])
        return [t.person for t in found if on is not None and t.since <= on <= t.until]

    def offices(self, person: str, on: str | None) -> list[Tenure]:
        """The tenures of a person on the date `on`, or all of them without a date."""
        found = self._by_person.get(person, [])
        return [t for t in found if on is None or t.since <= on <= t.until]

    def country(self, person: str, on: str | None) -> str | None:
        """The country or organisation a person acts for on `on`; the nearest tenure's where none covers the date."""
        current = self.offices(person, on) if on else []
        if current:
            return current[0].country
        every = self._by_person.get(person, [])
        if not every:
            return None
        if on is None:
            return every[-1].country
        return min(every, key=lambda t: _distance(t, on)).country

    def leader(self, country: str, on: str | None) -> str | None:
        """Who leads a country or organisation on the ISO date `on`: the one holder of its leading office, or None."""
        holders = self.holders(self._leading.get(country, ""), country, on)
        return holders[0] if len(holders) == 1 else None

    def only_country(self, office: str) -> str | None:
        """The country or organisation that alone has the office, or None."""
        countries = self._countries.get(office, set())
        return next(iter(countries)) if len(countries) == 1 else None

    def has_office(self, office: str, country: str) -> bool:
        countries = self._countries.get(office)
        return countries is not None and country in countries


def _distance(tenure: Tenure, on: str) -> int:
    """About how many days lie between a tenure and a day; 0 inside."""
    return max(_days(tenure.since) - _days(on), _days(on) - _days(tenure.until), 0)


def _days(iso: str) -> int:
    return int(iso[:4]) * 372 + int(iso[5:7]) * 31 + int(iso[8:10])


def _first_day(stated: str) -> str:
    known = stated or "0001"
    return known + "-01-01"[len(known) - 4 :]


def _last_day(stated: str) -> str:
    if not stated:
        return "9999-12-31"
    return stated + "-12-31"[len(stated) - 4 :]
