"""The data files are sound, and hold what the project promises to know."""

import unicodedata

import pytest

from readout.knowledge import check, load, tables
from readout.knowledge.loader import country_codes
from readout.knowledge.tables import (
    KnowledgeError,
    data_folder,
    numbered_table,
    rule_files,
    rules,
    table,
    token_rule_files,
)

TABLES = sorted(
    f"{folder}/{entry.name}"
    for folder in ("shared", "vi")
    for entry in data_folder().joinpath(folder).iterdir()
    if entry.name.endswith(".tsv")
)
TOPICS = [
    "trade",
    "tariffs",
    "agriculture",
    "soybeans",
    "energy",
    "aviation",
    "rare-earths",
    "technology",
    "semiconductors",
    "tiktok",
    "fentanyl",
    "taiwan",
    "south-china-sea",
    "ukraine",
    "iran",
    "middle-east",
    "korea",
    "nuclear",
    "arms-sales",
    "military",
    "visits",
    "bilateral-relations",
    "international-order",
    "climate",
    "investment",
    "human-rights",
    "migration",
    "science-education",
    "infrastructure",
    "tourism",
    "border",
    "other",
]
COMMODITIES = ["soybeans", "corn", "wheat", "rice", "beef", "pork"]
ORGANISATIONS = ["EU", "UN", "NATO", "ASEAN", "G7", "G20", "APEC", "IAEA", "WTO", "IMF", "WHO", "BRICS", "SCO", "OPEC"]
FORMS = [
    # form as papers write it, class, what it means
    ("Mỹ", "country", "US"), ("Hoa Kỳ", "country", "US"), ("Nhà Trắng", "government", "US"),
    ("Điện Kremlin", "government", "RU"), ("Nga", "country", "RU"), ("CHDCND Triều Tiên", "country", "KP"),
    ("Triều Tiên", "country", "KP"), ("Hàn Quốc", "country", "KR"), ("Anh", "country", "GB"),
    ("Đức", "country", "DE"), ("Pháp", "country", "FR"), ("Ý", "country", "IT"), ("Italia", "country", "IT"),
    ("Úc", "country", "AU"), ("Australia", "country", "AU"), ("UAE", "country", "AE"), ("Đài Loan", "country", "TW"),
    ("Séc", "country", "CZ"), ("Thổ Nhĩ Kỳ", "country", "TR"), ("Vatican", "country", "VA"),
    ("Washington", "capital", "US"), ("Bắc Kinh", "capital", "CN"), ("Moskva", "capital", "RU"),
    ("Moscow", "capital", "RU"), ("Matxcơva", "capital", "RU"), ("Kiev", "capital", "UA"), ("Tokyo", "capital", "JP"),
    ("Tehran", "capital", "IR"), ("Seoul", "capital", "KR"), ("Bình Nhưỡng", "capital", "KP"),
    ("Brussels", "capital", "EU"), ("Busan", "place", "busan"), ("Geneva", "place", "geneva"),
    ("Davos", "place", "davos"), ("Anchorage", "place", "anchorage"),
    ("Liên Hợp Quốc", "organisation", "UN"), ("Liên hợp quốc", "organisation", "UN"), ("LHQ", "organisation", "UN"),
    ("Liên minh châu Âu", "organisation", "EU"), ("ASEAN", "organisation", "ASEAN"),
    ("Tập Cận Bình", "person", "xi-jinping"), ("Zelensky", "person-short", "volodymyr-zelensky"),
    ("Zelenskyy", "person-short", "volodymyr-zelensky"), ("Kim Jong-un", "person", "kim-jong-un"),
    ("Kim Jong Un", "person", "kim-jong-un"), ("Netanyahu", "person-short", "benjamin-netanyahu"),
]  # fmt: skip
MEDIA = [
    ("Reuters", "Reuters"),
    ("AP", "AP"),
    ("AFP", "AFP"),
    ("Tân Hoa xã", "Xinhua"),
    ("TASS", "TASS"),
    ("Truth Social", "truth-social"),
    ("Yonhap", "Yonhap"),
    ("Kyodo", "Kyodo"),
]


def test_the_tables_prove_each_other() -> None:
    assert check.check_tables() == []


@pytest.mark.parametrize("path", TABLES)
def test_every_table_loads_with_rows_and_is_nfc(path: str) -> None:
    rows = table(path)
    assert rows
    raw = data_folder().joinpath(path).read_text("utf-8")
    assert raw == unicodedata.normalize("NFC", raw)


def test_a_row_with_too_many_cells_is_an_error_that_names_its_line(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "odd.tsv").write_text("# words\nform\tnote\n\nmột\n\nhai\tb\tc\n", "utf-8")
    monkeypatch.setattr(tables, "data_folder", lambda: tmp_path)
    with pytest.raises(KnowledgeError, match=r"odd\.tsv:6: 3 cells, the header has 2"):
        table("odd.tsv")


def test_rows_are_numbered_stripped_and_filled(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "small.tsv").write_text("form\tid\tnote\n# said\n một \t1\nhai\n", "utf-8")
    monkeypatch.setattr(tables, "data_folder", lambda: tmp_path)
    assert list(numbered_table("small.tsv")) == [
        (3, {"form": "một", "id": "1", "note": ""}),
        (4, {"form": "hai", "id": "", "note": ""}),
    ]


def test_a_check_tells_what_is_wrong_and_where(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = {
        "shared/tenures.tsv": [
            (2, {"person": "nobody", "office": "president", "country": "US", "from": "2020", "to": "2019", "note": ""}),
            (
                3,
                {"person": "nobody", "office": "president", "country": "US", "from": "2020", "to": "2019", "note": "x"},
            ),
            (
                4,
                {
                    "person": "donald-trump",
                    "office": "president",
                    "country": "QQ",
                    "from": "20 Jan",
                    "to": "",
                    "note": "",
                },
            ),
        ]
    }
    monkeypatch.setattr(check, "_table_files", lambda: list(rows))
    monkeypatch.setattr(check, "numbered_table", lambda path: iter(rows[path]))
    assert check.check_tables() == [
        "shared/tenures.tsv:2: unknown person 'nobody'",
        "shared/tenures.tsv:2: the tenure ends before it begins",
        "shared/tenures.tsv:3: unknown person 'nobody'",
        "shared/tenures.tsv:3: the tenure ends before it begins",
        "shared/tenures.tsv:3: repeats line 2",
        "shared/tenures.tsv:4: unknown country 'QQ'",
        "shared/tenures.tsv:4: from '20 Jan' is malformed",
    ]


def test_every_rule_has_an_id_of_its_own() -> None:
    ids = [rule["id"] for path in rule_files("vi") for rule in rules(path)]
    assert ids and all(name.startswith("vi.") for name in ids)
    assert len(ids) == len(set(ids))


def test_every_token_rule_has_a_pattern() -> None:
    assert all(rule["pattern"] for path in token_rule_files("vi") for rule in rules(path))


def test_at_least_300_office_holders_of_at_least_60_countries() -> None:
    codes = country_codes()
    held = [row for row in table("shared/tenures.tsv") if (row["to"] or "9999") >= "2012"]
    assert len({row["person"] for row in held}) >= 300
    assert len({row["country"] for row in held} & codes) >= 60
    assert len({row["country"] for row in held} - codes) >= 5


def test_every_wikidata_id_names_one_person() -> None:
    ids = [row["wikidata"] for row in table("shared/people.tsv") if row["wikidata"]]
    assert len(ids) == len(set(ids))


def test_the_codes_are_the_countries_of_iso_3166() -> None:
    codes = country_codes()
    assert 249 <= len(codes) <= 250  # 249, and CLDR's Kosovo (XK)
    assert {"VN", "US", "TW", "PS", "VA", "GL", "SS"} <= codes and not {"EU", "UN", "ZZ"} & codes


@pytest.mark.parametrize("code", sorted(country_codes()))
def test_every_country_is_found_by_a_vietnamese_name(code: str) -> None:
    from babel import Locale

    name = Locale("vi").territories[code]
    text = f"Đoàn {name} đến họp."
    found = [
        (text[h.start : h.end], e.value) for h in load().lexicon.scan(text) for e in h.entries if e.cls == "country"
    ]
    assert (name, code) in found


@pytest.mark.parametrize("topic", TOPICS)
def test_topic_is_known_and_has_words(topic: str) -> None:
    assert topic in load().topics
    assert topic == "other" or any(row["topic"] == topic for row in table("vi/topics.tsv"))


@pytest.mark.parametrize("commodity", COMMODITIES)
def test_commodity_has_a_code_and_words(commodity: str) -> None:
    assert load().commodities[commodity]["hs"]
    assert any(row["commodity"] == commodity for row in table("vi/commodities.tsv"))


def test_soybeans_have_their_code() -> None:
    assert load().commodities["soybeans"]["hs"] == "1201"


@pytest.mark.parametrize("code", ORGANISATIONS)
def test_organisation_is_known_and_has_words(code: str) -> None:
    assert load().organisations[code]["name"]
    assert any(row["organisation"] == code for row in table("vi/organisations.tsv"))


@pytest.mark.parametrize(("form", "cls", "value"), FORMS, ids=[form for form, *_ in FORMS])
def test_newspaper_form(form: str, cls: str, value: str) -> None:
    text = f"({form})"
    hits = load().lexicon.scan(text)
    assert (cls, value) in {(e.cls, e.value) for h in hits for e in h.entries if text[h.start : h.end] == form}


@pytest.mark.parametrize(("form", "medium"), MEDIA)
def test_medium(form: str, medium: str) -> None:
    assert load().media[form]["medium"] == medium


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("xi-jinping", "Xi Jinping"),
        ("wang-yi", "Wang Yi"),
        ("to-lam", "Tô Lâm"),
        ("donald-trump", "Donald Trump"),
        ("kim-jong-un", "Kim Jong Un"),
    ],
)
def test_names_are_written_as_the_contract_says(person: str, name: str) -> None:
    assert load().people.by_id[person].name == name


def test_named_classes_are_written_out() -> None:
    """A name of `[classes]` stands in patterns for its classes, alone or beside others."""
    patterns = {rule["id"]: rule["pattern"] for rule in rules("vi/rules/contacts.toml")}
    guard = "preposition|dative|go-v|visit-v|leave-v|home-v|between|open"
    assert patterns["vi.contact.meet"].startswith(f"!{{{guard}}} {{actor:a}}")
    assert patterns["vi.contact.subject-with"].startswith(f"!{{{guard}|call-v|meet-v|welcome-v}} {{actor:a}}")
    assert not [name for name in patterns if "no-subject" in patterns[name]]
