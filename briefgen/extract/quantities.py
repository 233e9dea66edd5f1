"""Numerals with their units: which of them are figures, and why the others are none.

Input: a `Context`. Output: `Quantity`s and `Rejected` numerals, both in order; together they hold
every numeral of the clean text. It does not know what a figure measures.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.characters import DOUBTFUL_IN_NUMBER
from briefgen.extract.context import Context
from briefgen.extract.han_words import closes
from briefgen.extract.marks import Marks
from briefgen.extract.quantity import PER, PER_BEGINS, quantity_of
from briefgen.extract.quantity import Quantity as Quantity
from briefgen.extract.quantity import Rejected as Rejected
from briefgen.extract.quantity import bounded as bounded
from briefgen.extract.quantity import with_unit as with_unit
from briefgen.extract.ranks import among_first, read_ordinal
from briefgen.extract.times import SINCE_FOUNDING
from briefgen.extract.unit_words import HOUSEHOLDS, counts_money, counts_people, why_no_unit
from briefgen.numerals import Form, Numeral, find_numerals

_NAME_AFTER = re.compile(
    r"号|路|线|届|期|#|版|路|大道|高速|国道|省道|级|A|周年|后|㎝|中学|小学|团|师"
)
_INDEX = re.compile(
    r"(?:指数|得分|系数|评分|收入比|倍差|分值|满意度|率|PM2\.5浓度)(?:综合)?(?:值)?(?:排名)?$"
)
_WORD_AHEAD = re.compile(r"[\u4e00-\u9fff]")
_QUOTED = re.compile(r"[“‘「《][^“”‘’「」《》，。；！？,;]{1,14}[”’」》]")
_TITLE = re.compile(r"《[^《》]*》")
# “…”项目: however long, and whatever marks stand in it, the words in quotes are the thing's name
_NAMED = re.compile(
    "“[^“”]{1,80}(?<![。！？])”(?=项目|工程|行动|计划|工作机制|机制|制度|模式|品牌|活动|体系|战略|平台|政策|标语|字样)"
)


def find_quantities(context: Context) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """Return the figures and the rejected numerals of all paragraphs, each in order."""
    figures: list[Quantity] = []
    rejected: list[Rejected] = []
    text = context.text
    quoted = [m.span() for p in (_QUOTED, _TITLE) for m in p.finditer(text)]
    marked = Marks(sorted(quoted))
    names = Marks([m.span() for m in _NAMED.finditer(text)])
    gaps = {gap.start(): gap.end() for gap in _TORN.finditer(text)}
    torn: int | None = None  # where the second part of a torn number begins
    for numeral in find_numerals(text):
        named = names.around(numeral.start) is not None or text.startswith("条”", numeral.end)
        found = "name" if named else _judged(context, numeral, marked)
        behind = gaps.get(numeral.end) if text[numeral.end - 1].isdigit() else None
        if (behind is not None or numeral.start == torn) and found != "date":
            found = "torn number"
        torn = behind
        if figures and numeral.start < figures[-1].end and numeral is not figures[-1].numeral:
            found = "unit"  # 107部/百人
        if isinstance(found, Quantity):
            figures.append(found)
        else:
            rejected.append(Rejected(numeral, found))
    return _with_shared_units(text, figures, rejected)


# 16 00家: one number or two, and which, nobody can tell; so with a glyph that has no name
_TORN = re.compile(f"(?:{DOUBTFUL_IN_NUMBER.pattern})+(?=[0-9０-９])")
_PADDED = re.compile("[-−－—]?[0０][0-9０-９]")  # 00家, 007
_MAY_BE_PADDED = frozenset("-−－—0０")

# 分别高2.8个和0.5个百分点; 高于全国1.1个、全市0.4个百分点
_NEXT_PLACE = re.compile("[、和与](?:全[国省市州区县](?:平均)?(?:水平)?)?")
_LISTED = re.compile(r"个?[、和与及](?:全[国省市州区县](?:平均)?(?:水平)?)?")


def _with_shared_units(
    text: str, figures: list[Quantity], rejected: list[Rejected]
) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """Return the figures with those of a list that says its unit once: 高0.8、0.5个百分点."""
    following = {q.numeral.start: q for q in figures}
    for figure in reversed(figures):  # 高0.8个、0.5个百分点
        if figure.written != "个":
            continue
        mark = _NEXT_PLACE.match(text, figure.end)
        owner = following.get(mark.end()) if mark else None
        if owner is not None and owner.unit == "个百分点":
            following[figure.numeral.start] = replace(
                figure, unit=owner.unit, written=owner.written, dimension=owner.dimension
            )
    kept: list[Rejected] = []
    for entry in reversed(rejected):
        numeral = entry.numeral
        mark = _LISTED.match(text, numeral.end)
        owner = following.get(mark.end()) if mark else None
        bare = numeral.form is Form.PLAIN and numeral.arabic and entry.reason == "no unit"
        if owner is None or not bare or owner.dimension != "rate" or not owner.written:
            kept.append(entry)
            continue
        shared = replace(owner, numeral=numeral, start=numeral.start, end=numeral.end)
        following[numeral.start] = shared
    return tuple(sorted(following.values(), key=lambda q: q.start)), tuple(reversed(kept))


def _judged(context: Context, numeral: Numeral, marks: Marks) -> Quantity | str:
    text, start, end = context.text, numeral.start, numeral.end
    quoted = marks.around(start)
    before = text[start - 1 : start]
    aims = before == "个" and numeral.form is Form.MULTIPLE  # 提出的两个翻番的目标
    if aims or (before == "每" and not numeral.arabic):
        return "word"  # 每万人口发明专利拥有量
    if (reason := _NO_FIGURE.get(numeral.form)) is not None:
        return reason
    if (dated := _in_time(context, numeral)) is not None:
        return dated
    if quoted is not None:
        if text[quoted[0]] == "《":
            return "title"
        if not numeral.arabic or numeral.form in (Form.ORDINAL, Form.MULTIPLE):
            return "slogan"
    if numeral.form is Form.ORDINAL:
        return read_ordinal(text, numeral)
    if numeral.text[0] in _MAY_BE_PADDED and _PADDED.match(numeral.text):
        return "leading zero"
    if numeral.form is Form.PERCENT or numeral.text[-1] in "%％‰":
        unit = "‰" if numeral.text.endswith("‰") else "%"
        return quantity_of(text, numeral, end, unit, "", "rate")
    if (formed := _FORMED.get(numeral.form)) is not None:
        return _of_form(text, numeral, *formed)
    if numeral.text == "一半":  # 一半以上的企业 counts nothing
        changed = _BY_HALF.search(text[max(0, start - 8) : start])
        return quantity_of(text, numeral, end, "", "", "rate") if changed else "word"
    return _with_unit(context, numeral)


def _of_form(text: str, numeral: Numeral, unit: str, dimension: str) -> Quantity | str:
    """Return a figure whose form says its unit; 翻了一番半 is neither two nor three times."""
    if unit == "倍" and text.startswith("半", numeral.end):
        return "doubled and a half"
    return quantity_of(text, numeral, numeral.end, unit, "", dimension)


_NO_FIGURE = {
    Form.CODE: "name",
    Form.SLOGAN: "slogan",
    Form.CLOCK: "time of day",
    Form.DASHED: "dash or minus sign",
}
# the unit and the dimension that the form of a numeral gives by itself
_FORMED = {Form.RATIO: ("比", "ratio"), Form.MULTIPLE: ("倍", "rate"), Form.FRACTION: ("", "rate")}
_BY_HALF = re.compile(
    "(?:增加|增长|提高|提升|减少|下降|降低|缩短|压缩|压减|缩减|减半)"
    "(?:了|近|约|超|超过|逾|过|将近|接近|不到|至少)*$"
)


def _in_time(context: Context, numeral: Numeral) -> Quantity | str | None:
    """Return "date" where a time expression holds the numeral; 商会成立22年来 is a duration."""
    text = context.text
    for time in context.times_in(max(0, numeral.start - 30), numeral.end):
        if time.start <= numeral.start < time.end:
            before = text[max(0, time.start - 4) : time.start]
            if time.start == numeral.start and before.endswith(SINCE_FOUNDING):
                end = numeral.end + 1
                return quantity_of(text, numeral, end, "年", "年", "time")
            return "date"
    era = text.startswith("年", numeral.end) and text.endswith(_ERAS, 0, numeral.start)
    return "date" if era else None  # 改革开放40年以来


def _with_unit(context: Context, numeral: Numeral) -> Quantity | str:
    text, lexicon = context.text, context.lexicon
    at = numeral.end
    if text[at : at + 1] in _BRACKETS and (paired := _paired(context, numeral)) is not None:
        return paired
    if text[at : at + 1] in ("余", "多", "几"):
        at += 1
    while at < len(text) and text[at] == " ":
        at += 1
    if (ahead := among_first(text, numeral) or _sum_alone(text, numeral)) is not None:
        return ahead
    match, reason = lexicon.unit_pattern.match(text, at), None
    if (
        match is not None
        and match.group() == "位"
        and _MOVED.search(text[max(0, numeral.start - 14) : numeral.start])
    ):
        return quantity_of(text, numeral, match.end(), "位", "位", "place")
    if match is not None and (reason := why_no_unit(context, numeral, match)) is None:
        return _measured(context, numeral, match)
    if (match is None or reason) and (heads := _heads(text, numeral, at)):
        return quantity_of(text, numeral, numeral.end, heads, "", "count")
    if not numeral.arabic:
        return _bare_han(context, numeral, at)
    if _NAME_AFTER.match(text, at):
        return "name"
    if _moves_index(text, numeral.start, at):
        return quantity_of(text, numeral, numeral.end, "", "", "index")
    if closes(text, at, "左右|上下|以[上下内]") and _INDEX.search(
        _stripped_before(text, numeral.start)
    ):
        return quantity_of(text, numeral, numeral.end, "", "", "index")
    return reason if match is not None and reason else "no unit"


def _sum_alone(text: str, numeral: Numeral) -> Quantity | None:
    """Return a sum of money told without 元: 生产总值突破千亿大关."""
    if not counts_money(text, numeral.value, numeral.start, numeral.end):
        return None
    return quantity_of(text, numeral, numeral.end, "元", "", "money")


def _heads(text: str, numeral: Numeral, at: int) -> str:
    """Return the unit of people or households counted without one: 带动20万农户; else ""."""
    if counts_people(text, numeral.value, numeral.start, at):
        return "人"
    counted = numeral.arabic and numeral.value >= 1000
    return "户" if counted and HOUSEHOLDS.match(text, at) is not None else ""


_ERAS = ("改革开放", "新中国成立", "建国", "建党", "建军", "中国共产党成立")
_BRACKETS = frozenset("（）()")
_BESIDE = re.compile(r"[（(][0-9]+[）)]")


def _paired(context: Context, numeral: Numeral) -> Quantity | None:
    """Return one of two figures that share the unit behind them: 国家级（省级）中心12（56）个."""
    text, start, end = context.text, numeral.start, numeral.end
    second = _BESIDE.match(text, start - 1) if start > 1 and text[start - 2].isdigit() else None
    beside = second or _BESIDE.match(text, end)
    match = context.lexicon.unit_pattern.match(text, beside.end()) if beside else None
    if match is None:
        return None
    unit = context.lexicon.units[match.group()]
    stop = match.end() if second else end
    found = quantity_of(text, numeral, stop, unit.same, unit.name, unit.dimension)
    return replace(found, start=start)


_MOVED = re.compile(
    r"(?:前进|提升|上升|前移|进位|跃升|晋升|后移|下降|提高|升|(?<![引新改])进|降)了?"
    r"(?:[0-9]+位[、和与])*$"
)


def _stripped_before(text: str, start: int) -> str:
    before = text[max(0, start - 24) : start]
    return _REACHING.sub("", before)


_REACHING = re.compile(
    "(?:达到?|为|是|约|：|:|(?:缩小|下降|降低?|回落|收窄|提高|提升|上升|升|控制|保持|稳定)[到至在为])+$"
)


_FROM = re.compile(r"(?:指数|收入比|倍差|系数|得分|评分)(?:由|从)[^，。；]{0,10}$")
_ON = re.compile(r"[^，。；0-9]{1,6}[到至为](?=[0-9])")
_TO = re.compile(
    r"(?:指数|收入比|倍差|系数|得分|评分)(?:由|从)[^，。；]{0,16}[到至为][^，。；]{0,8}$"
)


def _moves_index(text: str, start: int, end: int) -> bool:
    """Return whether a number without unit moves an index: 城乡居民收入比由2.42缩小到2.39."""
    before = text[max(0, start - 30) : start]
    if _FROM.search(before) and _ON.match(text, end):
        return True
    return closes(text, end) and _TO.search(before) is not None


def _bare_han(context: Context, numeral: Numeral, at: int) -> Quantity | str:
    """Judge a Chinese numeral without unit: 降至零 and 百余行业 are figures, 统一 is a word."""
    text = context.text
    before = text[max(0, numeral.start - 3) : numeral.start]
    if numeral.text == "零" and text.startswith("增长", at):
        nil = before.endswith(("实现", "保持", "呈", "为", "呈现"))
        return quantity_of(text, numeral, numeral.end, "%", "", "rate") if nil else "word"
    if numeral.text == "零":
        fallen = before.endswith(("降至", "降到", "降为", "减至", "减少到", "控制为"))
        none = _NONE_HAPPENED.search(text[max(0, numeral.start - 12) : numeral.start])
        if none is not None and closes(text, at):  # 较大及以上事故为零
            unit = "人" if none["heads"] else "起"
            return quantity_of(text, numeral, numeral.end, unit, "", "count")
        return quantity_of(text, numeral, numeral.end, "", "", "rate") if fallen else "word"
    indefinite = "余" in numeral.hedges and numeral.value >= 10
    if indefinite and _WORD_AHEAD.match(text, at) and not text.startswith(("年", "天"), at):
        return quantity_of(text, numeral, at, "个", "", "count")
    return "word"


_NONE_HAPPENED = re.compile(
    "(?:事故|案件|(?P<heads>(?:死亡|伤亡|感染|失踪)(?:人数|人口)))(?:总数|数)?(?:均|都|继续|保持)*为$"
)


_BRACKETS_OR_RMB = frozenset("（(人")  # 10亿元人民币
_OR_HEADS = re.compile(
    "人民币|[（(][只羽头尾匹口箱册套件]、?[只羽头尾匹口箱册套件]?[）)]"
)  # 30万头（只）以上


def _measured(context: Context, numeral: Numeral, match: re.Match[str]) -> Quantity:
    unit = context.lexicon.units[match.group()]
    text, end = context.text, match.end()
    ratio = PER.match(text, end) if text[end : end + 1] in PER_BEGINS else None
    name, written = unit.same, unit.name
    beside = text[end : end + 1] in _BRACKETS_OR_RMB
    if beside and (also := _OR_HEADS.match(text, end)) is not None:
        end = also.end()
    if ratio is not None:
        name += "/" + ratio.group()[1:]
        written += ratio.group()
        end = ratio.end()
    return quantity_of(text, numeral, end, name, written, unit.dimension)
