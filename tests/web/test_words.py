"""What the ledger calls in English, in the words of a page: who speaks, where, which office; charts and their order."""

from datetime import date
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from readout.api import open_ledger
from readout.model.answers import CommitmentThread, LedgerContact, SourcedEvidence, ThreadVersion
from readout.model.records import ContactTime, Deadline, Evidence, Participant, Party, Quantity, Speaker, TradeObject
from readout.web.charts.thread import Chart, chart
from readout.web.charts.timeline import timeline
from readout.web.charts.trend import FEW, trends
from readout.web.words import words


@pytest.mark.parametrize(("speaker", "vi", "en"), [
    (Speaker(name="China", country="CN"), "Trung Quốc", "China"),
    (Speaker(name="European Union", country="EU"), "EU", "EU"),
    (Speaker(name="China", country="TW"), "China (Đài Loan)", "China (Taiwan)"),
    (Speaker(name="Xi Jinping", country="CN"), "Xi Jinping (Trung Quốc)", "Xi Jinping (China)"),
    (Speaker(organisation="White House", country="US"), "Nhà Trắng (Mỹ)", "White House (United States)"),
    (Speaker(organisation="Iranian Ministry of Foreign Affairs", country="IR"), "Bộ Ngoại giao Iran",
     "Iranian Ministry of Foreign Affairs"),
    (Speaker(name="unnamed sources"), "nguồn tin giấu tên", "unnamed sources"),
    (Speaker(office="president", country="US"), "Tổng thống Mỹ", "President of the United States"),
    (Speaker(office="deputy-trade-minister", country="VN"), "thứ trưởng thương mại Việt Nam",
     "deputy trade minister of Vietnam"),
])  # fmt: skip
def test_a_speaker_is_named_once_in_the_readers_language(speaker: Speaker, vi: str, en: str) -> None:
    for code, told in (("vi", vi), ("en", en)):
        assert words(code).speaker(speaker) + words(code).side(speaker) == told


@pytest.mark.parametrize(("cue", "vi", "en"), [
    ("không nhắc tới", "không đề cập", "did not mention it"),
    ("chưa xác nhận", "chưa xác nhận", "has not confirmed it"),
    ("chưa công bố", "chưa công bố", "has not published it"),
    ("từ chối bình luận", "từ chối bình luận", "declined to comment"),
])  # fmt: skip
def test_a_stated_silence_says_what_the_side_did_not_do(cue: str, vi: str, en: str) -> None:
    stated = [SourcedEvidence(article="1", evidence=Evidence(start=0, end=len(cue), text=cue, rule="r"))]
    assert (words("vi").silence(stated), words("en").silence(stated)) == (vi, en)


def test_a_party_and_a_thing_say_nothing_twice() -> None:
    assert words("vi").party(Party(name="China", country="CN")) == "Trung Quốc"
    assert words("vi").party(Party(name="Scott Bessent", country="US")) == "Scott Bessent (Mỹ)"
    assert words("vi").thing("aid", TradeObject(name="humanitarian aid")) == "viện trợ nhân đạo"
    assert words("vi").thing("buy", TradeObject(name="soybeans")) == "mua đậu tương"
    assert words("vi").thing("other", TradeObject(name="ceasefire")) == "ngừng bắn"
    assert words("vi").thing("other", TradeObject(name="bilateral trade")) == "kim ngạch thương mại song phương"
    assert words("en").thing("other", TradeObject(name="ceasefire")) == "ceasefire"
    assert words("en").thing("other", None) == "other"
    assert words("vi").quantity(Quantity(value=3, unit="items")) == "3 đơn vị"


@pytest.mark.parametrize(
    ("code", "nearly", "period", "deadline"),
    [
        ("en", "nearly 2 million tonnes", "for next season", "by end of the current season"),
        ("vi", "gần 2 triệu tấn", "cho vụ tới", "hạn cuối vụ này"),
    ],
)
def test_what_has_only_a_name_is_told_in_the_readers_words(code: str, nearly: str, period: str, deadline: str) -> None:
    told = words(code)
    assert told.quantity(Quantity(value=2e6, unit="tonne", comparator="<", nearly=True)) == nearly
    assert told.by_when(None, Deadline(text="vụ tới", name="next season")) == period
    assert told.by_when(Deadline(text="cuối vụ này", name="end of the current season"), None) == deadline


def test_places_are_called_as_the_language_calls_them(client: TestClient) -> None:
    assert "cuộc gặp · 30/10/2025 · Busan" in client.get("/pairs/US-CN", headers={"accept-language": "vi"}).text
    from readout.web import names

    assert names.place("vi", "Presidential Palace Hanoi") == "Phủ Chủ tịch"
    assert names.place("en", "Presidential Palace Hanoi") == "Presidential Palace Hanoi"
    assert names.place("vi", "Nowhere") == "Nowhere"


@pytest.fixture(scope="module")
def call(client: TestClient) -> LedgerContact:
    with open_ledger(client.app.state.settings.ledger) as book:  # type: ignore[attr-defined]
        return next(one for one in book.contacts() if one.time.edtf == "2025-11-24")


def moved(one: LedgerContact, edtf: str, mode: str = "visit") -> LedgerContact:
    from msgspec.structs import replace

    return replace(one, mode=mode, time=ContactTime(edtf=edtf, basis="stated"))  # type: ignore[arg-type]


def test_what_is_planned_makes_no_topic_fall(call: LedgerContact) -> None:
    found = [*[call] * FEW, moved(call, "2026-10")]
    months, topics = trends(found, ("2024-01-01", "2025-11-30"))
    assert months[-1] == "2025-11" and len(months) == 12 and all(one.change > 0 for one in topics)
    assert trends(found, None)[0][-1] == "2026-10"


@pytest.mark.parametrize(("days", "first", "last", "change"), [
    (("2025-11-01", "2025-11-30"), "2025-11", "2025-11", 0),  # a ledger of one month knows no trend
    (("2025-10-05", "2025-11-30"), "2025-10", "2025-11", 1),
    (("2025-09-05", "2026-02-28"), "2025-09", "2026-02", 0),  # November is of the earlier half: see below
    (("2025-01-05", "2026-10-31"), "2025-11", "2026-10", -1),  # nothing since: it falls
    (("2024-01-05", "2027-01-31"), "2024-12", "2025-11", 1),  # the last contact is older than a year
])  # fmt: skip
def test_a_trend_compares_the_halves_of_what_the_ledger_covers(
    call: LedgerContact, days: tuple[str, str], first: str, last: str, change: int
) -> None:
    found = [*[call] * FEW, *[moved(call, "2026-01")] * FEW] if days[0] == "2025-09-05" else [call] * FEW
    months, topics = trends(found, days)
    assert (months[0], months[-1]) == (first, last) and {one.change for one in topics} == {change * FEW}


def test_a_topic_of_few_contacts_neither_rises_nor_falls(call: LedgerContact) -> None:
    _, topics = trends([call] * (FEW - 1), ("2025-10-05", "2025-11-30"))
    assert topics and {one.change for one in topics} == {None}


def test_a_timeline_has_no_lane_without_marks(call: LedgerContact) -> None:
    drawn = timeline([call, moved(call, "2026", "summit")], 739000, 740000)
    assert [lane.mode for lane in drawn.lanes] == ["phone-call"]
    assert drawn.left_out == 1 and drawn.told == 0


def test_a_contact_without_a_date_stands_at_the_day_of_its_first_report(call: LedgerContact) -> None:
    from msgspec.structs import replace

    undated = replace(call, time=ContactTime(basis="unknown"))
    drawn = timeline([undated, moved(call, "2025-11-24")], 739000, 740000)
    assert {mark.told: mark.x for mark in drawn.marks}[True] == drawn.scale.x(date(2025, 11, 24).toordinal())
    assert sorted(mark.told for mark in drawn.marks) == [False, True] and drawn.told == 1


def test_what_is_soon_stands_before_what_is_some_time_in_the_year(call: LedgerContact) -> None:
    from readout.web.pages.start import _ends

    told = ["2026", "2026-02-02/2026-02-08", "2026-02-06", "2026-02"]
    ordered = sorted((moved(call, edtf) for edtf in told), key=_ends)
    assert [one.time.edtf for one in ordered] == ["2026-02-06", "2026-02-02/2026-02-08", "2026-02", "2026"]


def test_a_chart_draws_what_was_measured_before_what_was_counted() -> None:
    amounts = [("items", 3.0), ("items", 10.0), ("t", 12e6)]
    versions = tuple(
        ThreadVersion(article=f"a-{number}", action="buy", published=f"2025-11-0{number + 1}", stage="ordered",
                      quantity=Quantity(value=value, unit=unit))
        for number, (unit, value) in enumerate(amounts)
    )  # fmt: skip
    thread = CommitmentThread(id="k-1", committer=Party(country="CN"), action="buy", versions=versions)
    drawn = chart(thread)
    assert drawn is not None and drawn.unit == "t" and len(drawn.points) == 1


def version(stage: str, value: float, published: str, **more: object) -> ThreadVersion:
    return ThreadVersion(
        article="a-1",
        action="buy",
        published=published,
        stage=stage,  # type: ignore[arg-type]
        quantity=Quantity(value=value, unit="t"),
        **more,
    )  # type: ignore[arg-type]


def drawn_of(*versions: ThreadVersion) -> Chart:
    found = chart(CommitmentThread(id="k-1", committer=Party(country="CN"), action="buy", versions=versions))
    assert found is not None
    return found


def test_a_far_deadline_and_a_high_target_leave_room_for_what_was_reported() -> None:
    years = Deadline(edtf="2026/2028", text="ba năm")
    drawn = drawn_of(
        version("agreed", 87e6, "2025-11-01", period=years),
        version("ordered", 2e6, "2025-12-01"),
        version("ordered", 12e6, "2026-02-01"),
    )
    assert [one.beyond for one in drawn.targets] == [True] and drawn.bent
    assert drawn.points[1].x - drawn.points[0].x > 150 and drawn.points[0].y - drawn.points[1].y > 40
    gaps = [low.y - high.y for low, high in pairwise(drawn.levels)]
    assert min(gaps) >= 24 and drawn.levels[0].value == 0


def test_near_targets_are_drawn_evenly_up_to_their_deadlines() -> None:
    drawn = drawn_of(version("agreed", 12e6, "2025-11-01", deadline=Deadline(edtf="2025-12", text="cuối năm")),
                     version("ordered", 6e6, "2025-12-01"))  # fmt: skip
    assert not drawn.bent and not drawn.targets[0].beyond and not drawn.targets[0].open
    assert 2 * (drawn.levels[0].y - drawn.points[0].y) == pytest.approx(drawn.levels[0].y - drawn.targets[0].y, abs=1)


@pytest.mark.parametrize(("told", "vi", "en"), [
    (version("pledged", 12e6, "2026-01-01", deadline=Deadline(edtf="2025", text="cuối năm")), "hạn cuối năm 2025",
     "by the end of 2025"),
    (version("pledged", 12e6, "2026-01-01", deadline=Deadline(edtf="2026-02-28", text="x")), "hạn 28/2/2026",
     "by 28 Feb 2026"),
    (version("pledged", 12e6, "2026-01-01", period=Deadline(text="vụ tới", name="next season")), "cho vụ tới",
     "for next season"),
    (version("pledged", 12e6, "2026-01-01", period=Deadline(text="ba năm", name="3 years")), "trong ba năm",
     "over 3 years"),
    (version("pledged", 12e6, "2026-01-01", period=Deadline(text="vụ này")), "cho vụ này", "for “vụ này”"),
    (version("ordered", 12e6, "2026-01-01", period=Deadline(edtf="2025-11-14", text="x"), measured_by="USDA"),
     "tính đến 14/11/2025", "as of 14 Nov 2025"),
    (version("ordered", 12e6, "2026-01-01", period=Deadline(edtf="2025-11-14", text="x")), "ngày 14/11/2025",
     "on 14 Nov 2025"),
    (version("ordered", 12e6, "2026-01-01", period=Deadline(edtf="2025-10/..", text="x")), "từ tháng 10/2025",
     "since Oct 2025"),
    (version("ordered", 12e6, "2026-01-01", period=Deadline(edtf="2025-11", text="x")), "trong tháng 11/2025",
     "in Nov 2025"),
])  # fmt: skip
def test_when_a_promise_is_due_or_was_kept(told: ThreadVersion, vi: str, en: str) -> None:
    assert (words("vi").time_of(told), words("en").time_of(told)) == (vi, en)


def test_what_each_period_brings_is_told_with_its_name() -> None:
    each = Quantity(value=25e6, unit="t", basis="per-period")
    assert words("en").quantity(each, Deadline(edtf="2026/2028", text="x")) == "25 million tonnes per year"
    assert words("vi").quantity(each, Deadline(text="x", name="each month")) == "25 triệu tấn mỗi tháng"
    assert words("en").quantity(each) == "25 million tonnes per period"


def test_sources_and_deeds_in_the_readers_language() -> None:
    vi, en = words("vi"), words("en")
    assert vi.institution("US Department of Agriculture") == "Bộ Nông nghiệp Mỹ"
    assert vi.institution("traders") == "nhà buôn" and vi.institution("CN") == "Trung Quốc"
    assert vi.confirmer("~traders") == "nhà buôn" and en.confirmer("CN") == "China"
    assert en.thing("raise-tariff", TradeObject(name="wine")) == "raise tariffs on wine"
    assert vi.thing("suspend", TradeObject(name="export controls")) == "đình chỉ kiểm soát xuất khẩu"
    deputy = Participant(office="deputy-trade-minister", country="VN")
    assert en.participant(deputy) == "Deputy trade minister of Vietnam"
    from readout.web import names

    assert [names.place("vi", one) for one in ("Beijing", "Tianjin", "Busan")] == ["Bắc Kinh", "Thiên Tân", "Busan"]


def test_a_target_shows_what_was_counted_last_and_every_other_number_once() -> None:
    from readout.model.answers import Progress
    from readout.web.pages.commitment import by_target

    target = Quantity(value=12e6, unit="t")
    told = [("2025-11-15", 332e3), ("2025-12-10", 2.85e6), ("2026-01-21", 12e6), ("2026-02-05", 332e3),
            ("2026-02-06", 12e6)]  # fmt: skip
    steps = [
        Progress(
            target=target,
            target_article="a-1",
            done=Quantity(value=value, unit="t"),
            stage="ordered",
            ratio=value / 12e6,
            published=day,
            article=f"a-{day}",
        )
        for day, value in told
    ]
    (one,) = by_target(steps)
    assert one.shown[0].published == "2026-02-06"
    assert [step.published for step in one.others] == ["2025-12-10", "2025-11-15"]


def test_every_rule_of_linking_has_its_reason_in_words() -> None:
    import re
    from pathlib import Path

    import readout.link
    from readout.web.reasons import WHYS

    source = Path(readout.link.__file__).parent
    rules = {
        rule
        for path in source.glob("*.py")
        for rule in re.findall(r'"(link\.(?:contact|commitment)\.[a-z-]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(rules) > 12 and rules <= set(WHYS), rules - set(WHYS)


@pytest.mark.parametrize(("told", "steps"), [
    ("held held", ""),
    ("planned held planned", "planned held"),  # a plan that a later report recalls
    ("proposed planned planned held", "proposed planned held"),
    ("planned cancelled planned held", "planned cancelled planned held"),
    ("held denied", "held denied"),
])  # fmt: skip
def test_the_history_of_a_status_tells_its_steps(told: str, steps: str) -> None:
    from readout.model.answers import HistoryEntry
    from readout.web.pages.contact import status_history

    history = [HistoryEntry(status=one, article="a-1") for one in told.split()]  # type: ignore[arg-type]
    assert [one.status for one in status_history(history)] == steps.split()
