"""The packaged fonts: what is in the files, and what the package says of them."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import warnings
from itertools import pairwise
from pathlib import Path

import matplotlib.font_manager
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.figure import Figure
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from briefgen import fonts
from briefgen.errors import ConfigError, DataError
from briefgen.fonts import (
    SUBSTITUTE,
    Face,
    covers,
    face,
    face_for,
    faces,
    replace_missing,
    runs_by_face,
)

HERE = Path(__file__).parent
FOLDER = Path(fonts.__file__).parent
KEYS = ("serif", "serif-bold", "sans", "sans-bold", "kai", "fang")
# The 8,105 characters of 通用规范汉字表 (2013), from Unihan's property kTGH.
COMMON = (HERE / "tongyong_guifan_8105.txt").read_text(encoding="utf-8").replace("\n", "")
OFFICE_SIGNS = "①⑩⑳℃‰㎡㎏〇〓※№§±×÷≈≤≥～–—…·•●○■□▲△◆◇★☆→←↑↓“”‘’《》【】（）％０９Ａｚ"
SENTENCE = "国务院2022年“十四五”GDP增长6.3%——达3,452.1亿元；（一）①"
ANY_TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("国2A䶮㎡₂ČĞ￥𠮷𬒈\u00ad\u200d\ufe0f\u0301e\ue000\n\t　〓"),
    )
)


def gb2312() -> str:
    """Return GB2312: 682 signs, then 6,763 Chinese characters."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", errors="ignore") for cell in cells)


def chinese(text: str) -> str:
    return "".join(char for char in text if "\u4e00" <= char <= "\u9fff")


def opened(key: str) -> TTFont:
    return TTFont(face(key).path, lazy=True)


def missing_from(key: str, text: str) -> str:
    return "".join(char for char in text if not covers(key, char))


def test_the_faces_are_the_six_that_are_promised() -> None:
    assert tuple(one.key for one in faces()) == KEYS
    assert all(face(one.key) is one for one in faces())


def test_an_unknown_face_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"unknown face 'song'.*serif-bold"):
        face("song")


@pytest.mark.parametrize("key", KEYS)
def test_a_file_calls_itself_what_the_face_says(key: str) -> None:
    names = opened(key)["name"]
    assert names.getDebugName(1) == face(key).family
    assert names.getDebugName(2) == ("Bold" if face(key).bold else "Regular")
    assert names.getDebugName(4) == f"{face(key).family} {names.getDebugName(2)}"


@pytest.mark.parametrize("key", KEYS)
def test_no_name_that_its_makers_reserve_is_used_for_a_cut(key: str) -> None:
    names = opened(key)["name"]
    shown = " ".join(names.getDebugName(number) for number in (1, 3, 4, 6))
    assert not re.search("LXGW|霞鹜|Source|Fandol", shown)


@pytest.mark.parametrize("key", KEYS)
def test_a_file_holds_truetype_outlines_and_nothing_that_is_never_used(key: str) -> None:
    font = opened(key)
    assert font.sfntVersion == "\0\1\0\0"
    needed = {"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "OS/2", "post"}
    assert set(font.keys()) - {"GlyphOrder"} == needed


@pytest.mark.parametrize("key", KEYS)
def test_a_file_may_be_embedded(key: str) -> None:
    assert opened(key)["OS/2"].fsType in (0, 8)


def test_the_readme_gives_the_hash_and_the_size_of_every_file() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    found = {path.name for path in FOLDER.glob("*.ttf")}
    assert found == {one.path.name for one in faces()}
    for one in faces():
        content = one.path.read_bytes()
        assert f"{hashlib.sha256(content).hexdigest()}  {one.path.name}" in readme
        assert f"| {len(content)} |" in readme


@pytest.mark.parametrize("key", KEYS)
def test_every_font_has_its_licence_beside_it_and_names_it(key: str) -> None:
    terms = opened(key)["name"].getDebugName(13)
    licence = FOLDER / terms.rsplit("see ", 1)[1]
    text = licence.read_text(encoding="utf-8")
    assert text.startswith(face(key).family)
    assert opened(key)["name"].getDebugName(0) in text
    assert ("GNU GENERAL PUBLIC LICENSE" if key == "fang" else "SIL OPEN FONT LICENSE") in text


def test_the_gpl_font_keeps_the_exception_for_documents() -> None:
    text = " ".join((FOLDER / "LICENSE-BriefgenFang.txt").read_text(encoding="utf-8").split())
    assert "if you create a document which uses this font, and embed this font" in text


@pytest.mark.parametrize("key", KEYS)
def test_every_face_has_the_chinese_characters_of_gb2312(key: str) -> None:
    assert len(chinese(gb2312())) == 6763
    assert missing_from(key, chinese(gb2312())) == ""


@pytest.mark.parametrize("key", ["serif", "serif-bold", "sans", "sans-bold", "kai"])
def test_every_face_but_fang_has_all_of_gb2312_and_of_the_common_standard(key: str) -> None:
    assert len(set(COMMON)) == 8105
    assert missing_from(key, gb2312() + COMMON + OFFICE_SIGNS) == ""


def test_fang_has_gb2312_without_the_signs_that_its_source_draws_wrongly() -> None:
    # FandolFang's ￥ is a dollar sign: 人民币￥100 would print as 人民币$100
    assert set(missing_from("fang", gb2312())) == set("￥－．～￣")
    assert len(missing_from("fang", COMMON)) == 1467


def test_what_fang_lacks_is_drawn_by_the_serif_face() -> None:
    assert runs_by_face("龚䶮付￥5～6㎡", "fang") == (
        ("fang", "龚"),
        ("serif", "䶮"),
        ("fang", "付"),
        ("serif", "￥"),
        ("fang", "5"),
        ("serif", "～"),
        ("fang", "6"),
        ("serif", "㎡"),
    )


@pytest.mark.parametrize("key", KEYS)
def test_covers_says_what_the_file_holds_and_no_character_is_an_empty_box(key: str) -> None:
    font = TTFont(face(key).path)
    cmap = font.getBestCmap()
    assert all(covers(key, chr(code)) for code in cmap)
    assert sum(covers(key, chr(code)) for code in range(0x110000)) == len(cmap)
    for code, name in cmap.items():
        assert font.getGlyphID(name) != 0
        assert (font["glyf"][name].numberOfContours != 0) is not chr(code).isspace(), hex(code)


@pytest.mark.parametrize("key", KEYS)
def test_two_em_dashes_meet(key: str) -> None:
    font = TTFont(face(key).path)
    name = font.getBestCmap()[ord("—")]
    dash, width = font["glyf"][name], font["hmtx"][name][0]
    assert width == font["head"].unitsPerEm
    assert dash.xMin <= 0.01 * width
    assert dash.xMax >= 0.99 * width


@pytest.mark.parametrize("key", KEYS)
def test_no_two_chinese_characters_share_a_glyph(key: str) -> None:
    # a shaper would give back ⻓ for 长: the radicals are not in the files
    cmap = {
        c: g for c, g in opened(key).getBestCmap().items() if 0x2E80 <= c <= 0x2FDF or c > 0x33FF
    }
    ideographs = [name for code, name in cmap.items() if not 0xFE00 <= code <= 0xFFEF]
    assert len(set(ideographs)) == len(ideographs)
    assert not covers(key, "⻓")


def test_only_the_standard_library_is_loaded() -> None:
    heavy = "{'fontTools', 'reportlab', 'matplotlib', 'numpy', 'pydantic'}"
    code = f"import sys, briefgen.fonts; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("content", [b"", b"no font at all", b"\0\1\0\0\0\0" + bytes(40)])
def test_a_broken_font_file_is_named(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(content)
    monkeypatch.setitem(fonts._FACES, "broken", Face("broken", "Broken", False, broken))
    with pytest.raises(DataError, match=r"broken\.ttf: this is not the font.*install briefgen"):
        covers("broken", "国")


def test_a_lost_font_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Face("lost", "Lost", False, tmp_path / "lost.ttf")
    monkeypatch.setitem(fonts._FACES, "lost", lost)
    with pytest.raises(DataError, match=r"lost\.ttf: the packaged font cannot be read"):
        covers("lost", "国")


NAMES = [
    ("仿宋", "fang"),
    ("仿宋_GB2312", "fang"),
    ("FangSong", "fang"),
    ("FangSong_GB2312", "fang"),
    ("方正仿宋_GBK", "fang"),
    ("华文仿宋", "fang"),
    ("Briefgen Fang", "fang"),
    ("楷体", "kai"),
    ("楷体_GB2312", "kai"),
    ("KaiTi", "kai"),
    ("STKaiti", "kai"),
    ("LXGW WenKai", "kai"),
    ("Briefgen Kai", "kai"),
    ("黑体", "sans"),
    ("SimHei", "sans"),
    ("微软雅黑", "sans"),
    ("Microsoft YaHei UI", "sans"),
    ("等线", "sans"),
    ("等线 Light", "sans"),
    ("DengXian", "sans"),
    ("思源黑体", "sans"),
    ("Noto Sans SC", "sans"),
    ("Arial", "sans"),
    ("Calibri", "sans"),
    ("MS Sans Serif", "sans"),
    ("Noto Sans SC Bold", "sans-bold"),
    ("Arial Black", "sans-bold"),
    ("宋体", "serif"),
    ("SimSun", "serif"),
    ("@宋体", "serif"),
    ("ＳｉｍＳｕｎ", "serif"),
    ("思源宋体", "serif"),
    ("Noto Serif SC", "serif"),
    ("Times New Roman", "serif"),
    ("方正小标宋简体", "serif-bold"),
    ("方正小标宋_GBK", "serif-bold"),
    ("FZXiaoBiaoSong-B05S", "serif-bold"),
    ("华文中宋", "serif-bold"),
    ("", "serif"),
    ("没有这个字体", "serif"),
    ("{{7*7}}", "serif"),
]


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_a_name_of_a_template_leads_to_its_face(name: str, key: str) -> None:
    assert face_for(name).key == key


def test_bold_stays_bold_where_there_is_a_bold_face() -> None:
    asked = ("宋体", "黑体", "方正小标宋简体", "楷体", "仿宋")
    found = [face_for(name, bold=True).key for name in asked]
    assert found == ["serif-bold", "sans-bold", "serif-bold", "kai", "fang"]


@given(ANY_TEXT)
def test_any_name_leads_to_some_face(name: str) -> None:
    assert face_for(name) in faces()


def test_a_bold_text_stays_bold_in_another_face() -> None:
    assert runs_by_face("￥5", "sans-bold") == (("sans-bold", "￥5"),)
    assert runs_by_face("Č", "sans-bold") == (("kai", "Č"),)
    assert fonts._face_with("䶮", "serif-bold") == "serif-bold"


def test_a_line_break_stays_with_what_stands_before_it() -> None:
    assert runs_by_face("䶮\n人", "fang") == (("serif", "䶮\n"), ("fang", "人"))


def test_no_text_gives_no_runs() -> None:
    assert runs_by_face("", "kai") == ()


@given(ANY_TEXT, st.sampled_from(KEYS))
def test_no_character_is_lost_in_runs(text: str, key: str) -> None:
    runs = runs_by_face(text, key)
    assert "".join(piece for _, piece in runs) == text
    assert all(piece for _, piece in runs)
    assert all(before[0] != after[0] for before, after in pairwise(runs))


@given(ANY_TEXT, st.sampled_from(KEYS))
def test_every_piece_of_a_mended_text_can_be_drawn_by_its_face(text: str, key: str) -> None:
    for chosen, piece in runs_by_face(replace_missing(text)[0], key):
        assert all(covers(chosen, char) or char.isspace() for char in piece)


@pytest.mark.parametrize("char", "𠮷㎡〇䶮𬒈喆₂⁸−￥Č")
def test_a_rare_character_is_drawn_or_named(char: str) -> None:
    mended, missing = replace_missing(f"前{char}后")
    drawn = any(covers(key, char) for key in KEYS)
    assert (mended, missing) == ((f"前{char}后", ()) if drawn else ("前〓后", (char,)))
    assert drawn is (char != "𠮷")


def test_each_missing_character_is_named_once_in_order() -> None:
    assert replace_missing("\ue000𠮷a\ue000😀") == ("〓〓a〓〓", ("\ue000", "𠮷", "😀"))


@pytest.mark.parametrize(
    "char", ["\ue000", "\x00", "\x1b", "\ufffd", "\ufffe", chr(0xD800), "\U000f0000"]
)
def test_private_control_and_broken_characters_are_missing(char: str) -> None:
    assert replace_missing(f"a{char}b") == ("a〓b", (char,))


def test_spaces_and_line_breaks_stay() -> None:
    text = "甲 乙　丙\u00a0丁\u2009戊\t己\r\n庚"
    assert replace_missing(text) == (text, ())


def test_invisible_characters_are_dropped_and_not_named() -> None:
    # a picture's selector, a joiner, a mark that would turn 123 into 321, a soft hyphen, a BOM
    assert replace_missing("①\ufe0e葛\U000e0100\u200d甲\u202e123\u00ad\ufeff") == ("①葛甲123", ())


def test_a_combining_mark_joins_its_letter_where_the_faces_have_the_whole() -> None:
    assert replace_missing("e\u0302") == ("ê", ())
    assert replace_missing("国\u0302") == ("国〓", ("\u0302",))


def test_markup_passes_as_text() -> None:
    text = "R&D<5% {{7*7}} <para> $x$"
    assert replace_missing(text) == (text, ())


@given(ANY_TEXT)
def test_a_mended_text_needs_no_mending(text: str) -> None:
    mended, missing = replace_missing(text)
    assert replace_missing(mended) == (mended, ())
    assert (SUBSTITUTE in mended) is (bool(missing) or SUBSTITUTE in text)
    assert not any(covers(key, char) for key in KEYS for char in missing)


@pytest.mark.parametrize("key", KEYS)
def test_reportlab_embeds_the_face_and_its_text_can_be_copied(key: str) -> None:
    name = f"test-{key}"
    pdfmetrics.registerFont(ttfonts.TTFont(name, str(face(key).path)))
    out = io.BytesIO()
    page = Canvas(out, invariant=1, initialFontName=name)
    page.setFont(name, 12)
    page.drawString(40, 700, SENTENCE)
    page.save()
    pdf = pypdfium2.PdfDocument(out.getvalue())
    assert pdf[0].get_textpage().get_text_range().strip() == SENTENCE
    family = face(key).family.replace(" ", "").encode()
    assert b"+" + family in out.getvalue()


@pytest.mark.parametrize("key", KEYS)
def test_matplotlib_draws_the_face_without_a_warning(key: str) -> None:
    properties = matplotlib.font_manager.FontProperties(fname=str(face(key).path))
    assert properties.get_name() == face(key).family
    figure = Figure(figsize=(6, 1))
    figure.text(0.02, 0.4, SENTENCE, fontproperties=properties)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure.savefig(io.BytesIO(), format="png")
