"""Sport, culture, business, crime, and diplomacy without an exchange: no contact."""

import pytest
from told import reading_of

SPORT = [
    "Đội tuyển Việt Nam gặp Thái Lan ở chung kết lượt về tối nay.",
    "Tuyển Nhật Bản tiếp Australia trên sân nhà tại vòng loại World Cup.",
    "Pháp gặp lại Argentina sau ba năm ở trận giao hữu.",
    "HLV Kim Sang-sik điện đàm với trợ lý người Hàn Quốc trước trận gặp Indonesia.",
    "Bốc thăm vòng bảng: Mỹ đối đầu Iran, Anh gặp Nga.",
    "Novak Djokovic gặp khó trước tay vợt người Đức.",
]
CULTURE = [
    "Ca sĩ Mỹ gặp gỡ người hâm mộ Hàn Quốc tại Seoul.",
    "Đạo diễn Nhật Bản trò chuyện với khán giả Việt Nam sau buổi chiếu.",
    "Du khách Trung Quốc thăm Nga tăng gấp đôi nhờ miễn thị thực.",
    "Bộ phim kể về cuộc gặp của hai mẹ con ở Paris và London.",
    "Việt Nam đón 2 triệu lượt khách Hàn Quốc.",
    "Triển lãm Ai Cập đến Pháp, khách tham quan xếp hàng dài.",
]
NAMESAKES = [
    "HLV Kim cho biết tuyển thủ Ấn Độ đã hồi phục trước cuộc gặp Qatar.",
]
BUSINESS = [
    "Apple đàm phán với nhà cung ứng Ấn Độ và Trung Quốc về linh kiện.",
    "Doanh nghiệp Mỹ gặp khó khi xuất khẩu sang Canada.",
    "Công ty Nhật Bản thương lượng mua lại nhà máy ở Thái Lan.",
    "Tập đoàn Pháp gửi thư tới cổ đông Đức.",
    "Giá dầu Nga đến Ấn Độ giảm mạnh.",
]
CRIME = [
    "Nghi phạm người Nga gọi điện cho nạn nhân ở Đức để lừa tiền.",
    "Cảnh sát Anh tiếp cận chiếc xe mang biển số Pháp.",
    "Hai du khách Mỹ gặp tai nạn tại Nhật Bản.",
    "Người đàn ông Hàn Quốc gặp bạn gái người Philippines qua mạng rồi bị lừa.",
]
DIPLOMACY = [
    "Nga tuyên bố đã kiểm soát một ngôi làng ở miền đông Ukraine.",
    "Mỹ áp thuế 25% đối với hàng hóa Ấn Độ.",
    "Quan hệ Trung Quốc - Nhật Bản xấu đi vì vấn đề Đài Loan.",
    "Tên lửa Triều Tiên bay tới vùng biển Nhật Bản.",
    "Tổng thống Pháp Emmanuel Macron chỉ trích kế hoạch của Mỹ.",
    "Ukraine tiếp nhận lô tên lửa đầu tiên của Đức.",
    "Dự luật của Nghị sĩ Mỹ nhằm vào các ngân hàng Trung Quốc.",
    "Châu Âu lo Nga và Mỹ bỏ qua lợi ích của Ukraine.",
    "Máy bay ném bom Mỹ đến Guam, Trung Quốc phản đối.",
    "Kinh tế Đức gặp khó vì giá năng lượng Nga.",
    "Pháp và Đức đối mặt làn sóng đình công của nhân viên đường sắt.",
    "Quân Ấn Độ và Pakistan đối mặt nhau trên chiến tuyến Kashmir.",
    "Tổng thống Pháp nói với người dân Nga trên truyền hình rằng châu Âu muốn hòa bình.",
    "Tổng thống Pháp nói với ông Putin trên sóng truyền hình rằng châu Âu không lùi bước.",
    "Bà Takaichi không rõ Thái Lan và Campuchia có đạt thỏa thuận hay không.",
    "Việc Thái Lan và Campuchia bàn về chủ quyền ngôi đền là chuyện khó xảy ra.",
    "Bà Takaichi nhiều lần trao cơ hội cho Triều Tiên đàm phán.",
]
NO_NAMES = [  # "Tập" at the beginning is a word
    "Tập 3 của bộ phim tài liệu kể về chuyến thăm Pháp năm 1946.",
    "Tập hồi ký dành một chương cho cuộc gặp với Tổng thống Pháp Charles de Gaulle.",
    "Tập mới của bộ phim tài liệu kể về chuyến thăm Pháp năm 1946.",
    "Tập này, dày 400 trang, kể về chuyến thăm Pháp năm 1946.",
    "- Tập trung cứu hộ, hoãn chuyến thăm Pháp sang năm 2027.",
    "Tập hai của hồi ký viết về cuộc gặp với Tổng thống Pháp Charles de Gaulle.",
    "“Tập thể lãnh đạo nhìn nhận chuyến thăm Pháp năm 1946 là mốc son”, ông viết.",
    "Tập trung vào kinh tế, chuyến thăm Ấn Độ mở đường cho nhiều hợp đồng.",
]

MENTIONED = [  # "tới" belongs to the verb of mentioning
    "Phía Nhật Bản không đề cập tới vấn đề Nga.",
    "Ông Trump không nhắc tới Nga.",
    "Ông Trump không đề cập trực tiếp tới Nga.",
    "Thủ tướng Đức không nhắc một lời nào tới Trung Quốc.",
    "Ông Putin không nói gì tới Ukraine.",
]


@pytest.mark.parametrize("text", MENTIONED + NAMESAKES + NO_NAMES + SPORT + CULTURE + BUSINESS + CRIME + DIPLOMACY)
def test_no_contact(text: str) -> None:
    assert [e.text for c in reading_of(text).contacts for e in c.evidence] == []
