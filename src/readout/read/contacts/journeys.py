"""Guests and hosts: who goes where, who is invited, who receives."""

from typing import Final

from readout.read.actor import is_organisation
from readout.read.actors import Actor
from readout.read.analysis import View
from readout.read.contacts.candidate import Candidate, Party
from readout.read.contacts.frames import Frame
from readout.read.contacts.subjects import Subjects, merged
from readout.read.mentions import Mention
from readout.read.offices import SPOKESPEOPLE
from readout.read.symbols import Symbols

MENTION_REACH: Final = 4
"""How many tokens before "tới" the verb of mentioning may stand that it belongs to."""
SENT: Final = ("ambassador", "consul-general", "charge-d-affaires")


class Journeys:
    """Finds the parties of visits, journeys, invitations and welcomes."""

    def __init__(self, subjects: Subjects, symbols: Symbols, home: str | None, main_pair: list[Actor]) -> None:
        self._subjects = subjects
        self._invitations = symbols.set_of("accept", "by-invitation", "invite")
        self._home = home
        self._main_pair = main_pair

    def visits(self, view: View, frame: Frame, context: list[Actor], before: list[Candidate]) -> list[list[Party]]:
        """One visit for each host that the frame names ("thăm Kuwait và Algeria")."""
        if frame.shape == "travel" and (
            _from_somewhere(view, frame.cue) or _is_appointed(view, frame) or _is_mentioned(view, frame)
        ):
            return []
        if view.tokens[frame.cue].has("ceremony") and self._lives_there(view, frame):
            return []
        hosts = self._hosts(view, frame.slots.get("host"))
        wanted: list[Actor | None] = [*hosts] or [None]
        return [self._visit(view, frame, host, context, before) for host in wanted]

    def journey(self, view: View, frame: Frame) -> list[Party]:
        """A visit that names neither guest nor host ("Trong chuyến thăm cấp nhà nước, ông A tặng ông B …"): the
        subject is the guest of the one other side whose official the sentence names; nobody where several are."""
        if view.tokens[frame.cue].has("reception"):
            return []
        guests = [a for a in self._subjects.subject(view, frame, set()) if a.person]
        hosts = [a for a in self._others(view, guests) if a.person]
        if not guests or len({a.country for a in self._others(view, guests)}) != 1 or not hosts:
            return []
        return [*(Party(guest, "guest") for guest in guests), Party(hosts[0], "host")]

    def _visit(
        self, view: View, frame: Frame, host: Actor | None, context: list[Actor], before: list[Candidate]
    ) -> list[Party]:
        guests = self._subjects.accompanied(view, frame.slots.get("guest")) or self._sent(view, frame)
        if not guests and view.tokens[frame.cue].has("visit-n"):
            guests = _guests_told(before, host)
        if not guests and self._home and any(t.has("vessel") and not t.record for t in view.tokens[: frame.cue]):
            guests = [Actor(self._home, kind="delegation")]  # a ship of no other nation is the newspaper's own
        if not guests:
            guests = self._travellers(self._who_goes(view, frame, host, context), host)
        if host is None and guests:
            host = self._subjects.only_country(view, frame, guests)
        if host is None and guests and frame.rule.endswith("visit-somewhere") and not self._others(view, guests):
            host = _host_told(before, guests)
        if host is None and guests and not self._subjects.apart(view, 0, frame.cue):
            there = self._subjects.missing(view, frame, guests, context) or self._home_of(view, frame, guests)
            sides = {actor.country for actor in (*there, *self._others(view, guests))}
            host = there[0] if there and len(sides) == 1 and not is_organisation(there[0].country) else None
        if host is not None and not self._invitations.isdisjoint(view.present):
            host = _inviter(view, frame, host)
        guests = merged(guests, self._company(view, frame, guests))
        if host is not None and _comes_home(view, frame, guests, host):
            return []
        guests = [g for g in guests if host is None or g.country != host.country]
        if host is not None and not guests and frame.slots.get("guest"):
            guests = self._travellers(self._subjects.subject(view, frame, {host.country}), host)
        if host is None or not guests:
            return []
        return [*(Party(guest, "guest") for guest in guests), Party(host, "host")]

    def _sent(self, view: View, frame: Frame) -> list[Actor]:
        """Of an envoy without a name the country that sends him ("Tổng thống A cử đặc phái viên sang B")."""
        at = frame.slots.get("guest", 0) - 1
        while at > 0 and view.tokens[at].has("filler"):
            at -= 1
        if at < 0 or not view.tokens[at].has("send-v"):
            return []
        return [Actor(a.country, kind="delegation") for a in self._subjects.subject(view, frame, set())[:1]]

    def _who_goes(self, view: View, frame: Frame, host: Actor | None, context: list[Actor]) -> list[Actor]:
        """The subject that the frame leaves out; an organisation whose meeting is told before it goes nowhere ("dự hội
        nghị của NATO và làm việc tại Bỉ")."""
        known = [host] if host else []
        found = self._subjects.missing(view, frame, known, context)
        if found and all(is_organisation(actor.country) and not actor.person for actor in found):
            return self._subjects.missing(view, frame, known + found, context)
        return found

    def _lives_there(self, view: View, frame: Frame) -> bool:
        """Ambassadors and consuls go to the ceremonies of the country to which they are sent."""
        return any(guest.office in SENT for guest in self._subjects.actors(view, frame.slots.get("guest")))

    def _others(self, view: View, guests: list[Actor]) -> list[Actor]:
        """The sides that the sentence names beside the guests'."""
        own = {guest.country for guest in guests}
        return [a for actors in view.actors.values() for a in actors if a.country and a.country not in own]

    def _company(self, view: View, frame: Frame, guests: list[Actor]) -> list[Actor]:
        """With whom the guests travel ("tới Hàn Quốc cùng Tổng Bí thư Tô Lâm"): officials of their own country."""
        at = frame.last + 1
        if at + 1 >= len(view.tokens) or not view.tokens[at].has("accompany"):
            return []
        own = {guest.country for guest in guests}
        return [a for a in view.actors.get(at + 1, ()) if a.person and a.country in own]

    def host(self, view: View, index: int | None) -> Actor | None:
        """The one side that the token at `index` names as a place to go to."""
        return next(iter(self._hosts(view, index)), None)

    def _hosts(self, view: View, index: int | None) -> list[Actor]:
        if index is None:
            return []
        token = view.tokens[index]
        if isinstance(token.record, Mention):
            found = view.actors.get(index, [])
            if len(found) > 1 and all(actor.kind == "side" for actor in found):
                return found
            return found[:1] or ([Actor(token.record.side)] if token.record.side else [])
        country = token.value("country") or self._subjects.place_country(token)
        if token.has("this-country"):
            country = next((c for at in range(index - 1, -1, -1) if (c := view.tokens[at].value("country"))), None)
        return [Actor(country)] if country else []

    def _travellers(self, guests: list[Actor], host: Actor | None) -> list[Actor]:
        """Who may travel: officials; where only a country was found, the leader of the article's main pair."""
        officials = [g for g in guests if g.person or g.kind != "side"]
        return officials or [a for a in self._main_pair if host is None or a.country != host.country][:1]

    def _home_of(self, view: View, frame: Frame, guests: list[Actor]) -> list[Actor]:
        """A welcome ceremony for a foreign guest, in a newspaper that names no host, is at home."""
        welcome = view.tokens[frame.cue].has("reception")
        return [Actor(self._home)] if welcome and self._home and guests[0].country != self._home else []

    def invitation(self, view: View, frame: Frame) -> list[Party]:
        """Who is invited, and by whom: the inviters of the host country, else the country."""
        guests = self._subjects.actors(view, frame.slots.get("guest"))
        inviters = self._subjects.actors(view, frame.slots.get("a"))
        host = self.host(view, frame.slots.get("host"))
        hosts = [h for h in inviters if host is None or h.country == host.country] or ([host] if host else [])
        invited = {guest.country for guest in guests}
        return [*(Party(g, "guest") for g in guests), *(Party(h, "host") for h in hosts if h.country not in invited)]

    def welcome(self, view: View, frame: Frame, before: list[Candidate]) -> list[Party]:
        """The host receives the guest of the frame, else the guest of the last visit told."""
        hosts = self._subjects.actors(view, frame.slots.get("host"))[:1]
        guests = self._subjects.actors(view, frame.slots.get("guest"))
        if not guests:
            visits = [c for c in before if c.mode == "visit"]
            guests = [p.actor for p in visits[-1].parties if p.role == "guest"] if visits else []
        guests = [g for g in guests if not hosts or g.country != hosts[0].country]
        return [*(Party(g, "guest") for g in guests), *(Party(h, "host") for h in hosts)] if guests else []


def _from_somewhere(view: View, cue: int) -> bool:
    """What comes "từ Nga sang châu Âu" is a thing that is carried; who travels "bay từ … tới …"."""
    if cue < 2 or not view.tokens[cue - 2].has("from-where"):
        return False
    return not any(token.has("go-v") for token in view.tokens[max(0, cue - 4) : cue - 2])


def _is_appointed(view: View, frame: Frame) -> bool:
    """Who is made an envoy or ambassador to a country ("bổ nhiệm đặc phái viên tới Sudan") goes nowhere yet."""
    guest = frame.slots.get("guest", 0)
    return frame.cue == guest + 1 and any(token.has("appoint-v") for token in view.tokens[max(0, guest - 2) : guest])


def _is_mentioned(view: View, frame: Frame) -> bool:
    """What somebody speaks of ("không đề cập trực tiếp tới Nga") is no place that he goes to."""
    for at in range(frame.cue - 1, max(-1, frame.cue - MENTION_REACH - 1), -1):
        token = view.tokens[at]
        if "mention" in (token.value("disclose"), token.value("silence")):
            return True
        if token.has("subordinator") or token.has("conjunction") or token.has("comma") or view.actors.get(at):
            return False
    return False


def _inviter(view: View, frame: Frame, host: Actor) -> Actor:
    """The host country's person who invites: "theo lời mời của Chủ tịch nước …", "nhận lời mời của …", "ông A mời ông B
    tới …"."""
    for index, token in enumerate(view.tokens[:-1]):
        if token.has("accept") and view.tokens[index + 1].has("of"):
            return next((a for a in view.actors.get(index + 2, []) if a.country == host.country and a.person), host)
        if token.has("by-invitation") or (token.has("invite") and index < frame.cue):
            named = view.actors.get(index + 1, []) if token.has("by-invitation") else _before(view, index)
            return next((a for a in named if a.country == host.country and a.person), host)
    return host


def _before(view: View, index: int) -> list[Actor]:
    """The actors nearest before a token, but no spokespeople: they tell of invitations."""
    near = next((view.actors[at] for at in range(index - 1, -1, -1) if view.actors.get(at)), [])
    return [actor for actor in near if actor.office not in SPOKESPEOPLE]


def _comes_home(view: View, frame: Frame, guests: list[Actor], host: Actor) -> bool:
    """The last subordinate clause tells of somebody in his own country ("kể từ khi ông Trump trở lại Nhà Trắng")."""
    guest = frame.slots.get("guest", 0)
    clause = guest > 0 and any(view.tokens[guest - 1].has(cls) for cls in ("clause-of-time", "since-event"))
    return (
        clause
        and bool(guests)
        and all(one.person or one.kind == "leader" for one in guests)
        and {one.country for one in guests} == {host.country}
    )


def _host_told(before: list[Candidate], guests: list[Actor]) -> Actor | None:
    """The host of the visit by others that the article spoke of last ("Thủ tướng A sẽ đến thăm vào tháng tới")."""
    own = {guest.country for guest in guests}
    told = next((c for c in reversed(before) if c.mode == "visit"), None)
    hosts = [p.country for p in told.parties if p.role == "host"] if told else []
    person = all(guest.person for guest in guests)
    return Actor(hosts[0]) if person and hosts and hosts[0] not in own else None


def _guests_told(before: list[Candidate], host: Actor | None) -> list[Actor]:
    """The guests of the visit to that host which the article spoke of before: "chuyến thăm Bulgaria" is the same."""
    for visit in reversed(before):
        if (
            host
            and visit.mode == "visit"
            and any(p.role == "host" and p.country == host.country for p in visit.parties)
        ):
            return [p.actor for p in visit.parties if p.role == "guest"]
    return []
