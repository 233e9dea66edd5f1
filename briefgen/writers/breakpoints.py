"""Where a line of Chinese text may begin, and what stays together.

Input: text. Output: offsets (half-open code points). It measures nothing.

Rules: W3C clreq (Requirements for Chinese Text Layout) and GB/T 15834-2011; the sentences that
stand for a rule are invented (清河区).
"""

from __future__ import annotations

import re

from briefgen.writers.linespace import DASH_RULE, HAN, WORD

NO_START = "，。、；：？！）》」』】〉〕〗”’…—·％%‰℃～!?,.;:)]}•々〞〟"
NO_END = "（《「『【〈〔〖“‘〝￥$¥№([{"
_MARKS = "\u0300-\u036f\u200d\ufe00-\ufe0f"  # never parted from the character before

_DIGITS = r"[0-9０-９]+(?:[.．,:：/][0-9０-９]+|，[0-9]{3}(?![0-9]))*"
_FIGURE = rf"{_DIGITS}[%％‰]?(?:[-+－＋−–—~～×÷=＝]{{1,2}}{_DIGITS})*"
_HEDGE = (
    "预计|预期|大约|将近|接近|超过|突破|达到|高达|不到|不足|不少于|不低于|至少|最多|"
    "约|近|超|逾|达|共|计|仅|第|前|每"
)
_UNITS = (
    "个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千瓦时|千瓦|人民币|"
    "美元|港元|欧元|人次|户次|小时|分钟|周年|年度|个月|月份|季度|世纪"
)
_CHINESE_DIGITS = "〇零一二三四五六七八九十百"
# 2.5万余户、增长6.9个百分点: figure, magnitude, unit; 水质100%达标 is parted before 达标
_FIRM_NUMBER = (
    rf"[-+－＋−±]?{_FIGURE}(?:[余多几]?(?:万亿|亿|万|千|百))?[余多]?"
    rf"(?:[%％‰℃°]+|{_UNITS}|(?<![%％‰])[{HAN}])?"
)
# 约近1万家企业、9.1亿元以上: its hedges, which part from it where a line would gape otherwise
_AFTER = "左右|以上|以下|以内"
_NUMBER = rf"(?:{_HEDGE}){{0,2}}{_FIRM_NUMBER}(?:{_AFTER}|余)?"
_OTHER = (
    r"[0-9]{1,2}月[0-9]{1,2}日",
    rf"第[{_CHINESE_DIGITS}]+[{HAN}]|[{_CHINESE_DIGITS}]{{4}}年|十几[万亿]?[{HAN}]",
)
# 42.8 billion yuan, 2.5 percentage points, 29.11 m², 16 February, May 2022
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENGLISH_FIRM = (
    rf"[+−-]?{_FIGURE} (?:(?:thousand |million |billion )?yuan"
    r"|thousand|million|billion|percentage(?: points?)?|per|km|m|mu)"
    r"(?![A-Za-z])[²³]?"
    rf"|{_FIGURE} (?:{_MONTHS})(?![A-Za-z])"
)
_MONTH = rf"(?:{_FIGURE} )?(?:{_MONTHS}) [12][0-9]{{3}}(?![0-9A-Za-z])"  # May 2022 may be parted
_ENGLISH = rf"{_MONTH}|{_ENGLISH_FIRM}"
ENGLISH_FIGURE = re.compile(_ENGLISH)
_WHOLE = re.compile("|".join((_ENGLISH, _OTHER[0], _NUMBER, _OTHER[1])))
_FIRM = re.compile("|".join((_ENGLISH_FIRM, _OTHER[0], _FIRM_NUMBER, _OTHER[1], _HEDGE, _AFTER)))
# stays with what stands before: 1600家〔1a〕, 1,600 firms [1a, 2b]
_KEY = r"\d{1,2}[a-z]{1,2}"
REFERENCE = re.compile(rf"〔[^〔〕\s]{{1,60}}〕|\s?\[{_KEY}(?:, {_KEY})*\]")
# New-Generation may go on in the next line after its hyphen, R&D-led and 1-2 may not
_HYPHEN = re.compile(r"[A-Za-z]{3}-(?=[A-Za-z]{3})")
_NOT_BEFORE = re.compile(rf"[{re.escape(NO_START)}{_MARKS}]+|\s+")
_NOT_AFTER = re.compile(rf"[{re.escape(NO_END)}]+\s*")


def break_offsets(text: str, *, hedged: bool = True) -> list[int]:
    """Return the offsets before which a line may begin, in order, `len(text)` included.

    `hedged` keeps a figure with its hedges too: 超过7.6万户, 700亿元以上.
    """
    size = len(text)
    free = bytearray(b"\1") * (size + 1)
    for pattern in (_WHOLE if hedged else _FIRM, WORD, DASH_RULE):
        for match in pattern.finditer(text):
            start, end = match.span()
            free[start + 1 : end] = bytes(end - start - 1)
    for match in _HYPHEN.finditer(text):
        free[match.end()] = 1
    for pattern in (REFERENCE, _NOT_BEFORE):
        for match in pattern.finditer(text):
            start, end = match.span()
            free[start:end] = bytes(end - start)
    for match in _NOT_AFTER.finditer(text):
        start, end = match.span()
        free[start + 1 : end + 1] = bytes(end - start)
    return [i for i in range(1, size) if free[i]] + ([size] if size else [])
