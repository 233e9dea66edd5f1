"""What stands at tab stops in Word: beside its neighbour, or on the next line, as in the PDF."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from pdf_measures import MM, find, letters_of
from pdf_reading import only, prose, written
from real_briefs import style_of
from template_changes import DOCUMENT, made, swap
from word_parts_reading import parts_of

from briefgen.brief import Masthead
from briefgen.writers.template import Style
from briefgen.writers.word import write_word

LONG = "中共清河区委政策研究室、清河区人民政府办公室、清河区发展和改革委员会"
LONGER = f"{LONG}、清河区统计局"
GIVEN = Masthead("清河专题简报", organ="清河区委办", number="第3期", date="2024年3月1日")


def rows_of(masthead: Masthead, style: Style) -> list[str]:
    """Return the lines of the masthead in Word, a tab as ⇥ and a break as ↵."""
    brief = replace(only(prose("清河区新貌。")), masthead=masthead, theme="城乡融合")
    body = parse_xml(parts_of(write_word(brief, style, {}))[DOCUMENT])
    marks = {qn("w:tab"): "⇥", qn("w:br"): "↵"}
    return [
        "".join(marks.get(i.tag, i.text or "") for r in p.iter(qn("w:r")) for i in r)
        for p in body.iter(qn("w:p"))
    ]


def test_an_organ_that_fits_stands_beside_the_theme() -> None:
    rows = rows_of(GIVEN, style_of("standard"))
    assert "城乡融合⇥清河区委办　2024年3月1日" in rows


def test_a_long_organ_stands_at_its_stop_below_the_theme() -> None:
    rows = rows_of(replace(GIVEN, organ=LONG), style_of("standard"))
    assert f"城乡融合↵⇥{LONG}　2024年3月1日" in rows


def test_an_organ_wider_than_a_line_begins_at_the_left() -> None:
    rows = rows_of(replace(GIVEN, organ=LONG * 2), style_of("standard"))
    assert f"城乡融合↵{LONG * 2}　2024年3月1日" in rows


def test_a_long_name_does_not_touch_the_number() -> None:
    rows = rows_of(
        replace(GIVEN, name="清河区城乡融合与区域协调发展专题简报（内部参考）"),
        style_of("standard"),
    )
    assert "清河区城乡融合与区域协调发展专题简报（内部参考）↵⇥第3期" in rows


def test_the_date_stands_beside_the_last_line_of_a_long_organ() -> None:
    rows = rows_of(replace(GIVEN, organ=LONG), style_of("jianbao"))
    assert f"{LONG}⇥2024年3月1日" in rows  # Word breaks the organ and has room behind it


@pytest.mark.parametrize("name", ["standard", "jianbao"])
def test_the_pdf_has_the_same_lines(name: str) -> None:
    style = style_of(name)
    brief = replace(
        only(prose("清河区新貌。")), masthead=replace(GIVEN, organ=LONGER), theme="城乡融合"
    )
    letters = letters_of(written(brief, style))
    day, end = find(letters, "2024年3月1日"), find(letters, "清河区统计局")
    assert day.base == end.base
    assert day.x > end.x
    assert find(letters, "城乡融合").base < end.base


def test_a_stop_beyond_the_margin_counts_as_one_at_it(tmp_path: Path) -> None:
    narrow = swap('w:w="11906"', 'w:w="8391"')
    seen = made(tmp_path, {DOCUMENT: narrow}, brief=replace(only(prose("新貌。")), masthead=GIVEN))
    assert 'w:val="right" w:pos="5783"' in seen.word("word/styles.xml")
    assert "9298" not in seen.word("word/styles.xml")
    row = [x for x in seen.letters if x.base == find(seen.letters, "第3期").base]
    assert max(letter.x for letter in row) == pytest.approx(8391 / 20 - 23 * MM - 10.5, abs=2)


def test_a_tab_without_a_stop_goes_as_far_as_the_settings_say(tmp_path: Path) -> None:
    lefts = []
    for twips in (420, 840):
        folder = tmp_path / str(twips)
        folder.mkdir()
        edits = {
            DOCUMENT: swap("{{ brief.coverage }}", "期</w:t><w:tab/><w:t>次"),
            "word/settings.xml": swap('w:val="420"', f'w:val="{twips}"'),
        }
        lefts.append(find(made(folder, edits).letters, "次").x)
    assert lefts == pytest.approx([23 * MM + 21, 23 * MM + 42], abs=0.5)


def test_rows_of_a_masthead_stand_one_line_apart() -> None:
    masthead = replace(GIVEN, organ=LONG * 2)
    letters = letters_of(
        written(replace(only(), masthead=masthead, theme="城乡融合"), style_of("standard"))
    )
    bases = sorted({x.base for x in letters if x.char in "城委"}, reverse=True)
    assert all(above - below == pytest.approx(15, abs=0.1) for above, below in pairwise(bases))
