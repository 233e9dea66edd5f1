"""Articles: where on a page each of them begins, its title, and the heading over each paragraph.

Input: a clean text's lines with their roles. Output: paragraphs and articles. It does not change a
role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePath

from briefgen.clean.lines import BULLET, Line, Look
from briefgen.document import Article, Paragraph, Role, Source
from briefgen.honours import entries_of

_MARKS = re.compile(r"#{1,6} +")
_CLOSING_MARKS = re.compile(r" *(?:#+|>{2,}|》{2,})$")
_DEEPEST = 7  # below every Markdown heading
_SUBTITLE = re.compile(
    r"^(?:——|--|[（(])|[0-9]{4}年[0-9]{1,2}月|报告$(?<!工作报告)|开栏语|编者按|核心提示"
)
_RUN_IN = re.compile(r"([^。！？；：]{4,28})[。：](?=.)")


@dataclass(slots=True)
class _Part:
    """An article in the making: its lines, and the index of the line that is its title."""

    start: int
    end: int
    title: int | None = None


def find_articles(
    lines: list[Line], roles: list[Role], source: Source
) -> tuple[tuple[Paragraph, ...], tuple[Article, ...]]:
    """Return the page's paragraphs and articles, in order; a page without a line has neither."""
    if not lines:
        return (), ()
    parts = _parts(lines, roles)
    paragraphs: list[Paragraph] = []
    articles = []
    for index, part in enumerate(parts):
        title = _title(part, lines, source if len(parts) == 1 else None)
        above = title if _is_titled_below(part, roles) else None
        paragraphs.extend(_paragraphs(part, lines, roles, index, above))
        start, end = lines[part.start].start, lines[part.end - 1].end
        articles.append(Article(title or PurePath(source.name).stem, start, end))
    return tuple(paragraphs), tuple(articles)


def _parts(lines: list[Line], roles: list[Role]) -> list[_Part]:
    """Return the articles' lines: one article, unless two or more reports open with a dateline."""
    datelines = [i for i, line in enumerate(lines) if line.look is Look.DATELINE]
    groups = _groups(roles)
    if len(datelines) < 2:
        return [_Part(0, len(lines), _main_title(groups, lines))]
    starts = _starts(lines, roles, datelines, groups)
    parts = [_Part(a, b) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    by_start = {group.start: group for group in groups}
    for part in parts:
        group = by_start.get(part.start)
        part.title = _best(group, lines) if group else None
    _give_titles_below(parts, lines, by_start)
    return parts


def _groups(roles: list[Role]) -> list[range]:
    """Return the runs of headings that stand together."""
    groups = []
    start = 0
    while start < len(roles):
        end = start
        while end < len(roles) and roles[end] is Role.HEADING:
            end += 1
        if end > start:
            groups.append(range(start, end))
        start = end + 1
    return groups


def _starts(
    lines: list[Line], roles: list[Role], datelines: list[int], groups: list[range]
) -> list[int]:
    """Return the indexes of the lines that open an article.

    A dateline does, or the headings right above it, or Markdown headings of the same rank.
    """
    over = {group.stop: group for group in groups}
    starts = {over[i].start if i in over else i for i in datelines}
    ranks = [_rank(over[i], lines) for i in datelines if i in over]
    lowest = max((rank for rank in ranks if rank < _DEEPEST), default=0)
    starts |= {group.start for group in groups if _rank(group, lines) <= lowest}
    if any(role in (Role.PROSE, Role.ITEM) for role in roles[: min(starts)]):
        return sorted({0, *starts})
    return sorted(starts - {min(starts)} | {0})


def _level(line: Line) -> int:
    match = _MARKS.match(line.text)
    return len(match[0].rstrip()) if match else _DEEPEST


def _rank(group: Sequence[int], lines: list[Line]) -> int:
    return min(_level(lines[i]) for i in group)


def _best(group: Sequence[int], lines: list[Line]) -> int:
    """Return the heading of the highest rank; of equals, the longest that is no subtitle."""

    def weight(i: int) -> tuple[int, bool, float]:
        text = _heading_text(lines[i])
        return _level(lines[i]), bool(_SUBTITLE.search(text)), -lines[i].width

    return min(group, key=weight)


def _main_title(groups: list[range], lines: list[Line]) -> int | None:
    """Return the index of a single article's title: from the first headings, or a # anywhere."""
    if not groups:
        return None
    marked = [i for group in groups for i in group if _level(lines[i]) == 1]
    return marked[0] if marked else _best(groups[0], lines)


def _give_titles_below(parts: list[_Part], lines: list[Line], groups: dict[int, range]) -> None:
    """Give an untitled article the heading below its text, where it is about that text.

    On a newspaper's page a heading may stand below its report once the columns are put one after
    another; the next report's own headings then follow it at once.
    """
    for part, below in pairwise(parts):
        group = groups.get(below.start)
        if part.title is not None or group is None or len(group) < 2:
            continue
        heading = _pairs(lines[group.start].text)
        own = _pairs("".join(line.text for line in lines[part.start : part.end]))
        other = _pairs("".join(line.text for line in lines[group.stop : below.end]))
        if len(heading & own) > max(len(heading & other), len(heading) // 3):
            part.title, part.end, below.start = group.start, group.start + 1, group.start + 1
            below.title = _best(group[1:], lines)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _is_titled_below(part: _Part, roles: list[Role]) -> bool:
    return part.title is not None and Role.PROSE in roles[part.start : part.title]


def _title(part: _Part, lines: list[Line], source: Source | None) -> str | None:
    """Return an article's title; for a page of one article sources.toml has the first word."""
    if source is not None and source.title:
        return source.title
    return None if part.title is None else _heading_text(lines[part.title])


def _heading_text(line: Line) -> str:
    return _CLOSING_MARKS.sub("", line.text[_body(line.text) :])


def _body(text: str) -> int:
    """Return where a paragraph's own words begin, after a Markdown mark or a bullet."""
    match = _MARKS.match(text) or BULLET.match(text)
    return match.end() if match and match.end() < len(text) else 0


def _paragraphs(
    part: _Part, lines: list[Line], roles: list[Role], article: int, heading: str | None
) -> list[Paragraph]:
    found = []
    marked = False
    for i in range(part.start, part.end):
        line, role = lines[i], roles[i]
        if role is Role.HEADING:
            # 王某主持并讲话 under a Markdown heading is its subtitle
            opens = i == part.start or roles[i - 1] is not Role.HEADING
            marked = (marked and not opens) or line.look is Look.MARKDOWN
            below = marked and line.look is not Look.MARKDOWN
            if opens or not (below or line.text.startswith(("——", "--"))):
                heading = _heading_text(line)
        elif line.look is Look.NUMBERED and (run_in := _RUN_IN.match(line.text)):
            heading = heading if entries_of(line.text) else run_in[1]  # ②云台村：全国文明村
        over = None if role is Role.HEADING else heading
        found.append(Paragraph(line.start + _body(line.text), line.end, role, over, article))
    return found
