"""What statements are about: their own words, what the article tells of, and what is only mentioned."""

import pytest
from told import reading_of

from readout.knowledge import load
from readout.read.statements.running import LEAD_LENGTH, Running, opening
from readout.read.topics import topics_among, words_in


def topics_told(text: str) -> list[tuple[str, ...]]:
    return [statement.topics for statement in reading_of(text).statements]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        # the name of an office or ministry speaks of no field
        ("Ông Lavrov cho biết ông từng gặp Bộ trưởng Thương mại Mỹ hai lần.", ()),
        ("Ông Lavrov cho biết Ủy ban Nông nghiệp đã gửi thư sang Moskva.", ()),
        # faint words count where nothing else is named
        ("Ông Rubio nói rằng Mỹ luôn coi trọng việc phối hợp với Ấn Độ.", ("bilateral-relations",)),
        ("Ông Rubio nói rằng Mỹ sẽ phối hợp với Ấn Độ để hạ giá khí đốt.", ("energy",)),
        ("Ông Rubio nói đường bay thẳng giữa hai nước sẽ mở trong tháng sau. Ấn Độ chờ.", ("aviation",)),
        # relations between parties and in a later sentence of a quotation
        (
            'Ông Trump nhận xét: "Ngài Thủ tướng rất khỏe. Chúng tôi có một mối quan hệ rất tốt". Nhật Bản cảm ơn.',
            ("bilateral-relations",),
        ),
        # what no topic of the list names is another matter, not none
        ("Ông Lavrov nói Nga phản đối mọi vụ nghe lén ở Berlin.", ("other",)),
        ("Ông Rubio nói chương trình hạt nhân Triều Tiên vẫn tiếp diễn.", ("korea", "nuclear")),
        ("Ông Lavrov nói Nga muốn mua thêm tôm hùm và sữa của New Zealand.", ("agriculture",)),
        # words that mean one sea or one kind of works only where the article tells of it
        ("Ông Rubio nói Na Uy là chỗ dựa của Ukraine về an ninh hàng hải.", ("ukraine",)),
        ("Ông Lavrov nói cơ sở hạ tầng dân sự ở Latakia lại bị tập kích.", ("military",)),
        ("Ông Lavrov nói ngư dân phải được bảo đảm an ninh lương thực trong mùa bão.", ("agriculture",)),
    ],
)
def test_own_words(text: str, topics: tuple[str, ...]) -> None:
    assert topics_told(text)[0] == topics


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        # words that mean the matter only in an article about it
        (
            "= Căng thẳng vùng Vịnh chưa dịu\nNgoại trưởng Mỹ tới vùng Vịnh.\n\n"
            "Ngoại trưởng Mỹ Rex Tillerson cho biết Doha đã trả lời mười ba yêu sách.",
            [("middle-east",)],
        ),
        ("Ngoại trưởng Mỹ Rex Tillerson cho biết Doha đã mời ông dự một bữa tiệc.", [()]),
        # a statement without a topic of its own is about what the article tells of
        (
            "= Nga và Ukraine lại bất đồng về Donbass\nĐiện Kremlin nói về Ukraine.\n\n"
            "Người phát ngôn Điện Kremlin Dmitry Peskov cho biết chưa bên nào chịu lùi.",
            [("ukraine",)],
        ),
        # not where all that is told is that somebody met
        (
            "= Nga và Ukraine lại bất đồng về Donbass\nĐiện Kremlin nói về Ukraine.\n\n"
            "Người phát ngôn Điện Kremlin Dmitry Peskov cho biết hai ngoại trưởng đã hội đàm ba giờ.",
            [()],
        ),
        # though what they spoke of may be it, and praise takes up nothing
        (
            "= Nga và Ukraine lại bất đồng về Donbass\nĐiện Kremlin nói về Ukraine.\n\n"
            "Người phát ngôn Điện Kremlin Dmitry Peskov cho biết cuộc hội đàm sẽ bàn một loạt vấn đề gai góc.",
            [("ukraine",)],
        ),
        (
            "Thủ tướng Phạm Minh Chính đề nghị Séc mở thêm trường dạy nghề; đánh giá cao những gì Séc đã đạt được.",
            [("science-education",), ()],
        ),
        # nor where figures are
        (
            "= Đài Loan vắng mặt trong thông cáo của Mỹ\nĐài Loan không được nhắc tới.\n\n"
            "Ngoại trưởng Mỹ Marco Rubio cho biết Bắc Kinh sẽ nhận thêm 3 triệu tấn.",
            [()],
        ),
        # of what was said before, the passing mention is not taken up
        (
            "= Triều Tiên và Nga xích lại gần nhau\nNATO họp về Triều Tiên.\n\n"
            "Tổng thư ký NATO Mark Rutte nói rằng Triều Tiên được Nga chuyển giao công nghệ. "
            "Ông cảnh báo đây là điều rất nguy hiểm.",
            [("korea", "technology"), ("korea",)],
        ),
        # "both matters" are those of the sentence before
        (
            "Ông Trump nói Mỹ sẽ bán thêm khí đốt cho Nhật Bản. Biển Đông và bán đảo Triều Tiên chưa yên. "
            "Ông Trump nói cả hai vấn đề đều được ưu tiên.",
            [("energy",), ("korea", "south-china-sea")],
        ),
    ],
)
def test_what_the_article_tells_of(text: str, topics: list[tuple[str, ...]]) -> None:
    assert topics_told(text) == topics


def test_two_topics_alike_are_none() -> None:
    words = load("vi").told_topics.scan("Dầu mỏ và đất hiếm")
    running = Running(words, words)
    assert running.tells_of("energy")
    assert running.topic() is None
    running.weigh({"energy"})
    assert running.topic() == "energy"
    assert running.kept({"energy", "tourism"}) == {"energy"}


@pytest.mark.parametrize(
    ("text", "titled", "stretches"),
    [
        ("Giá dầu\n\nDầu đắt.\n\nHết.", True, ["Giá dầu", "Dầu đắt."]),
        ("Dầu đắt.\n\nHết.", False, ["", "Dầu đắt."]),
        ("Giá dầu", True, ["Giá dầu", ""]),
        ("Giá dầu\n", True, ["Giá dầu", ""]),
        ("", False, ["", ""]),
        ("Giá dầu\n" + "a" * (LEAD_LENGTH + 9), True, ["Giá dầu", "a" * LEAD_LENGTH]),
    ],
)
def test_title_and_lead(text: str, titled: bool, stretches: list[str]) -> None:
    assert [text[start:end] for start, end in opening(text, titled)] == stretches


@pytest.mark.parametrize(
    "stretches",
    [
        # a word is not looked for over the seam of two stretches, nor cut where it goes on behind one
        ["đất", "hiếm và dầu mỏ"],
        ["khí đốt, dầu", "mỏ", "", "đất hiếm"],
        ["Bộ trưởng Thương mại", "thuế quan"],
        ["THUẾ QUAN", "thuế quanh co"],
    ],
)
def test_words_of_stretches_are_those_of_each_alone(stretches: list[str]) -> None:
    text, lexicon = " ".join(stretches), load("vi").told_topics
    offsets: list[tuple[int, int]] = []
    for words in stretches:
        start = offsets[-1][1] + 1 if offsets else 0
        offsets.append((start, start + len(words)))
    found = words_in(offsets, text, text.lower(), lexicon)
    assert [[word.entries for word in one] for one in found] == [
        [word.entries for word in lexicon.scan(words)] for words in stretches
    ]
    assert any(topics_among(one) for one in found)


def test_no_topic_without_a_name() -> None:
    text = "Tổng thống Mỹ Donald Trump gặp Thủ tướng Thái Lan ở một tỉnh biên giới."
    assert all("" not in contact.topics for contact in reading_of(text).contacts)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        # carried on by the same speaker, over a sentence that names no other matter
        (
            "Ông Lavrov nói Nga muốn mua thêm tôm hùm. Hội trường im lặng. Ông Lavrov nói mùa đông đã đến rất gần.",
            [("agriculture",), ("agriculture",)],
        ),
        # a sentence between that tells of another matter ends the carrying
        (
            "Ông Lavrov nói Nga muốn mua thêm tôm hùm. Khách mời hỏi về Triều Tiên. "
            "Ông Lavrov nói mùa đông đã đến rất gần.",
            [("agriculture",), ()],
        ),
        # and what the whole article tells of: the sentence before is nearer
        (
            "= Nga và Ukraine lại bất đồng về Donbass\nĐiện Kremlin nói về Ukraine.\n\n"
            "Hai ngoại trưởng còn bàn về vấn đề Đài Loan. Ông Lavrov nhấn mạnh Moskva ủng hộ mọi nỗ lực hòa giải.",
            [("taiwan",)],
        ),
        # what is said behind an invitation is not about the journey
        (
            'Ông Lavrov nói chuyến thăm Lào sẽ diễn ra sau Tết. Ông Lavrov nói: "Bóng đá là môn tôi yêu thích".',
            [("visits",), ()],
        ),
    ],
)
def test_what_is_carried_on(text: str, topics: list[tuple[str, ...]]) -> None:
    assert topics_told(text) == topics
