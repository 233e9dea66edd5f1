"""The official 简报 by the real command line: all themes, both formats, nothing invented."""

from __future__ import annotations

import re
from pathlib import Path

from story_project import built, own_project, pdf_pages, stems, tight, word_text


def test_every_theme_is_built_in_both_formats(tmp_path: Path) -> None:
    issue = built(own_project(tmp_path / "project"), "--style", "jianbao")
    names = stems(issue)
    assert len(names) == 9
    for name in names:
        pages = [tight(page) for page in pdf_pages(issue / f"{name}.pdf")]
        assert all(f"—{at}—" in page for at, page in enumerate(pages, 1))
        assert "一、要点（一）" in pages[0]
        words = tight(word_text(issue / f"{name}.docx"))
        assert "一、要点（一）" in words
        for text in (words, "".join(pages)):
            assert not re.search("密级|签发人|编号：|共印|报：|送：|发：", text)
