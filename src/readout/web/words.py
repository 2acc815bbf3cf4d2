"""Records in the words of one language: who, what, when, how much. Text only, never markup."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from babel.numbers import format_percent

from readout.knowledge.loader import load
from readout.knowledge.silence import silence_kind
from readout.knowledge.tables import columns, table
from readout.ledger.browsing import ContactLine
from readout.model.answers import LedgerContact, LedgerStatement, SourcedEvidence, ThreadVersion
from readout.model.records import Contact, Deadline, Participant, Party, Quantity, Speaker, Statement, TradeObject
from readout.web import names, terms
from readout.web.dates import Dates
from readout.web.language import Language, language
from readout.web.language import message as _

_COMPARATORS = {"~": _("about %(what)s"), "<": _("less than %(what)s"), "<=": _("up to %(what)s"),
                ">": _("more than %(what)s"), ">=": _("at least %(what)s")}  # fmt: skip
_SCALES = ((1e12, _("%(num)s trillion")), (1e9, _("%(num)s billion")), (1e6, _("%(num)s million")))
_BASES = {"additional": _("%(what)s more"), "per-period": _("%(what)s per period")}
_EACH = {"year": _("%(what)s per year"), "month": _("%(what)s per month"), "week": _("%(what)s per week"),
         "day": _("%(what)s per day")}  # fmt: skip
_YEAR = re.compile(r"\d{4}", re.ASCII)
_YEARS = re.compile(r"\d{4}(/\d{4})?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MEASURED = ("ordered", "shipped", "delivered", "resumed")
SIGNS = {"held": "●", "ongoing": "◐", "cancelled": "×", "denied": "×"}
_SHORT_NAMES = {"vi": {"US": "Mỹ", "AE": "UAE", "UN": "Liên Hợp Quốc", "EU": "EU"}, "en": {"EU": "EU"}}
"""Where newspapers use a shorter name than CLDR."""
_OFFICE_NAMES = {
    ("vi", "president", "CN"): "Chủ tịch", ("vi", "president", "VN"): "Chủ tịch nước",
    ("vi", "president", "LA"): "Chủ tịch nước", ("vi", "president", "CU"): "Chủ tịch",
    ("vi", "vice-president", "CN"): "Phó chủ tịch", ("vi", "vice-president", "VN"): "Phó chủ tịch nước",
}  # fmt: skip
"""Offices that one country calls otherwise than the rest."""


class Line(NamedTuple):
    """A contact in a list: its id; who; what, when and where; the status, its sign and its name; how many reports."""

    id: str
    who: str
    what: str
    status: str
    sign: str
    told: str
    reports: str


class Words:
    """What a template calls to say something in the reader's language."""

    def __init__(self, of: Language) -> None:
        self.language = of
        self.dates = Dates(of)
        self._t = of.gettext
        self._territories: dict[str, str] = dict(of.locale.territories)

    def term(self, kind: Mapping[str, str], identifier: str | None) -> str:
        """A word of a closed list; an identifier that no list holds is shown without its hyphens."""
        if not identifier:
            return ""
        return self._t(kind[identifier]) if identifier in kind else identifier.replace("-", " ")

    def mode(self, identifier: str | None) -> str:
        return self.term(terms.MODES, identifier)

    def status(self, identifier: str | None) -> str:
        return self.term(terms.MOVES if identifier in terms.MOVES else terms.STATUSES, identifier)

    def topic(self, identifier: str | None) -> str:
        return self.term(terms.TOPICS, identifier)

    def silence(self, stated: Sequence[SourcedEvidence]) -> str:
        """What the side did not do, by the words of the first article that says so."""
        return self.term(terms.SILENCES, silence_kind(stated[0].evidence.text) if stated else "mention")

    def force(self, identifier: str | None) -> str:
        return self.term(terms.FORCES, identifier)

    def stage(self, identifier: str | None) -> str:
        return self.term(terms.STAGES, identifier)

    def country(self, code: str | None) -> str:
        """The name in CLDR; an organisation that CLDR does not know keeps its code."""
        if not code:
            return self._t("unknown side")
        short = _SHORT_NAMES[self.language.code].get(code)
        return short or self._territories.get(code, code)

    def person(self, person_id: str | None, fallback: str = "") -> str:
        """The usual name of a person of the knowledge."""
        known = load().people.by_id.get(person_id or "")
        return known.name if known else fallback or (person_id or "")

    def participant(self, one: Participant) -> str:
        """A name, else an office, else the country."""
        if one.person or not one.office:
            return one.person or self.country(one.country)
        office = self.office(one.office, one.country)
        return office[:1].upper() + office[1:]

    def office(self, office: str | None, country: str | None = None) -> str:
        """`President of China`, `Chủ tịch/Tổng thống Trung Quốc`."""
        name = _OFFICE_NAMES.get((self.language.code, office or "", country or ""))
        known = office is None or office in terms.OFFICES
        name = name or (self.term(terms.OFFICES, office) if known else names.office(self.language.code, office or ""))
        if not country:
            return name
        article = "the " if self.language.code == "en" and country in names.WITH_ARTICLE else ""
        return self._t("%(office)s of %(country)s") % {"office": name, "country": article + self.country(country)}

    def who(self, parties: Sequence[Participant]) -> str:
        """All parties in one line, with their countries."""
        between = " ↔ " if len(parties) == 2 else " · "
        return between.join(self._with_country(one) for one in parties) or self._t("unknown parties")

    def _with_country(self, one: Participant) -> str:
        return f"{one.person} ({self.country(one.country)})" if one.person and one.country else self.participant(one)

    def lines(self, contacts: Iterable[ContactLine | LedgerContact]) -> Iterator[Line]:
        """What a list says of each."""
        for one in contacts:
            what = (self.mode(one.mode), self.when(one), self.where(one))
            reports = self.language.counted("%(num)s report", "%(num)s reports", one.reports)
            yield Line(one.id, self.who(one.participants), " · ".join(filter(None, what)),
                       one.status, SIGNS.get(one.status, "○"), self.status(one.status), reports)  # fmt: skip

    def role(self, one: Participant) -> str:
        return self.term(terms.ROLES, one.role) if one.role in terms.ROLES else ""

    def when(self, contact: LedgerContact | ContactLine | Contact) -> str:
        """The date as stated; else the day on which it was first told, or that nothing is known."""
        if stated := self.dates.edtf(contact.time.edtf, contact.time.part):
            return stated
        told = None if isinstance(contact, Contact) else contact.first_published
        return self._t("told on %(day)s") % {"day": self.dates.stamp(told)} if told else self._t("date not known")

    def where(self, contact: LedgerContact | ContactLine | Contact) -> str:
        place = contact.place
        if place is None:
            return ""
        return names.place(self.language.code, place.name) if place.name else self.country(place.country)

    def how_long(self, contact: LedgerContact | Contact) -> str:
        length = contact.duration
        return self.dates.duration(length.iso8601, length.approximate) if length else ""

    def title(self, contact: LedgerContact | Contact) -> str:
        """One line: what, who, when."""
        return f"{self.mode(contact.mode)}: {self.who(contact.participants)}, {self.when(contact)}"

    def speaker(self, one: Speaker) -> str:
        """The name, else the institution, else the office, else the country."""
        if self._is_country(one):
            return self.country(one.country)
        name = one.name or one.organisation
        return (
            names.institution(self.language.code, name)
            if name
            else (self.office(one.office, one.country) if one.office else self.country(one.country))
        )

    def voices(self, one: Statement | LedgerStatement) -> str:
        """The speaker and those who say it together with the speaker."""
        return ", ".join(self.speaker(speaker) for speaker in (one.speaker, *one.joint_with))

    def side(self, one: Speaker) -> str:
        """` (China)` behind a name that does not say the country itself."""
        country = self.country(one.country)
        return "" if one.country is None or country in self.speaker(one) else f" ({country})"

    def _is_country(self, one: Speaker | Party) -> bool:
        """Whether it is the country that speaks or promises, under its own name."""
        return one.country is not None and names.country_called(one.name or one.organisation) == one.country

    def channel(self, one: Statement | LedgerStatement) -> str:
        """Where it was said and who passed it on."""
        medium = [self.term(terms.MEDIA, one.medium)] if one.medium else []
        wires = ", ".join(self.term(terms.MEDIA, wire) for wire in one.reported_via)
        via = [self._t("via %(whom)s") % {"whom": wires}] if wires else []
        told = [self._t("as told by %(whom)s") % {"whom": self.country(one.account_of)}] if one.account_of else []
        return ", ".join(medium + via + told)

    def quoted(self, one: Statement | LedgerStatement, length: int | None = None) -> str:
        """The words, in quotation marks where they are the speaker's own."""
        bare = one.content.text.strip('“”"') if one.kind == "direct" else one.content.text
        shown = clipped(bare, length) if length else bare
        return f"“{shown}”" if one.kind == "direct" else shown

    def source(self, publisher: str | None, published: str | None) -> str:
        return f"{publisher or self._t('unnamed source')}, {self.dates.stamp(published)}"

    def party(self, one: Party | None, nobody: str = "") -> str:
        """A person of a country, an organisation, or the country itself."""
        if one is None:
            return nobody
        if self._is_country(one):
            return self.country(one.country)
        name = names.institution(self.language.code, one.name or one.organisation or "")
        if name and one.country and one.name:
            return f"{name} ({self.country(one.country)})"
        return name or (self.country(one.country) if one.country else nobody)

    def quantity(self, one: Quantity | None, period: Deadline | None = None) -> str:
        """`about 12 million tonnes`, `25 million tonnes per year`; empty where no number was stated."""
        if one is None:
            return ""
        number = self.number(one.value)
        if one.high is not None:
            number = f"{number}–{self.number(one.high)}"
        unit = self.unit(one.unit)
        words = f"{number}{'' if unit == '%' else ' '}{unit}".strip()
        compared = _("nearly %(what)s") if one.nearly else _COMPARATORS.get(one.comparator, "")
        words = self._t(compared) % {"what": words} if compared else words
        each = _EACH.get(_unit_of(period)) if one.basis == "per-period" else None
        basis = each or _BASES.get(one.basis)
        return self._t(basis) % {"what": words} if basis else words

    def unit(self, unit: str | None) -> str:
        return self.term(terms.UNITS, unit) if unit in terms.UNITS else unit or ""

    def number(self, value: float) -> str:
        """`12 million`, `332,000`, in the digits of the language."""
        for scale, pattern in _SCALES:
            if abs(value) >= scale:
                return self._t(pattern) % {"num": self.language.digits(value / scale)}
        return self.language.digits(value)

    def share(self, ratio: float) -> str:
        return str(format_percent(ratio, format="#,##0%", locale=self.language.locale))

    def by_when(self, deadline: Deadline | None, period: Deadline | None) -> str:
        """`by the end of 2025`, `for 2026`: the date where there is one, else its name in the reader's language."""
        year = deadline is not None and _YEAR.fullmatch(deadline.edtf or "")
        due = self._t("by the end of %(when)s") if year else self._t("by %(when)s")
        by = due % {"when": self._time(deadline)} if deadline else ""
        return ", ".join(words for words in (by, self._period(period)) if words)

    def _time(self, told: Deadline) -> str:
        """The date; else the name, which is English; else the article's words, which are Vietnamese."""
        if self.language.code == "vi" or told.edtf:
            return self.dates.edtf(told.edtf) or told.text
        return told.name or f"“{told.text}”"

    def _period(self, period: Deadline | None) -> str:
        """`for 2026`, `for next season`, `over 3 years`, `each year`."""
        if period is None:
            return ""
        told = self._time(period)
        if period.edtf is None and (period.name or "").startswith(("each ", "every ")):
            return told
        over = period.edtf is None and (period.name or "")[:1].isdigit()
        return (self._t("over %(when)s") if over else self._t("for %(when)s")) % {"when": told}

    def time_of(self, one: ThreadVersion) -> str:
        """By when and for when; of what was done, since when or as of which day."""
        edtf = one.period.edtf if one.period and one.stage in _MEASURED else None
        if not edtf:
            return self.by_when(one.deadline, one.period)
        if edtf.endswith("/.."):
            return self._t("since %(when)s") % {"when": self.dates.edtf(edtf[:-3])}
        a_day = self._t("as of %(when)s") if one.measured_by else self._t("on %(when)s")
        return (a_day if _DAY.fullmatch(edtf) else self._t("in %(when)s")) % {"when": self.dates.edtf(edtf)}

    def thing(self, action: str | None, thing: TradeObject | None) -> str:
        """`buy soybeans`; `viện trợ nhân đạo`, whose name holds the verb already; `ceasefire`, which needs none."""
        name = self.object(thing.name) if thing else ""
        verb = "" if name and action == "other" else self.term(terms.ACTIONS, action)
        if name and action in ("cut-tariff", "raise-tariff"):
            return self._t("%(deed)s on %(thing)s") % {"deed": verb, "thing": name}
        return name if verb and name.startswith(f"{verb} ") else f"{verb} {name}".strip()

    def institution(self, name: str | None) -> str:
        """A source by its name: an institution, somebody unnamed, a country by its code."""
        return self.country(name) if name and len(name) == 2 else names.institution(self.language.code, name or "")

    def confirmer(self, code: str) -> str:
        """A country by its code, or a name behind the mark of who is no country."""
        return names.institution(self.language.code, code[1:]) if code.startswith("~") else self.country(code)

    def object(self, name: str) -> str:
        """A commodity as the language calls it; its English name where the knowledge has none."""
        return _objects(self.language.code).get(name, name.replace("-", " "))

    def topics(self, found: Iterable[str]) -> str:
        return ", ".join(map(self.topic, found))


def _unit_of(period: Deadline | None) -> str:
    """What `per period` means where the period gives it: `each year`, `3 years` or a span of years is a year."""
    if period is None:
        return ""
    name = period.name or ("years" if _YEARS.fullmatch(period.edtf or "") else "")
    return name.removeprefix("each ").split(" ")[-1].removesuffix("s")


@cache
def _objects(code: str) -> dict[str, str]:
    """Commodity, or what else is promised → the first word that the language's data files have for it."""
    names: dict[str, str] = {}
    if code == "vi":
        for row in table("vi/commodities.tsv"):
            names.setdefault(row["commodity"], row["form"])
        for form, kind, measure in columns("vi/commitment_cues.tsv", "form", "class", "value"):
            if kind in ("measure", "figure", "truce"):
                names.setdefault(measure, form)
    return names


@cache
def words(code: str) -> Words:
    """The words of a language, made once."""
    return Words(language(code))


def clipped(text: str, length: int) -> str:
    """At most `length` characters, cut at a space."""
    if len(text) <= length:
        return text
    return text[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
