"""Spaces: those that a page's layout left between Chinese characters go.

Input: traced text of one paragraph a line. Output: the same without stray spaces. A space between
two numbers or two Latin words stays: numbers are never put together, but for the digits of a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.clean.characters import HAN
from briefgen.clean.lines import BULLET, ends_sentence
from briefgen.clean.traced import Span, Traced

_LONGEST_HEADLINE = 200
_NOT_BLANK = re.compile(r"[^\n]+")
_BREAKS = re.compile(r"\n{4}(\n+)")
_SPACES = re.compile(r" +")
_YEAR = re.compile(r"(?<![0-9. ])[12] ?[09] ?[0-9] ?[0-9](?= ?年)")  # 20 21 年
_REPORTERS = re.compile(
    r"（[^（）]{0,80}(?:记者|通讯员)[^（）]{0,80}）|(?:记者|通讯员)(?: [^ ，。]{2,4}){1,8}"
)
_ORDINAL = re.compile(
    r"(?<=第) +(?=[一二三四五六七八九十百0-9])|(?<=第[一二三四五六七八九十]) +(?=[届次个章节])"
)
_AFTER_NUMBER = re.compile(rf"(?<=[0-9%]) +(?=[{HAN}])|(?<=[{HAN}]) +(?=[0-9])")
_COLUMNS = re.compile(r"[0-9.%]+ +[-0-9.]+|\S+ +\S+ +[-0-9.]+%?(?: |$)| {2}")
_LETTERSPACED = re.compile(rf"[{HAN}](?: +[{HAN}])+")


def trim_lines(text: Traced) -> Traced:
    """Return the text without spaces at the ends of lines, and with three blank lines at most."""
    body = text.text
    text = text.without(
        (start, end)
        for start, end in (match.span() for match in _SPACES.finditer(body))
        if start == 0 or end == len(body) or body[start - 1] == "\n" or body[end] == "\n"
    )
    outer = len(text.text) - len(text.text.lstrip("\n"))
    end = len(text.text.rstrip("\n"))
    text = text.without([(0, outer), (max(outer, end), len(text.text))])
    return text.without(match.span(1) for match in _BREAKS.finditer(text.text))


def drop_stray_spaces(text: Traced) -> Traced:
    """Return the text without spaces beside Chinese characters that layout put there.

    14.71 亿元, 第 四, 20 21 年. In prose all go; a headline's spaces (“两大定位” 做好“四篇文章”), a
    byline's and a table row's stay.
    """
    spans: list[Span] = []
    for line in _NOT_BLANK.finditer(text.text):
        if " " in line[0]:
            spans.extend((a + line.start(), b + line.start()) for a, b in _stray(line[0]))
    return text.without(spans)


def _stray(line: str) -> Iterator[Span]:
    marker = BULLET.match(line)
    body = marker.end() if marker else 0
    years = [space for year in _YEAR.finditer(line) for space in _spaces_in(line, *year.span())]
    if ends_sentence(line) or "。" in line or len(line) > _LONGEST_HEADLINE:
        found = _in_prose(line)
    elif _LETTERSPACED.fullmatch(line):
        found = _spaces_in(line, 0, len(line))
    else:
        found = _in_a_headline(line)
    yield from (span for span in sorted({*years, *found}) if span[0] >= body)


def _spaces_in(line: str, start: int, end: int) -> list[Span]:
    return [match.span() for match in _SPACES.finditer(line, start, end)]


def _in_prose(line: str) -> list[Span]:
    """Return the spaces with a character that is not ASCII at either side, but for names' ones."""
    names = [match.span() for match in _REPORTERS.finditer(line)]
    found = []
    at = 0
    for start, end in _spaces_in(line, 0, len(line)):
        while at < len(names) and names[at][1] <= start:
            at += 1
        between_names = at < len(names) and names[at][0] <= start
        beside_ascii = line[start - 1 : start].isascii() and line[end : end + 1].isascii()
        if not between_names and not beside_ascii:
            found.append((start, end))
    return found


def _in_a_headline(line: str) -> list[Span]:
    patterns = [_ORDINAL] if _COLUMNS.search(line) else [_ORDINAL, _AFTER_NUMBER]
    return [match.span() for pattern in patterns for match in pattern.finditer(line)]
