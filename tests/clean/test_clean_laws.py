"""Laws of cleaning that hold for any text: the way back, idempotence, a bounded cost."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.clean import clean_source
from briefgen.document import Document, Source

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
# pieces of which pages are made, and of which they should not be
PIECES = [
    *"清河区年家新增一、。，；：！？“”（）《》…—●■①#-*·% \n\r\t0159.,:;?!()aZ/　０９％．，",
    *"\x00\x1b\x0b\x0c\x85\u2028\u200b\u202e\ufeff\ufffe\u00ad\ue000\U000f0000\ud800𠮷",
    "\n\n",
    "\n\n\n\n\n",
    "\r\n",
    "　　",
    "摄/张三",
    "记者 张三 摄",
    "本报记者 ",
    "本报讯(记者 李四)",
    "## ",
    "一、综合",
    "（一）工业",
    "地区生产总值",
    "年均增长6.9%",
    "2.6：48.8：48.6",
    "1，600家",
    "20 21 年",
    "第 四",
    "清河新城蓝天清河新城蓝天 摄摄//张三张三",
    "绿水青山，就是金山银山。",
    "清河区始终把推动高质量发展作为第一要务，着力补短板、强弱项、促提升，综合实力稳步",
    "R&D<5% {{7*7}} </w:t>",
    "地区生产总值 亿元 700.5 6.9",
]
PAGES = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def _clean(raw: str) -> Document:
    return clean_source(Source("a.txt", raw, ""))


def _stands_for(clean: str, raw: str) -> bool:
    """Return whether one clean character may stand for one raw character."""
    if clean == raw:
        return True
    if clean in " \n":
        return raw.isspace() or raw in "\x85\u2028\u2029"
    if raw in ",:;?!()":
        return clean == "，：；？！（）"[",:;?!()".index(raw)]
    if clean == "\ufffd":
        return "\ud800" <= raw <= "\udfff"
    return unicodedata.normalize("NFKC", raw) == clean


def _assert_way_back(document: Document) -> None:
    raw = document.source.raw
    place = -1
    for index, char in enumerate(document.text):
        at = document.offsets.raw_index(index)
        assert at > place, "the order of characters changed"
        assert _stands_for(char, raw[at]), (char, raw[at])
        place = at


@given(PAGES)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_every_clean_character_leads_back_to_its_raw_character(raw: str) -> None:
    document = _clean(raw)
    assert document.source.raw == raw
    _assert_way_back(document)


@given(PAGES)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_cleaning_a_clean_text_gives_it_back(raw: str) -> None:
    text = _clean(raw).text
    assert _clean(text).text == text


@given(PAGES)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_only_spaces_breaks_invisibles_and_second_copies_are_dropped(raw: str) -> None:
    document = _clean(raw)
    kept = {document.offsets.raw_index(i) for i in range(len(document.text))}
    text = document.text
    for index, char in enumerate(raw):
        if index in kept or char.isspace() or unicodedata.category(char) in ("Cc", "Cf", "Cn"):
            continue
        # what is dropped besides is a copy of what stays
        assert char in text or char in "０９％．，,:;?!()", char


@given(PAGES)
@settings(max_examples=200, deadline=None, derandomize=True)
def test_paragraphs_and_articles_lie_in_order_within_the_text(raw: str) -> None:
    document = _clean(raw)
    end = 0
    for paragraph in document.paragraphs:
        assert end <= paragraph.start < paragraph.end <= len(document.text)
        assert "\n" not in document.text[paragraph.start : paragraph.end]
        article = document.articles[paragraph.article]
        assert article.start <= paragraph.start
        assert paragraph.end <= article.end
        end = paragraph.end
    assert bool(document.paragraphs) == bool(document.text.strip())
    assert all(article.title for article in document.articles)


@given(PAGES)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_a_number_is_never_put_together_from_two(raw: str) -> None:
    """Digits meet in the clean text only where at most line breaks and invisibles parted them."""
    document = _clean(raw)
    for index in range(1, len(document.text)):
        pair = document.text[index - 1 : index + 1]
        start, end = document.offsets.raw_span(index - 1, index + 1)
        if pair.isdecimal() and " " in raw[start:end] and "\n" not in raw[start:end]:
            around = document.text[max(0, index - 4) : index + 4]
            assert "年" in around, around


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_laws_hold_for_the_seeds(path: Path) -> None:
    document = _clean(path.read_bytes().decode("utf-8"))
    _assert_way_back(document)
    again = _clean(document.text)
    assert again.text == document.text
    assert [(p.start, p.end) for p in again.paragraphs] == [
        (p.start, p.end) for p in document.paragraphs
    ]


MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "raw",
    [
        "清河区新增企业30家，同比增长5%。" * (10 * MEGABYTE // 48),
        "清" * (3 * MEGABYTE),
        " " * (3 * MEGABYTE) + "清",
        "清" + " " * (3 * MEGABYTE) + "河",
        "清 " * MEGABYTE,
        "," * (2 * MEGABYTE),
        "1,000" * (MEGABYTE // 2),
        "\u200b" * MEGABYTE + "清河",
        "（" * MEGABYTE,
        "张 " * MEGABYTE,
        "a b " * MEGABYTE,
        "\n" * (2 * MEGABYTE) + "清河",
        "清河\n" * 100_000,
        "清河区新增，\n\n" * 50_000,
        "记者" + "张三 " * 20 + "x",
        "王" * 88,
        "清" * 119,
    ],
    ids=[
        "sentences",
        "one_word",
        "leading",
        "inner",
        "spaced",
        "commas",
        "thousands",
        "invisibles",
        "brackets",
        "names",
        "latin",
        "blank",
        "short",
        "open",
        "byline",
        "family",
        "squares",
    ],
)
def test_the_time_grows_with_the_length_and_no_faster(raw: str) -> None:
    started = time.process_time()
    _clean(raw)
    assert time.process_time() - started < 20  # on a busy machine; a quadratic step takes hours
