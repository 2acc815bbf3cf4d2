"""Commitments: who, what, how much, how far; and what is none."""

import pytest

from readout.knowledge.tables import rules
from readout.model.records import Article, Commitment
from readout.read.reading import read_article

RULES = rules("vi/rules/commitments.toml")


def commitments(text: str) -> tuple[Commitment, ...]:
    return read_article(Article(id="x", published="2026-02-05", text=text)).commitments


@pytest.mark.parametrize(("rule", "example"), [(r["id"], e) for r in RULES for e in r["yes"]])
def test_rule_reads_its_examples(rule: str, example: str) -> None:
    text, _, expected = example.partition(" -> ")
    found = [k for k in commitments(text) if k.evidence[0].rule == rule]
    assert len(found) == 1
    first, second = expected.split(" ", 1)
    if first == "sign":
        assert (found[0].action, found[0].object and found[0].object.name) == ("sign", second)
    else:
        assert (found[0].stage, found[0].quantity and found[0].quantity.value) == (first, float(second))


@pytest.mark.parametrize(("rule", "text"), [(r["id"], t) for r in RULES for t in r["no"]])
def test_rule_reads_nothing_from_counter_examples(rule: str, text: str) -> None:
    assert [k for k in commitments(text) if k.evidence[0].rule == rule] == []


@pytest.mark.parametrize(
    ("text", "committer", "counterparty", "action", "thing", "value", "stage"),
    [
        ("Ấn Độ cam kết mua 40 máy bay của Mỹ trước năm 2030.", "IN", "US", "buy", None, 40, "pledged"),
        ("Mỹ đồng ý bán tên lửa Tomahawk cho Ba Lan.", "US", "PL", "sell", "Tomahawk missiles", None, "agreed"),
        ("Nhật Bản cân nhắc mua thêm khí đốt từ Mỹ.", "JP", "US", "buy", "gas", None, "considered"),
        ("Trung Quốc đã đặt mua 300.000 tấn lúa mì của Australia.", "CN", "AU", "buy", "wheat", 300000, "ordered"),
        ("Trung Quốc nối lại nhập khẩu thịt bò từ Brazil.", "CN", "BR", "resume", "beef", None, "resumed"),
        ("Hàn Quốc hứa đầu tư 20 tỷ USD vào Mỹ.", "KR", "US", "invest", None, 20e9, "pledged"),
    ],
)
def test_deeds(
    text: str, committer: str, counterparty: str, action: str, thing: str | None, value: float | None, stage: str
) -> None:
    found = commitments(text)
    assert len(found) == 1
    deed = found[0]
    assert (deed.committer.country, deed.counterparty and deed.counterparty.country) == (committer, counterparty)
    assert (deed.action, deed.stage, deed.quantity and deed.quantity.value) == (action, stage, value)
    if thing:
        assert deed.object is not None
        assert deed.object.name == thing


@pytest.mark.parametrize(
    "text",
    [
        "Việt Nam và Nhật Bản nhất trí tăng cường hợp tác đầu tư.",
        "Kim ngạch thương mại giữa Hàn Quốc và Việt Nam đạt 80 tỷ USD năm 2025.",
        "Bán đảo Triều Tiên căng thẳng sau phát biểu của Mỹ.",
    ],
)
def test_talk_and_figures_are_no_commitments(text: str) -> None:
    assert commitments(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Bà Mao Ninh nói Trung Quốc chưa từng cam kết mua 12 triệu tấn đậu nành của Mỹ.",
        "Ông Vương Nghị cho biết Trung Quốc chưa từng hứa mua đậu nành của Mỹ.",
        "Seoul không hề hứa mua 80 máy bay Boeing của Mỹ.",
        "Ấn Độ phủ nhận việc sẽ mua 2 triệu thùng dầu của Mỹ.",
        "Ấn Độ phủ nhận tin nước này sẽ ngừng mua dầu Nga.",
        "Nga phủ nhận tin Moskva sẽ ngừng bán 5 hệ thống phòng không S-400 cho Ấn Độ.",
        "Bộ Ngoại giao Trung Quốc cho biết không có cam kết nào về việc mua 12 triệu tấn đậu nành Mỹ.",
        "Ông Modi nói Ấn Độ sẽ không bao giờ hứa mua 10 triệu tấn ngô của Mỹ.",
        "Nhật Bản bác bỏ thông tin sẽ mua 100 máy bay Boeing của Mỹ.",
        "Ai Cập chưa hề đồng ý mua 2 triệu tấn lúa mì của Nga.",
    ],
)
def test_who_denies_a_promise_makes_none(text: str) -> None:
    assert commitments(text) == ()


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ấn Độ không chỉ cam kết mua 2 triệu thùng dầu của Mỹ.", "pledged"),
        ("Hàn Quốc không những hứa mua 80 máy bay Boeing của Mỹ mà còn đầu tư thêm.", "pledged"),
    ],
)
def test_not_only_is_no_denial(text: str, stage: str) -> None:
    assert [k.stage for k in commitments(text)][:1] == [stage]


def test_a_past_trade_number_is_a_figure() -> None:
    reading = read_article(
        Article(
            id="x",
            published="2026-02-05",
            text=("Kim ngạch thương mại giữa Hàn Quốc và Việt Nam đạt 80 tỷ USD năm 2025."),
        )
    )
    assert [(f.what, f.value, f.unit, f.period, f.parties) for f in reading.figures] == [
        ("trade", 80e9, "USD", "2025", ("KR", "VN"))
    ]


@pytest.mark.parametrize(
    ("text", "committer", "action", "thing", "value", "stage"),
    [
        # a passive: the goods stand before the deed
        ("Hai tàu tuần tra đã được Nhật Bản bàn giao cho Philippines.", "JP", "deliver", "ships", 2, "delivered"),
        # a bare number before goods that stand further behind
        ("Ấn Độ ký hợp đồng mua 20 và thuê 15 máy bay của Pháp.", "IN", "buy", "aircraft", 20, "agreed"),
        # per year, written with a slash
        ("Nga sẽ cung cấp cho Ấn Độ 5 triệu tấn dầu/năm.", "RU", "deliver", "oil", 5e6, "pledged"),
        # whose decision it is
        (
            "Ba Lan nhắc lại quyết định của Đức chuyển giao xe tăng cho Ukraine.",
            "DE",
            "deliver",
            "tanks",
            None,
            "agreed",
        ),
        # one's own wish is considered, another's is expected
        ("Ai Cập muốn mua 2 triệu tấn lúa mì của Nga.", "EG", "buy", "wheat", 2e6, "considered"),
        ("Mỹ muốn Nhật Bản mua 2 triệu tấn gạo của Mỹ.", "JP", "buy", "rice", 2e6, "expected"),
        ("Mỹ duyệt bán 300 tên lửa cho Hàn Quốc.", "US", "sell", "missiles", 300, "agreed"),
        ("Canada tuyên bố hỗ trợ 3 triệu USD cho Philippines.", "CA", "aid", None, 3e6, "pledged"),
        ("Trung Quốc thông báo tạm hoãn áp thuế 15% với hàng Canada.", "CN", "suspend", None, 15, "suspended"),
        ("Brazil thông báo nâng thuế nhập khẩu thép từ Trung Quốc lên 25%.", "BR", "raise-tariff", None, 25, "pledged"),
        (
            "Philippines đang đàm phán với Pháp về hợp đồng trị giá 400 triệu USD mua tàu ngầm.",
            "PH",
            "buy",
            "submarines",
            4e8,
            "considered",
        ),
    ],
)
def test_constructions(
    text: str, committer: str, action: str, thing: str | None, value: float | None, stage: str
) -> None:
    found = commitments(text)
    assert [(k.committer.country, k.action, k.stage) for k in found] == [(committer, action, stage)]
    assert (found[0].quantity and found[0].quantity.value) == value
    if thing:
        assert found[0].object is not None
        assert found[0].object.name == thing


@pytest.mark.parametrize(
    ("text", "committer", "counterparty", "action", "thing", "value", "stage"),
    [
        # goods whose first word the amount takes for its unit
        ("Đức sẽ bán cho Ba Lan 8 hệ thống phòng không Patriot.", "DE", "PL", "sell", "Patriot systems", 8, "pledged"),
        ("Ai Cập muốn mua 30 tiêm kích Rafale của Pháp.", "EG", "FR", "buy", "fighter jets", 30, "considered"),
        ("Nga đã giao cho Ấn Độ hai chiếc tàu hộ tống có tên lửa.", "RU", "IN", "deliver", "warships", 2, "delivered"),
        # the goods name the other side; who says so is neither
        ("Ông Donald Trump nói Hungary sẽ ngừng mua dầu Nga.", "HU", "RU", "suspend", "crude oil", None, "pledged"),
        # bought again
        ("Nhật Bản mua lại thịt bò Canada sau ba năm.", "JP", "CA", "resume", "beef", None, "resumed"),
        # a capital behind a comma acts
        ("Theo hợp đồng, Seoul sẽ chuyển giao 10 xe tăng cho Ba Lan.", "KR", "PL", "deliver", "tanks", 10, "pledged"),
        # the deed opens the reported words
        ("Thông cáo của EU nêu rõ sẽ viện trợ cho Philippines 2 triệu euro.", "EU", "PH", "aid", None, 2e6, "pledged"),
        # the deed stands in front of its subject
        ("Với quyết định bán tên lửa cho Ba Lan, chính quyền Mỹ chọc giận Nga.", "US", "PL", "sell", "missiles", None,
         "agreed"),
        ("Anh đã viện trợ Ukraine thêm một loạt tên lửa.", "GB", "UA", "aid", "missiles", None, "delivered"),
        ("Quốc hội Mỹ thông qua gói viện trợ 3 tỷ USD cho Israel.", "US", "IL", "aid", None, 3e9, "agreed"),
        ("Mỹ dọa áp thuế 30% với rượu vang Italy.", "US", "IT", "raise-tariff", "wine", 30, "considered"),
        ("Trung Quốc hoãn một năm biện pháp kiểm soát xuất khẩu gallium với Mỹ.", "CN", "US", "suspend",
         "export controls on gallium", None, "suspended"),
        # verbs of one syllable right before goods; money in front of the verb; a bare headline
        ("Anh từ chối gửi tên lửa cho Georgia.", "GB", "GE", "deliver", "missiles", None, "refused"),
        ("Italy sẽ chi 2 tỉ euro để mua tiêm kích của Mỹ.", "IT", "US", "buy", "fighter jets", 2e9, "pledged"),
        ("Nhật Bản sẽ dùng 1 tỉ USD từ quỹ khí hậu để tài trợ cho Kenya.", "JP", "KE", "aid", None, 1e9, "pledged"),
        ("Nhật Bản bàn giao 4 tàu tuần tra cho Malaysia", "JP", "MY", "deliver", "ships", 4, "delivered"),
        ("Hàn Quốc tặng Lào 500 tấn gạo", "KR", "LA", "aid", "rice", 500, "delivered"),
        ("Ông Trump nêu điều kiện Nhật Bản cam kết mua 2 triệu tấn gạo Mỹ.", "JP", "US", "buy", "rice", 2e6,
         "expected"),
        # what is denied of the deed, and money before a rate
        ("Bộ trưởng Nhật Bản nói nước này không cam kết mua gạo Mỹ.", "JP", "US", "buy", "rice", None, "refused"),
        ("Hàn Quốc sẽ đầu tư 350 tỉ USD vào Mỹ và chia 90% lợi nhuận.", "KR", "US", "invest", None, 350e9, "pledged"),
        # who commits himself behind a list or for somebody else
        ("Pháp lo ngại tình hình ở Iran, Nga cân nhắc giao 20 tiêm kích cho Iran.", "RU", "IR", "deliver",
         "fighter jets", 20, "considered"),
        ("Đan Mạch sẽ mua 10.000 đạn pháo cho Ukraine.", "DK", None, "buy", "artillery shells", 10000, "pledged"),
        ("Mỹ sẽ bỏ 5 điểm phần trăm thuế nhập khẩu với hàng Ấn Độ.", "US", "IN", "cut-tariff", None, 5, "pledged"),
        # what went on is to end, or to become less
        ("Seoul cam kết sẽ không tiếp tục mua than Nga.", "KR", "RU", "suspend", "coal", None, "pledged"),
        ("Ông Trump nói Hungary sẽ không còn mua khí đốt từ Nga nữa.", "HU", "RU", "suspend", "gas", None, "pledged"),
        ("Hungary không còn mua khí đốt của Nga.", "HU", "RU", "suspend", "gas", None, "suspended"),
        ("Thổ Nhĩ Kỳ sẽ giảm mua khí đốt Nga.", "TR", "RU", "cut", "natural gas", None, "pledged"),
        ("Thủ tướng Hungary hứa không mua khí đốt Nga.", "HU", "RU", "buy", "natural gas", None, "refused"),
        ("Mỹ hy vọng Ấn Độ đồng ý mua thêm ngô.", "IN", "US", "buy", "corn", None, "expected"),
        ("Ba Lan chấp nhận bán gạo cho Nga.", "PL", "RU", "sell", "rice", None, "agreed"),
        ("Mỹ đề nghị cung cấp đảm bảo an ninh cho Moldova.", "US", "MD", "deliver", "security guarantees",
         None, "considered"),
        ("Thủ tướng Séc hoan nghênh quyết định của Mỹ về việc bán 30 xe tăng cho Ba Lan.", "US", "PL", "sell", "tanks",
         30, "agreed"),
        # willing, offered, about to be done
        ("Nga sẵn sàng tiếp tục cung cấp khí đốt cho Hungary.", "RU", "HU", "deliver", "gas", None, "considered"),
        ("Mỹ đề xuất bán 40 máy bay cho Ai Cập.", "US", "EG", "sell", "aircraft", 40, "considered"),
        ("Hàn Quốc sắp bàn giao xe tăng cho Ba Lan.", "KR", "PL", "deliver", "tanks", None, "pledged"),
        ("Peru sẽ bắt đầu thu mua một lượng lớn lúa mì của Canada.", "PE", "CA", "buy", "wheat", None, "pledged"),
        # tariffs without a rate that are put off, tariffs that fall to nothing, goods that are let in again
        ("Trung Quốc thông báo hoãn áp thuế trả đũa với hàng hóa Canada trong một năm.", "CN", "CA", "suspend", None,
         None, "suspended"),
        ("Anh cũng sẽ tiến tới giảm thuế quan với hàng Ấn Độ xuống mức 0.", "GB", "IN", "cut-tariff", None, 0,
         "pledged"),
        ("Mỹ sẽ dỡ bỏ lệnh cấm nhập khẩu thịt bò Brazil.", "US", "BR", "resume", "beef", None, "pledged"),
        ("Trung Quốc sẽ nhập 2 triệu tấn gạo từ Thái Lan.", "CN", "TH", "buy", "rice", 2e6, "pledged"),
    ],
)  # fmt: skip
def test_who_commits_to_what(
    text: str, committer: str, counterparty: str, action: str, thing: str | None, value: float | None, stage: str
) -> None:
    (deed,) = commitments(text)
    assert (deed.committer.country, deed.counterparty and deed.counterparty.country) == (committer, counterparty)
    assert (deed.action, deed.stage, deed.quantity and deed.quantity.value) == (action, stage, value)
    assert thing is None or (deed.object and deed.object.name) == thing


def test_a_group_of_countries_commits_under_its_own_name() -> None:
    (deed,) = commitments("Bộ trưởng Mỹ Scott Bessent nói một số nước vùng Vịnh nhận mua 2 triệu tấn lúa mì.")
    assert (deed.committer.country, deed.committer.name) == (None, "Gulf states")


def test_a_title_tells_what_the_text_does_not() -> None:
    article = Article(
        id="x",
        title="Nhật Bản cam kết mua 3 triệu tấn ngô Mỹ",
        published="2026-02-05",
        text="Nhật Bản cam kết mua 3 triệu tấn ngô Mỹ\n\nThông tin được Tokyo đưa ra sau cuộc họp với Washington.",
    )
    assert [(k.committer.country, k.quantity and k.quantity.value) for k in read_article(article).commitments] == [
        ("JP", 3e6)
    ]


@pytest.mark.parametrize(
    ("text", "period", "deadline"),
    [
        ("Ai Cập sẽ mua 2 triệu tấn lúa mì Nga mỗi năm trong giai đoạn 2026-2028.", "2026/2028", None),
        ("Ai Cập sẽ mua 2 triệu tấn lúa mì Nga mỗi năm.", "each year", None),
        ("Ai Cập sẽ mua 2 triệu tấn lúa mì Nga cho vụ tới.", "next season", None),
        ("Ai Cập sẽ mua 2 triệu tấn lúa mì Nga trong ba năm.", "3 years", None),
        ("Từ ngày 10/1 đến nay, Ai Cập đã đặt mua 2 triệu tấn lúa mì Nga.", "2026-01-10/..", None),
        ("Ba ngày sau cuộc gặp, Ai Cập cam kết mua 2 triệu tấn lúa mì Nga.", None, None),
        ("Ai Cập sẽ mua 2 triệu tấn lúa mì Nga trước cuối tháng 3.", None, "2026-03"),
    ],
)
def test_period_and_deadline(text: str, period: str | None, deadline: str | None) -> None:
    (deed,) = commitments(text)
    assert (deed.period and (deed.period.edtf or deed.period.name)) == period
    assert (deed.deadline and deed.deadline.edtf) == deadline


def test_amounts_in_a_list_keep_their_own_times() -> None:
    text = (
        "Ai Cập cam kết mua lúa mì Nga. Lượng mua thực tế theo số liệu hải quan là 1 triệu tấn vào tháng 11, "
        "2 triệu tấn trong tháng 12."
    )
    told = [(k.quantity.value, k.period and k.period.edtf) for k in commitments(text) if k.quantity]
    assert told == [(1e6, "2025-11"), (2e6, "2025-12")]


def test_the_time_of_the_next_deed_is_not_that_of_the_one_before() -> None:
    text = "Hôm 2/2, Nga đã giao cho Ấn Độ ba tàu hộ tống và đến tháng 11 tới sẽ giao thêm hai tàu ngầm."
    told = [(k.quantity.value, k.period and k.period.edtf) for k in commitments(text) if k.quantity]
    assert told == [(3, "2026-02-02"), (2, "2026-11")]


def test_a_second_amount_for_another_time_is_a_commitment_of_its_own() -> None:
    found = commitments("Ai Cập đồng ý mua 2 triệu tấn lúa mì Nga trong năm nay và 3 triệu tấn/năm trong hai năm tới.")
    assert [(k.quantity.value, k.quantity.basis) for k in found if k.quantity] == [(2e6, "total"), (3e6, "per-period")]


@pytest.mark.parametrize(
    "text",
    [
        "Nếu Nhật Bản tuyên bố mua 10 máy bay Mỹ thì Trung Quốc sẽ phản ứng.",
        "Indonesia mong muốn nhận được hỗ trợ 5 triệu USD từ Nhật Bản.",
        "Việt Nam những năm qua đã xuất khẩu 30 tỷ USD hàng hóa sang Mỹ.",
        "Thái Lan sẽ đóng vai trò chủ chốt trong đàm phán với Mỹ.",
        "Thủ tướng Việt Nam đề nghị Hàn Quốc tăng cường nhập khẩu hàng hóa Việt Nam.",
        "Tập đoàn Abbott cam kết tài trợ 2 triệu USD cho Việt Nam.",
        "Giá đậu nành Mỹ tại Chicago tăng lên 12 USD mỗi giạ sau tin từ Trung Quốc.",
        "Mỹ gỡ bỏ hạn chế bán vũ khí cho Campuchia.",
        "Indonesia muốn Trung Quốc hỗ trợ xây bức tường biển 80 tỷ USD.",
        "Điều gì xảy ra nếu Việt Nam và Thổ Nhĩ Kỳ ngừng mua dầu Iran?",
        "Đức Trung đặt mua hai chiếc iPhone 17 khi đang ở Mỹ.",
        "Toyota bán 20.000 chiếc xe trong tháng này tại Nhật Bản.",
        "Chủ tịch Trung Quốc đã tặng Tổng thống Pháp Emmanuel Macron một chiếc điện thoại.",
        "Nga bàn giao cho Ukraine 20 thi thể quân nhân.",
        "Mỹ đã vận chuyển 100 tấn vàng sang Thụy Sĩ hồi năm 2014.",
        "Tổng thư ký NATO ủng hộ không gửi quân tới Ukraine.",
        "Mỹ - Iran đàm phán việc bán dầu",
        "Nhật Bản chưa đồng ý mua 2 triệu tấn gạo Mỹ.",
        "Anh có thể đã chuyển thêm tên lửa cho Georgia",
        "Anh dường như đã viện trợ Georgia thêm tên lửa.",
        "Trung Quốc chi 24 tỉ USD mua rau quả",
        "Để làm dịu Mỹ, các đối tác châu Á cam kết mua thêm ngô.",
        "Mỹ đề nghị nước này mua thêm ngô.",
        "Indonesia phủ nhận sắp mua tiêm kích của Trung Quốc.",
        "Nga sẵn sàng tạo điều kiện cho hàng Việt Nam nhập khẩu vào Nga như thủy sản.",
        "Hungary không thể mua khí đốt Mỹ.",
        "Hồi tháng 3 năm ngoái, Mỹ đã áp thuế 25% đối với thép Canada.",
        "Hungary đã mua lượng lớn khí đốt Nga từ khi xung đột Ukraine nổ ra.",
        "Chánh văn phòng Tổng thống Hàn Quốc nói thỏa thuận đã giúp thuế quan song phương giảm xuống còn 15%.",
        "Canada gia nhập một liên minh 30 tấn thép.",
    ],
)
def test_what_commits_nobody(text: str) -> None:
    assert commitments(text) == ()


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Ấn Độ cam kết mua 40 máy bay của Mỹ trước năm 2030.", "2029"),
        ("Ấn Độ cam kết mua 40 máy bay của Mỹ trước tháng 1/2030.", "2029-12"),
        ("Ấn Độ cam kết mua 40 máy bay của Mỹ trước ngày 20/3/2030.", "2030-03-20"),
    ],
)
def test_before_a_year_or_month_is_by_the_end_of_the_one_in_front(text: str, edtf: str) -> None:
    (found,) = commitments(text)
    assert found.deadline is not None
    assert (found.deadline.edtf, found.deadline.text.startswith("trước ")) == (edtf, True)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Brazil đồng ý bán cho các nước Nam Mỹ 2 triệu tấn ngô.", None),
        ("Brazil đồng ý bán cho phía Nam Trung Quốc 2 triệu tấn ngô.", "CN"),
    ],
)
def test_a_continent_is_no_counterparty(text: str, country: str | None) -> None:
    (found,) = commitments(text)
    assert (found.counterparty and found.counterparty.country) == country


@pytest.mark.parametrize(
    ("text", "country", "firm", "other"),
    [
        ("Tại Pháp, hãng hàng không Korean Air ký thỏa thuận mua 30 máy bay Airbus.", "KR", "Korean Air", "FR"),
        ("Tập đoàn quốc doanh Trung Quốc COFCO mua 4 lô lúa mì Australia.", "CN", "COFCO", "AU"),
        ("Boeing đồng ý bán 200 máy bay cho Thổ Nhĩ Kỳ.", "US", "Boeing", "TR"),
    ],
)
def test_a_firm_commits_for_its_country(text: str, country: str, firm: str, other: str) -> None:
    (found,) = commitments(text)
    assert (found.committer.country, found.committer.organisation) == (country, firm)
    assert found.counterparty
    assert found.counterparty.country == other


def test_this_firm_is_the_one_spoken_of_last() -> None:
    text = "Trong chuyến thăm Mỹ, Emirates hứa mua 50 máy bay Boeing. Hãng này cũng sẽ chi 2 tỉ USD mua động cơ của GE."
    told = [(k.committer.organisation, k.counterparty and k.counterparty.organisation) for k in commitments(text)]
    assert told == [("Emirates", "Boeing"), ("Emirates", "GE")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Đan Mạch cam kết viện trợ 19 chiếc F-16 cho Ukraine.", "aircraft"),
        ("Trung Quốc mua 3 lô đậu nành Mỹ.", "cargoes"),
        ("Nga sẽ giao cho Ấn Độ 2 chiếc tàu ngầm.", "ships"),
    ],
)
def test_bare_pieces_are_counted_in_what_the_goods_are(text: str, unit: str) -> None:
    (found,) = commitments(text)
    assert found.quantity
    assert found.quantity.unit == unit
