"""Numerals with their units: which of them are figures, and why the others are none.

Input: a `Context`. Output: `Quantity`s and `Rejected` numerals, both in order; together they hold
every numeral of the clean text. It does not know what a figure measures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from briefgen.extract.context import Context
from briefgen.extract.han_words import closes, no_unit_after_han
from briefgen.extract.marks import Marks
from briefgen.extract.times import SINCE_FOUNDING
from briefgen.lexicon import Lexicon
from briefgen.numerals import Form, Numeral, bounds_of, find_numerals


@dataclass(frozen=True, slots=True)
class Quantity:
    """A numeral with its unit in the clean text: `[start, end)` holds hedges and unit too.

    `unit` is the unit as recorded (名 is 人), `written` as printed; `dimension` is the lexicon's.
    """

    numeral: Numeral
    start: int
    end: int
    unit: str
    written: str
    dimension: str
    hedges: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A numeral that is no figure, with the reason in one word."""

    numeral: Numeral
    reason: str


_AFTER_UNIT = re.compile(r"(?:以上|以下|以内|左右|上下|多|余)(?!边|样|元化|家|个|次|层|种|方)")
PEOPLE = re.compile(
    r"(?P<kind>(?:(?![的在被把将等了])[\u4e00-\u9fff]){0,8}?)(?P<noun>人民|干部群众|群众|市民|儿女|居民|职工|父老乡亲|百姓|师生|游客|党员"
    r"|学生(?!家庭)|学子|人口|人员(?:随迁子女)?|子女|儿童|老年人|老人|残疾人|妇女|农民工|农民|村民)"
)
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
    "“[^“”]{1,80}”(?=项目|工程|行动|计划|工作机制|机制|制度|模式|品牌|活动|体系|战略|平台|政策|标语|字样)"
)


def find_quantities(context: Context) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """Return the figures and the rejected numerals of all paragraphs, each in order."""
    figures: list[Quantity] = []
    rejected: list[Rejected] = []
    text = context.text
    quoted = [m.span() for p in (_QUOTED, _TITLE) for m in p.finditer(text)]
    marked = Marks(sorted(quoted))
    names = Marks([m.span() for m in _NAMED.finditer(text)])
    for numeral in find_numerals(text):
        named = names.around(numeral.start) is not None
        found = "name" if named else _judged(context, numeral, marked)
        if figures and numeral.start < figures[-1].end and numeral is not figures[-1].numeral:
            found = "unit"  # 107部/百人
        if isinstance(found, Quantity):
            figures.append(found)
        else:
            rejected.append(Rejected(numeral, found))
    return _with_shared_units(text, figures, rejected)


_LISTED = re.compile(r"个?[、和与及]")


def _with_shared_units(
    text: str, figures: list[Quantity], rejected: list[Rejected]
) -> tuple[tuple[Quantity, ...], tuple[Rejected, ...]]:
    """Return the figures with those of a list that says its unit once: 高0.8、0.5个百分点."""
    following = {q.numeral.start: q for q in figures}
    for figure in reversed(figures):  # 高0.8个、0.5个百分点
        owner = following.get(figure.end + 1)
        listed = owner is not None and text[figure.end] in "、和与"
        if figure.written == "个" and owner is not None and listed and owner.unit == "个百分点":
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
    if text[start - 1 : start] == "每" and not numeral.arabic:
        return "word"  # 每万人口发明专利拥有量
    fixed = {
        Form.CODE: "name",
        Form.SLOGAN: "slogan",
        Form.CLOCK: "time of day",
        Form.DASHED: "dash or minus sign",
    }
    if numeral.form in fixed:
        return fixed[numeral.form]
    if (dated := _in_time(context, numeral)) is not None:
        return dated
    if quoted is not None:
        if text[quoted[0]] == "《":
            return "title"
        if not numeral.arabic or numeral.form is Form.ORDINAL:
            return "slogan"
    if numeral.form is Form.ORDINAL:
        return _ranked(context, numeral)
    if numeral.form is Form.RATIO:
        return _quantity(context, numeral, end, "比", "", "ratio")
    if numeral.form is Form.MULTIPLE:
        return _quantity(context, numeral, end, "倍", "", "rate")
    if numeral.form is Form.PERCENT or numeral.text[-1] in "%％‰":
        unit = "‰" if numeral.text.endswith("‰") else "%"
        return _quantity(context, numeral, end, unit, "", "rate")
    if numeral.form is Form.FRACTION:
        return _quantity(context, numeral, end, "", "", "rate")
    return _with_unit(context, numeral)


def _in_time(context: Context, numeral: Numeral) -> Quantity | str | None:
    """Return "date" where a time expression holds the numeral; 商会成立22年来 is a duration."""
    for time in context.times_in(max(0, numeral.start - 30), numeral.end):
        if time.start <= numeral.start < time.end:
            before = context.text[max(0, time.start - 4) : time.start]
            if time.start == numeral.start and before.endswith(SINCE_FOUNDING):
                end = numeral.end + 1
                return _quantity(context, numeral, end, "年", "年", "time")
            return "date"
    return None


def _ranked(context: Context, numeral: Numeral) -> Quantity | str:
    """Return a rank where the ordinal closes its phrase: 位居全市第一，; 第一书记 is a name."""
    text, end = context.text, numeral.end
    after = re.compile(r"名|位(?!置)").match(text, end)
    stop = after.end() if after else end
    closed = re.compile(
        r"$|[，。；！？,;）)”」\s：:]|、(?!第?[二三2-9])|、(?=第[0-9一二三四五六七八九十]+[位名])|的(?!第)|和|及|增长|并|且"
    ).match(text, stop)
    before = text[max(0, numeral.start - 16) : numeral.start]
    moved = re.search(r"[由从][^，。；]{0,6}$", before) and _MOVES_UP.match(text, stop)
    if moved:  # 位次由第11位升至第8位
        return _quantity(context, numeral, stop, "位", text[end:stop], "rank")
    if _RANKS_BEFORE.search(before):  # 分别居全市第2位、第4位和第1位
        before += "位"
    standing = re.search(
        r"居|列|排|位|保持|全市|全国|全省|中心城区|西部|区县|跻身|获|名|蝉联|连续|为|同类", before
    )
    if closed is None or (standing is None and after is None):
        return "ordinal"
    return _quantity(context, numeral, stop, "位", text[end:stop], "rank")


_MOVES_UP = re.compile("(?:上升|跃升|提升|前移|升|跃居|进|下降|降|退)[至到为]|到第")
_RANKS_BEFORE = re.compile(r"第[0-9一二三四五六七八九十]+[位名]?[、和与]$")


def _with_unit(context: Context, numeral: Numeral) -> Quantity | str:
    text, lexicon = context.text, context.lexicon
    at = numeral.end
    if text[at : at + 1] in ("余", "多", "几"):
        at += 1
    while at < len(text) and text[at] == " ":
        at += 1
    if (ahead := _among_first(context, numeral)) is not None:
        return ahead
    match, reason = lexicon.unit_pattern.match(text, at), None
    if (
        match is not None
        and match.group() == "位"
        and _MOVED.search(text[max(0, numeral.start - 8) : numeral.start])
    ):
        return _quantity(context, numeral, match.end(), "位", "位", "place")
    if match is not None and (reason := _no_unit_here(context, numeral, match)) is None:
        return _measured(context, numeral, match)
    people = PEOPLE.match(text, at)
    if people is not None and numeral.value >= 10000 and (match is None or reason):
        return _quantity(context, numeral, numeral.end, "人", "", "count")
    heads = closes(text, at) and _HEADS_TOLD.search(text[max(0, numeral.start - 8) : numeral.start])
    if match is None and heads and numeral.value >= 100:  # 总人口86.5万，其中城镇人口21.3万
        return _quantity(context, numeral, numeral.end, "人", "", "count")
    if not numeral.arabic:
        return _bare_han(context, numeral, at)
    if _NAME_AFTER.match(text, at):
        return "name"
    if _moves_index(text, numeral.start, at):
        return _quantity(context, numeral, numeral.end, "", "", "index")
    if closes(text, at, "左右|上下|以[上下内]") and _INDEX.search(
        _stripped_before(text, numeral.start)
    ):
        return _quantity(context, numeral, numeral.end, "", "", "index")
    return reason if match is not None and reason else "no unit"


_HEADS_TOLD = re.compile("(?:人口|人数)(?:总数)?(?:达到?|为|约|有|近|超过?)*$")
_MOVED = re.compile(r"(?:前进|提升|上升|前移|进位|跃升|晋升|后移|下降|提高|升|进|降)了?$")
_FIRST = re.compile(
    r"(?:居|列|排名|位居|位列|排|进入|跻身|保持|稳居|全市|全国|全省|世界|西部|中心城区)[^，。；]{0,10}前$"
)
_FIRST_END = re.compile(r"(?:名|位|强)?(?=[，。；、！）)\s]|$|的)")


def _among_first(context: Context, numeral: Numeral) -> Quantity | None:
    """Return the rank of 排名全市前三, a bound and no place: its hedge is 前."""
    text = context.text
    if text[numeral.start - 1 : numeral.start] != "前" or len(numeral.values) != 1:
        return None
    end = _FIRST_END.match(text, numeral.end)
    if end is None or _FIRST.search(text[max(0, numeral.start - 18) : numeral.start]) is None:
        return None
    found = _quantity(context, numeral, end.end(), "位", end.group(), "rank")
    return replace(found, hedges=("前",), start=numeral.start - 1, high=numeral.value)


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


def _no_unit_here(context: Context, numeral: Numeral, match: re.Match[str]) -> str | None:
    """Return why the word after the numeral is no unit here, or None where it is one."""
    text, unit = context.text, match.group()
    before = text[max(0, numeral.start - 6) : numeral.start]
    if text[match.end() : match.end() + 1] in _follow(context.lexicon, unit):
        return "no unit"
    if unit == "周年":
        return "anniversary"
    if unit == "千伏":
        return "specification"  # 新建110千伏变电站3座
    if unit in ("个", "人", "户") and _PER_HEAD.match(text, match.end()) and len(numeral.text) == 1:
        return "word"  # 万人有效发明专利拥有量
    if unit in ("分钟", "小时") and _CIRCLE.match(text, match.end()):
        return "name"  # 15分钟健身圈
    if numeral.value == 24 and unit == "小时" and _ALL_DAY.match(text, match.end()):
        return "name"  # 24小时不停机
    if unit in ("年", "天") and re.search("[几数]十", numeral.text):
        return "word"  # 种了几十年地
    if unit in _RUNS and before.endswith("连续") and not closes(text, match.end()):
        return "span of a claim"  # 连续三年居全市第一: an adverb of the rank
    if not numeral.arabic:
        return no_unit_after_han(text, context.lexicon, numeral, match)
    if unit in ("日", "月") and numeral.value <= 31 and numeral.form is Form.PLAIN:
        return "date"
    return "date" if unit == "年" and numeral.value >= 1900 else None


_RUNS = frozenset(("年", "个月", "个季度"))
_PER_HEAD = re.compile("有效|发明|拥有|高价值|床位|刑事|失")
_ALL_DAY = re.compile("[\u4e00-\u9fff]{0,2}(?:不|全|值|在线|服务|营业|自助|运转|待命)")
_CIRCLE = re.compile("[\u4e00-\u9fff]{0,8}(?:圈|通勤|交通网|直达|可达)")


def _follow(lexicon: Lexicon, unit: str) -> frozenset[str]:
    """Return the characters after which `unit` is part of another word: 台阶, 条件."""
    return frozenset(lexicon.units[unit].never)


def _bare_han(context: Context, numeral: Numeral, at: int) -> Quantity | str:
    """Judge a Chinese numeral without unit: 降至零 and 百余行业 are figures, 统一 is a word."""
    text = context.text
    before = text[max(0, numeral.start - 3) : numeral.start]
    if numeral.text == "零" and text.startswith("增长", at):
        nil = before.endswith(("实现", "保持", "呈", "为", "呈现"))
        return _quantity(context, numeral, numeral.end, "%", "", "rate") if nil else "word"
    if numeral.text == "零":
        fallen = before.endswith(("降至", "降到", "降为", "减至", "减少到", "控制为"))
        return _quantity(context, numeral, numeral.end, "", "", "rate") if fallen else "word"
    indefinite = "余" in numeral.hedges and numeral.value >= 10
    if indefinite and _WORD_AHEAD.match(text, at) and not text.startswith(("年", "天"), at):
        return _quantity(context, numeral, at, "个", "", "count")
    return "word"


PER = re.compile(
    r"[/／每](?:人|户|日|天|年|月|小时|平方米|亩|吨|公里|立方米|万人|百人|千人|秒|公斤)"
)


def _measured(context: Context, numeral: Numeral, match: re.Match[str]) -> Quantity:
    unit = context.lexicon.units[match.group()]
    end = match.end()
    ratio = PER.match(context.text, end)
    name, written = unit.same, unit.name
    if ratio is not None:
        name += "/" + ratio.group()[1:]
        written += ratio.group()
        end = ratio.end()
    return _quantity(context, numeral, end, name, written, unit.dimension)


def _quantity(
    context: Context, numeral: Numeral, end: int, unit: str, written: str, dimension: str
) -> Quantity:
    """Return the quantity with the hedges before the numeral and behind its unit."""
    text, hedges = context.text, list(numeral.hedges)
    after = _AFTER_UNIT.match(text, end)
    if after is not None and after.group() not in hedges:
        hedges.append(after.group())
    if after is not None:
        end = after.end()
    if written == "个多月" and "多" not in hedges:
        hedges.append("多")
    start = numeral.start
    for hedge in hedges:
        if text.endswith(hedge, 0, start):
            start -= len(hedge)
            break
    kept = tuple(hedges)
    low, high = numeral.low, numeral.high
    if len(numeral.values) == 1 and low is None and high is None:
        low, high = bounds_of(numeral.values[0], kept)
    return Quantity(numeral, start, end, unit, written, dimension, kept, low, high)


def bounded(quantity: Quantity, hedge: str) -> Quantity:
    """Return `quantity` with a hedge that the words before it say: 失业率低于5%."""
    hedges = (hedge, *quantity.hedges)
    low, high = bounds_of(quantity.numeral.value, hedges)
    return replace(quantity, hedges=hedges, low=low, high=high)


def with_unit(quantity: Quantity, unit: str) -> Quantity:
    """Return `quantity` with the unit that the from-to fact's other end states."""
    return replace(quantity, unit=unit)
