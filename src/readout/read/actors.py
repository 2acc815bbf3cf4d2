"""Who is meant: every mention of an article resolved to a person, an office and a country.

In order: a full name, the name with its title, the name that the article gave before, the office-holder of the
table on the day of publication, the last one spoken of in that office. Where none decides, the person stays open.
"""

from collections.abc import Sequence
from dataclasses import replace

from readout.knowledge import Knowledge
from readout.knowledge.people import Tenure
from readout.read.actor import Actor as Actor
from readout.read.actor import is_organisation
from readout.read.mentions import THERE, Mention
from readout.read.names import Names
from readout.read.offices import AIDES, OFFICES_OF_MANY, TOP_OFFICES, is_general_for, is_home_title


class Cast:
    """The actors of one article: first everybody who is named, then what the other mentions refer to."""

    def __init__(self, knowledge: Knowledge, on: str | None) -> None:
        self._knowledge = knowledge
        self._people = knowledge.people
        self._on = on
        self._tenures: dict[str, list[Tenure]] = {}
        self._named = Names(knowledge.home)
        self._by_office: dict[tuple[str, str | None], Actor] = {}
        self.leaders: dict[str, Actor] = {}  # of each side, whom the article names
        self._led_by_title: set[str] = set()
        self._sides: list[str] = []
        self._recent: list[Actor] = []
        self._introduced: list[Actor] = []
        self._titled: Actor | None = None
        self._last_named: str | None = None
        self._pair_named: tuple[int, list[str]] = (0, [])
        self.qualifying: list[str] = []  # bare countries that qualify a noun ("đậu nành Mỹ")

    def introduce(self, mentions: Sequence[Mention]) -> None:
        """Learn the names that the article gives in full or with a title, wherever they stand."""
        for full_only in (True, False):
            for at, mention in enumerate(mentions):
                if mention.kind == "person" and full_only != mention.short and not mention.rule.endswith("surname"):
                    actor = self._by_name(mention)
                    if actor and mention.counterpart and not actor.office:
                        actor = actor.holding(self._shared_office(mentions[:at], actor.country))
                    if actor and (actor.country or " " in (actor.person or "")):
                        self._remember(mention, actor)
                    if actor and actor.country:
                        self._introduced.append(actor)

    def _shared_office(self, before: Sequence[Mention], side: str | None) -> str | None:
        """The office of whoever was named last from another side: a counterpart holds the same one."""
        for mention in reversed(before):
            if mention.counterpart or mention.kind not in ("person", "office"):
                continue
            actor = self._by_name(mention) if mention.kind == "person" else Actor(mention.side)
            office = self._office(mention, mention.side) or (actor.office if actor else None)
            if office and actor and actor.country != side:
                return office
        return None

    def note(self, mention: Mention) -> None:
        """Remember the sides that qualify a noun: the one that "nước này" means next, and two that are named together
        ("xung đột Pakistan - Afghanistan") for "hai nước"."""
        self._last_named = mention.side or self._last_named
        sides = [member.side for member in mention.members if member.side]
        if len(sides) == len(mention.members) == len(set(sides)) == 2:
            self._pair_named = (len(self._sides), sides)

    def resolve(self, mention: Mention, scene: bool = False) -> list[Actor]:
        """Who the mention means; several for a pair, nobody where the words decide nothing. A side that is only the
        scene of something ("tại Oman") takes no part beside two that were named together."""
        if mention.side == THERE:
            mention.side = self._last_named
        if mention.members:
            self.note(mention)
            actors = [actor for member in mention.members for actor in self.resolve(member)]
            return [
                a
                for a in actors
                if a.office != "first-lady"
                or not any(b.country == a.country and b.person and b is not a for b in actors)
            ]
        if mention.kind == "pair" and mention.offices:
            sides = [actor.country for actor in self._pair("") if actor.country]
            found = [self._by_title(replace(mention, kind="office", side=side)) for side in sides]
            return [actor for actor in found if actor]
        if mention.kind == "pair":
            return self._pair(mention.pair_of)
        actor = self._one(mention)
        if actor is None:
            return []
        if actor.person and actor.kind == "person":
            self._recent.append(actor)
        if actor.office and not mention.counterpart:
            self._titled = actor
        self._last_named = actor.country or self._last_named
        scene = scene and actor.kind == "side" and bool(self._pair_named[1])
        if actor.country and not scene and (not self._sides or self._sides[-1] != actor.country):
            self._sides.append(actor.country)
        return [actor]

    def _pair(self, of: str) -> list[Actor]:
        """ "The two leaders" (`leaders`), "the leaders of the two countries" (`country-leaders`), "the two" (`people`),
        "the two sides": the pair that was named together, else the last two spoken of from two
        countries, among leaders only where leaders are meant; else the leaders of the last two sides."""
        found: dict[str, Actor] = {}
        at, sides = self._pair_named
        since = {side for side in set(self._sides[at:]) if not is_organisation(side)}
        if of == "country-leaders" and sides:
            return [self.leaders.get(side, Actor(side, kind="leader")) for side in sides]
        if not of and sides and since <= set(sides):
            return [Actor(side) for side in sides]
        of = "leaders" if of == "country-leaders" else of
        for actor in reversed(self._recent):
            if actor.country and actor.country not in found and (of != "leaders" or actor.office in TOP_OFFICES):
                found[actor.country] = actor
            if len(found) == 2:
                break
        if len(found) < 2 and of == "leaders":
            found = {a.country: a for a in self.main_pair() if a.country}
        if len(found) < 2 and len(set(self._sides)) > 1:
            found = {
                side: self.leaders.get(side, Actor(side, kind="leader"))
                for side in list(dict.fromkeys(reversed(self._sides)))[:2]
            }
        if len(found) < 2:
            found = {a.country: a for a in self.main_pair() if a.country} or self._by_qualifiers()
        pair = list(found.values())[::-1]
        return pair if of else [Actor(actor.country) for actor in pair]

    def _by_qualifiers(self) -> dict[str, Actor]:
        """The one side that the article speaks of and the one other that qualifies a noun of it."""
        sides = dict.fromkeys([*self._sides, *self.qualifying])
        return {side: Actor(side, kind="leader") for side in sides} if self._sides and len(sides) == 2 else {}

    def main_pair(self) -> list[Actor]:
        """The leaders of two sides whom the article names most, for a reference ahead of the names."""
        first: dict[str, Actor] = {}
        counted: dict[str, int] = {}
        for actor in self._introduced:
            if actor.country and actor.office in TOP_OFFICES:
                first.setdefault(actor.country, actor)
                counted[actor.country] = counted.get(actor.country, 0) + 1
        if len(first) < 2:
            return []
        most, second = sorted(first, key=counted.__getitem__, reverse=True)[:2]
        return [first[second], first[most]]

    def _one(self, mention: Mention) -> Actor | None:
        if mention.kind == "person":
            return self._by_name(mention)
        if mention.kind == "office":
            return self._by_title(mention)
        if mention.kind == "leader":
            return self._leader(mention)
        if mention.kind == "institution" and mention.side is None:
            return Actor(self._knowledge.home, kind="institution")
        return Actor(mention.side, kind=mention.kind)

    def _leader(self, mention: Mention) -> Actor:
        """ "Nhà lãnh đạo Mỹ": the leader whom the article names, else the table's; in a list or a plural nobody."""
        side = mention.side or ""
        known = self.leaders.get(side) if not (mention.plural or mention.former) else None
        if known:
            return known.as_told("leader", "named before")
        holder = None if mention.plural or mention.listed or mention.former else self._people.leader(side, self._on)
        if holder is None:
            return Actor(mention.side, kind="leader")
        person = self._people.by_id[holder]
        return Actor(
            side, person.name, holder, self._current_office(holder, side), "leader", person.sex, "leader on that day"
        )

    def _by_name(self, mention: Mention) -> Actor | None:
        name = mention.name or ""
        before = self._named.get(name)
        if before is not None and self._agrees(mention, before):
            return before.holding(self._told_office(mention, before))
        if mention.rule.endswith("title-surname"):
            return self._by_title(replace(mention, kind="office", name=None))
        person = self._candidate(mention)
        if person is None:
            if mention.people and mention.short and not (mention.offices or mention.sex):
                return None
            country = mention.side
            if country is None and mention.offices and not mention.people:
                country = self._side_in(mention.office_text) or self._home(mention, name)
            return Actor(country, name, None, self._office(mention, country), "person", mention.sex, "name")
        if self._names_the_chief(person, mention):
            return Actor(mention.side, None, None, mention.offices[0][0], "office")
        known = self._people.by_id[person]
        country = mention.side or self._people.country(person, self._on)
        if mention.side and not self._people.served(person, mention.side):
            country = self._people.country(person, self._on) if not mention.offices else mention.side
        office = self._office(mention, country) or self._current_office(person, country)
        return Actor(country, known.name, person, office, "person", known.sex, "table of people")

    def _names_the_chief(self, person: str, mention: Mention) -> bool:
        """ "Trợ lý Tổng thống Nga Vladimir Putin" is an aide without a name: the name is the chief's."""
        aide = set(mention.offices[0]) & AIDES if mention.offices else set()
        if not aide:
            return False
        held = {t.office for t in self._held(person)}
        return not aide & held and bool(held & set(TOP_OFFICES))

    def _held(self, person: str) -> list[Tenure]:
        """The tenures of a person on the day of the article; asked again with each mention."""
        known = self._tenures.get(person)
        if known is None:
            known = self._tenures[person] = self._people.offices(person, self._on)
        return known

    def _candidate(self, mention: Mention) -> str | None:
        best: tuple[int, str] | None = None
        for person in mention.people:
            score = self._fit(person, mention)
            if score > 0 and (best is None or score > best[0]):
                best = (score, person)
        return best[1] if best else None

    def _fit(self, person: str, mention: Mention) -> int:
        """How well a known person fits a mention: 0 where title, country or sex speak against it."""
        now = self._held(person)
        score = 1 if not mention.short else 0
        if mention.sex and mention.short and self._people.by_id[person].sex not in ("", mention.sex):
            return 0
        if mention.side:
            if self._people.served(person, mention.side):
                score += 3
            elif mention.short:
                return 0
        wanted = {office for group in mention.offices for office in group}
        if wanted:
            if any(t.office in wanted for t in now):
                score += 6
            elif any(t.office in wanted for t in self._people.offices(person, None)):
                score += 3
            elif mention.short and not mention.side:
                return 0
        if now:
            score += 2
        elif mention.short and self._on and not mention.offices:
            return 1 if score else 0
        return max(score, 1 if not mention.short or now else 0)

    def _agrees(self, mention: Mention, actor: Actor) -> bool:
        if mention.side and actor.country and mention.side != actor.country:
            return False
        return not (mention.sex and actor.sex and mention.sex != actor.sex)

    def _remember(self, mention: Mention, actor: Actor) -> None:
        self._named.learn(mention.name or "", actor)
        for group in mention.offices:
            for office in group:
                self._by_office.setdefault((office, actor.country), actor)
        if mention.counterpart and actor.office:
            self._by_office.setdefault((actor.office, actor.country), actor)
        if actor.country and self._leads(actor, mention) and self._leads_now(actor, mention):
            self.leaders[actor.country] = actor
            if mention.offices:
                self._led_by_title.add(actor.country)

    def _leads_now(self, actor: Actor, mention: Mention) -> bool:
        """The first leader of the side, or one whom no table knows, told with the title that the table still gives to
        somebody named without it: the successor."""
        known = self.leaders.get(actor.country or "")
        if known is None:
            return True
        unlisted = actor.person_id is None and bool(mention.offices) and not mention.former
        return unlisted and actor.office == known.office and actor.country not in self._led_by_title

    def _leads(self, actor: Actor, mention: Mention) -> bool:
        if actor.office in TOP_OFFICES:
            return True
        return actor.person_id is not None and any(t.office in TOP_OFFICES for t in self._held(actor.person_id))

    def _by_title(self, mention: Mention) -> Actor | None:
        side = mention.side or self._only_side(mention)
        if mention.counterpart:
            return self._counterpart(mention)
        if side is None:
            return self._bare_title(mention)
        for group in mention.offices:
            for office in group:
                known = self._by_office.get((office, side))
                if known:
                    return known.as_told("office", "named before")
        holder = None if mention.former else self._holder(mention, side)
        if holder:
            person = self._people.by_id[holder]
            return Actor(
                side,
                person.name,
                holder,
                self._office(mention, side),
                "office",
                person.sex,
                "office-holder on that day",
            )
        return Actor(side, None, None, self._office(mention, side), "office")

    def _only_side(self, mention: Mention) -> str | None:
        """The side of an office that only one has (the pope; all have spokespersons), or that its title names
        ("chủ tịch Ủy ban châu Âu")."""
        if len(mention.offices) != 1 or len(mention.offices[0]) != 1:
            return None
        office = mention.offices[0][0]
        alone = None if office.endswith("spokesperson") else self._people.only_country(office)
        return alone or self._side_in(mention.office_text)

    def _side_in(self, title: str) -> str | None:
        """The organisation whose name ends a title ("giám đốc CIA"), or the country of the institution there."""
        _, _, rest = title.partition(" ")
        found = self._knowledge.lexicon.last_of(rest)
        return next((e.value for e in found if e.cls in ("organisation", "seat")), None)

    def _bare_title(self, mention: Mention) -> Actor | None:
        wanted = [office for group in mention.offices for office in group]
        for actor in reversed(self._recent):
            if actor.office in wanted and actor.country:
                return actor.as_told("office", "last in that office")
        for (office, country), actor in self._by_office.items():
            if office in wanted and country:
                return actor.as_told("office", "named in the article")
        is_home = is_home_title(mention.office_text, named=not self._sides)
        return self._by_title(replace_side(mention, self._knowledge.home)) if is_home else None

    def _home(self, mention: Mention, name: str) -> str | None:
        """A high title without a country is of the newspaper's own country where the name may be from there."""
        first = self._knowledge.lexicon.entries_of(name.lower().split()[0])
        from_here = any(entry.cls == "surname" for entry in first) and is_home_title(mention.office_text, named=True)
        return self._knowledge.home if from_here else None

    def _counterpart(self, mention: Mention) -> Actor | None:
        for actor in (self._titled, *reversed(self._recent)):
            if actor is None or actor.country == mention.side or not actor.office:
                continue
            named = self._by_office.get((actor.office, mention.side))
            if named:
                return named.as_told("office", "counterpart")
            holders = self._people.holders(actor.office, mention.side or "", self._on)
            if len(holders) == 1:
                person = self._people.by_id[holders[0]]
                return Actor(mention.side, person.name, person.id, actor.office, "office", person.sex, "counterpart")
            break
        return Actor(mention.side, kind="office") if mention.side else None

    def _holder(self, mention: Mention, side: str) -> str | None:
        for group in mention.offices:
            for office in group:
                if office in OFFICES_OF_MANY:
                    return None
                holders = self._people.holders(office, side, self._on)
                if len(holders) == 1:
                    return holders[0]
                if holders:
                    return None
        return None

    def _office(self, mention: Mention, country: str | None) -> str | None:
        for group in mention.offices:
            for office in group:
                if country and self._people.has_office(office, country):
                    return office
        return mention.offices[0][0] if mention.offices else None

    def _told_office(self, mention: Mention, before: Actor) -> str | None:
        """The office that a title gives to somebody named before; a general title does not take a special one's place
        ("Bộ trưởng Rubio" is still the foreign minister)."""
        office = self._office(mention, before.country)
        return before.office if office is None or is_general_for(office, before.office) else office

    def _current_office(self, person: str, country: str | None) -> str | None:
        held = [t for t in self._held(person) if t.country == country]
        return next((t.office for t in held if t.office in TOP_OFFICES), held[0].office) if held else None


def replace_side(mention: Mention, side: str | None) -> Mention:
    """The same mention with a country."""
    return Mention(mention.start, mention.end, mention.rule, mention.kind, mention.offices, mention.office_text, side)
