"""The closed word lists of the contract as readers call them; the catalogs translate the right-hand sides."""

from readout.web.language import message as _

MODES = {
    "phone-call": _("phone call"), "video-call": _("video call"), "meeting": _("meeting"), "talks": _("talks"),
    "visit": _("visit"), "summit": _("summit"), "letter": _("letter"), "contact": _("contact"),
}  # fmt: skip
STATUSES = {
    "held": _("held"), "ongoing": _("ongoing"), "planned": _("planned"), "invited": _("invited"),
    "proposed": _("proposed"), "cancelled": _("cancelled"), "denied": _("denied"),
    "hypothetical": _("only if"),
}  # fmt: skip
MOVES = {"postponed": _("postponed"), "brought-forward": _("brought forward")}
"""What became of a plan, in a history."""
SILENCES = {
    "mention": _("did not mention it"), "confirm": _("has not confirmed it"), "publish": _("has not published it"),
    "decline": _("declined to comment"), "answer": _("did not comment"), "detail": _("gave no details"),
}  # fmt: skip
FORCES = {
    "says": _("says"), "confirms": _("confirms"), "denies": _("denies"), "urges": _("urges"), "warns": _("warns"),
    "promises": _("promises"), "invites": _("invites"), "praises": _("praises"), "thanks": _("thanks"),
    "criticises": _("criticises"), "proposes": _("proposes"), "declines-comment": _("declines to comment"),
    "agrees": _("agrees"), "hopes": _("hopes"), "asks": _("asks"), "announces": _("announces"),
    "threatens": _("threatens"), "accuses": _("accuses"),
}  # fmt: skip
STAGES = {
    "considered": _("considered"), "expected": _("expected"), "pledged": _("pledged"), "agreed": _("agreed"),
    "ordered": _("ordered"), "shipped": _("shipped"), "delivered": _("delivered"), "resumed": _("resumed"),
    "suspended": _("suspended"), "refused": _("refused"),
}  # fmt: skip
ACTIONS = {
    "buy": _("buy"), "sell": _("sell"), "deliver": _("deliver"), "sign": _("sign"), "suspend": _("suspend"),
    "resume": _("resume"), "cut-tariff": _("cut tariffs"), "raise-tariff": _("raise tariffs"), "invest": _("invest"),
    "aid": _("give aid"), "set-date": _("set a date"), "withdraw": _("withdraw"), "build": _("build"),
    "lend": _("lend"), "cut": _("cut"), "other": _("other"),
}  # fmt: skip
ROLES = {"host": _("host"), "mediator": _("mediator"), "initiator": _("initiator"), "guest": _("guest")}
TOPICS = {
    "trade": _("trade"), "tariffs": _("tariffs"), "agriculture": _("agriculture"), "soybeans": _("soybeans"),
    "energy": _("energy"), "aviation": _("aviation"), "rare-earths": _("rare earths"), "technology": _("technology"),
    "semiconductors": _("semiconductors"), "tiktok": _("TikTok"), "fentanyl": _("fentanyl"), "taiwan": _("Taiwan"),
    "south-china-sea": _("South China Sea"), "ukraine": _("Ukraine war"), "iran": _("Iran"),
    "middle-east": _("Middle East"), "korea": _("Korean Peninsula"), "nuclear": _("nuclear weapons"),
    "arms-sales": _("arms sales"), "military": _("military"), "visits": _("visits and invitations"),
    "bilateral-relations": _("bilateral relations"), "international-order": _("international order"),
    "climate": _("climate"), "investment": _("investment"), "human-rights": _("human rights"),
    "migration": _("migration"), "science-education": _("science and education"),
    "infrastructure": _("infrastructure"), "tourism": _("tourism"), "border": _("borders and territory"),
    "other": _("other"),
}  # fmt: skip
MEDIA = {
    "truth-social": "Truth Social", "x": "X", "press-briefing": _("press briefing"), "interview": _("interview"),
    "foreign-ministry": _("foreign ministry"), "state-media": _("state media"), "phone": _("in the call"),
    "statement": _("statement"), "speech": _("speech"), "white-house": _("White House"), "media": _("media"),
    "social-media": _("social media"), "press-conference": _("press conference"), "telegram": "Telegram",
    "facebook": "Facebook", "weibo": "Weibo", "youtube": "YouTube", "wechat": "WeChat", "vk": "VK",
}  # fmt: skip
OFFICES = {
    "president": _("President"), "vice-president": _("Vice President"), "prime-minister": _("Prime Minister"),
    "deputy-prime-minister": _("Deputy Prime Minister"), "monarch": _("monarch"), "supreme-leader": _("Supreme Leader"),
    "general-secretary": _("General Secretary"), "foreign-minister": _("Foreign Minister"),
    "deputy-foreign-minister": _("Deputy Foreign Minister"), "defence-minister": _("Defence Minister"),
    "finance-minister": _("Finance Minister"), "trade-minister": _("Trade Minister"),
    "agriculture-minister": _("Agriculture Minister"), "energy-minister": _("Energy Minister"),
    "minister": _("minister"), "deputy-minister": _("deputy minister"), "special-envoy": _("special envoy"),
    "ambassador": _("Ambassador"), "press-secretary": _("press secretary"), "spokesperson": _("spokesperson"),
    "foreign-ministry-spokesperson": _("foreign ministry spokesperson"),
    "presidential-aide": _("presidential aide"), "national-security-adviser": _("National Security Adviser"),
    "security-council-secretary": _("Secretary of the Security Council"),
    "speaker-of-parliament": _("Speaker of Parliament"), "trade-representative": _("Trade Representative"),
    "chief-of-staff": _("Chief of Staff"), "secretary-general": _("Secretary-General"),
    "high-representative": _("High Representative"), "crown-prince": _("Crown Prince"), "pope": _("Pope"),
    "senior-official": _("senior official"), "official": _("official"), "leader": _("leader"),
    "military-chief": _("chief of the armed forces"), "state-councillor": _("State Councillor"),
}  # fmt: skip
UNITS = {
    "t": _("tonnes"), "tonne": _("tonnes"), "aircraft": _("aircraft"), "percent": "%", "barrel": _("barrels"),
    "bushel": _("bushels"), "people": _("people"), "USD": "USD", "troops": _("troops"), "missiles": _("missiles"),
    "drones": _("drones"), "vehicles": _("vehicles"), "ships": _("ships"), "companies": _("companies"),
    "projects": _("projects"), "documents": _("documents"), "items": _("items"), "cargoes": _("cargoes"),
    "chips": _("chips"), "m3": "m³", "kg": "kg", "barrel-per-day": _("barrels a day"), "cubic-metre": "m³",
}  # fmt: skip
FIELDS = {
    "mode": _("kind"), "status": _("status"), "participants": _("parties (JSON)"), "time.edtf": _("date (EDTF)"),
    "time.part": _("part of the time"), "place.name": _("place (English name)"),
    "place.country": _("country of the place"), "duration.iso8601": _("duration (ISO 8601)"), "topics": _("topics"),
    "round": _("round"), "action": _("deed"), "stage": _("stage"), "object.name": _("goods (English name)"),
    "object.hs": _("HS code"), "quantity.value": _("amount"), "quantity.high": _("upper amount"),
    "quantity.unit": _("unit"), "quantity.comparator": _("comparison"), "period.edtf": _("period (EDTF)"),
    "made.edtf": _("made on (EDTF)"), "deadline.edtf": _("deadline (EDTF)"),
    "committer.country": _("promised by (country)"),
    "counterparty.country": _("promised to (country)"), "claimed_by.country": _("claimed by (country)"),
    "claimed_by.name": _("claimed by (name)"), "measured_by": _("measured by (name)"),
}  # fmt: skip
"""What an editor may correct in a contact or a promise."""
REFUSALS = {
    "field": _("“%(field)s” cannot be corrected."),
    "date": _("“%(value)s” is not a date: write it as 2026-02-04, 2026-02 or 2026-02-04/2026-02-06."),
    "value": _("“%(value)s” cannot be the value of “%(field)s”."),
    "merge": _("%(one)s and %(other)s cannot be merged: name two contacts, or two commitments."),
    "split": _("It cannot be split so: name some of the articles that report it, not all."),
    "claim": _("“%(claim)s” is not a claim of this commitment."),
    "undone": _("Correction %(number)s was undone already, by %(who)s."),
    "no-reason": _("Give a reason."),
}
"""Why the ledger does not take a correction."""
VALUES = {
    "mode": MODES, "status": STATUSES, "topics": TOPICS, "action": ACTIONS, "stage": STAGES,
    "time.part": {"early": _("early"), "mid": _("mid"), "late": _("late")},
}  # fmt: skip
"""The identifiers that such a field may have, with their names."""
