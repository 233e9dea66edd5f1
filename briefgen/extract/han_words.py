"""Chinese numerals with a word behind them: which are figures, and which are only words.

Input: the text, a numeral and the unit that follows it. Output: a reason, or None for a figure.
Arabic numerals are judged in `quantities`.
"""

from __future__ import annotations

import re

from briefgen.lexicon import Lexicon
from briefgen.numerals import Form, Numeral

_BEFORE_HAN = re.compile(
    r"(?:新增|建成|设立|成立|分成|划分为|共有|打造|建立|组建|包括|实施|开展|举办|选派|"
    r"建设|新建|达|超过|超|近|约|逾|完成|获得|获|引进|创建|增至|增加到|共|有|为|的|等|全区|仅用|历时|用时|仅)(?:了)?$"
)
_DURATION_HAN = re.compile(
    r"(?:连续|历时|为期|仅用|用时|仅|持续|时隔|成立|提前|缩短|不到|不足|只用了?|花了?|短短|耗时|长达|超过|只用|用了)(?:了)?$"
)
_AIMS = re.compile("翻番|翻一番|倍增|百年")
_THINGS = frozenset(("家", "所", "座", "处", "件", "栋", "间"))
_PLACES_BEFORE = re.compile("(?:基地|中心|项目|园区|公园|平台|[镇村站馆院校厂])$")
_TENTHS_MORE = re.compile("以上|左右|多(?!样|元)|以下")
_TENTHS = re.compile(
    "(?:近|约|超|过|达|占|逾|至|到|(?:增长|增加|提高|提升|上升|下降|降低|减少|压缩|缩短|节约|节省|降|增)了?)$"
)
_OF_ALL = re.compile("[^，。；]{2}的$")  # 占计划的六成


def closes(text: str, at: int, hedge: str = "") -> bool:
    """Return whether a phrase ends at `at`, or behind a word of `hedge` that stands there."""
    behind = re.match(hedge, text[at : at + 2]) if hedge else None
    at = behind.end() + at if behind is not None else at
    return at >= len(text) or text[at] in "，。；、！？,;）)\n "


def _is_size_of(text: str, numeral: Numeral, match: re.Match[str]) -> bool:
    if numeral.text not in ("万", "千", "百") or numeral.hedges or match.group() == "元":
        return False
    return re.match("[\u4e00-\u9fff]", text[match.end() : match.end() + 1]) is not None


def no_unit_after_han(
    text: str, lexicon: Lexicon, numeral: Numeral, match: re.Match[str]
) -> str | None:
    """Return why a Chinese numeral and the word after it are no figure: 三个一, 一家人."""
    unit = match.group()
    before = text[max(0, numeral.start - 6) : numeral.start]
    single = len(numeral.text) == 1
    if unit == "次" and numeral.text in ("一", "二") and not closes(text, match.end()):
        return "word"  # 二次创业
    if unit == "个" and single and _AIMS.match(text, match.end()):
        return "slogan"  # 两个翻番的目标
    if unit == "元" and single and not closes(text, match.end()):
        return "name"  # 亿元生产总值安全事故死亡率, 万元产值能耗
    if _is_size_of(text, numeral, match):
        return "word"  # 万头养殖场, 千亩示范园
    if unit in _THINGS and single and 2 <= numeral.value <= 10 and closes(text, match.end()):
        return None if re.search("[\u4e00-\u9fff]{2}$", before) else "word"  # 龙头企业两家
    bases = unit == "个" and single and 2 <= numeral.value <= 10 and closes(text, match.end())
    if bases and _PLACES_BEFORE.search(before) is not None:
        return None  # 续建认养基地两个
    vague = any(c in numeral.text for c in "几数") or "余" in numeral.hedges
    if numeral.form is Form.HALF or vague or numeral.text[-1] in "万亿":
        return None
    if lexicon.units[unit].dimension == "time":
        stated = _DURATION_HAN.search(before) is not None
    elif unit == "成":
        more = _TENTHS_MORE.match(text, match.end())
        stated = more is not None or _TENTHS.search(before) is not None
        stated = stated or (closes(text, match.end()) and _OF_ALL.search(before) is not None)
    elif numeral.value in (100, 1000) and single:
        stated = unit in ("名", "家", "户", "人", "个") or bool(numeral.hedges)  # 近百种
    else:
        stated = not (single and numeral.value < 2)
        stated = stated and (not single or _BEFORE_HAN.search(before) is not None)
    return None if stated else "word"
