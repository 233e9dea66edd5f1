"""Words behind a numeral that look like a unit and are none (110千伏变电站, 15分钟健身圈), and
people that are counted without one.

Input: the text, a numeral, the unit's match behind it. Output: the reason in one or two words. It
finds no units.
"""

from __future__ import annotations

import re
from decimal import Decimal

from briefgen.extract.context import Context
from briefgen.extract.han_words import closes, no_unit_after_han
from briefgen.numerals import Form, Numeral


def why_no_unit(context: Context, numeral: Numeral, match: re.Match[str]) -> str | None:
    """Return why the word after the numeral is no unit here, or None where it is one."""
    text, unit = context.text, match.group()
    before = text[max(0, numeral.start - 6) : numeral.start]
    after = match.end()
    behind = text[after : after + 1]
    # 台阶, 条件: a character that makes another word of the unit
    follows = behind != "" and behind in context.lexicon.units[unit].never
    follows = follows and not text.startswith(("以上", "以下", "以内"), after)  # 50所以上
    if follows and not text.startswith(("乡镇", "乡村"), after):
        return "no unit"  # 家乡, but 17家乡镇卫生院
    if (said := _said_of_time(text, unit, before, after)) is not None:
        return said
    if unit in _NEVER:
        return _NEVER[unit]
    if unit in ("个", "人", "户") and len(numeral.text) == 1 and _PER_HEAD.match(text, after):
        return "word"  # 万人有效发明专利拥有量
    if unit == "年" and _LIST_NUMBER.fullmatch(numeral.text):
        return "list number"  # 3.2022年生产总值
    if unit in ("分钟", "小时") and _CIRCLE.match(text, match.end()):
        return "name"  # 15分钟健身圈
    if unit == "小时" and numeral.value == 24 and _ALL_DAY.match(text, match.end()):
        return "name"  # 24小时不停机
    if unit in ("年", "天") and _TENS.search(numeral.text):
        return "word"  # 种了几十年地
    if unit in _RUNS and before.endswith("连续") and not closes(text, match.end()):
        return "span of a claim"  # 连续三年居全市第一: an adverb of the rank
    if not numeral.arabic:
        return no_unit_after_han(text, context.lexicon, numeral, match)
    if unit in ("日", "月") and numeral.value <= 31 and numeral.form is Form.PLAIN:
        return "date"
    return "date" if unit == "年" and numeral.value >= 1900 else None


def _said_of_time(text: str, unit: str, before: str, after: int) -> str | None:
    """Return why a number with 年 or 块 behind it is none: 80年代, 经过十几年的发展, 上万块钱."""
    half = text[after : after + 1] == "半" and unit in _HALVED
    if half and text[after + 1 : after + 2] not in _OTHER_HALF:
        return "and a half"  # 3天半
    if unit == "年" and text.startswith("代", after):
        return "date"
    if unit == "年" and (
        text.startswith("前，", after) or text.startswith(("以前", "之前"), after)
    ):
        return "date"  # 20年前，…
    if unit == "分" and before.endswith(("时", "点")) and before[-2:-1].isdigit():
        return "time of day"  # 9时30分
    if unit in ("年", "余年") and before.endswith(("经过", "历经", "凭借", "通过")):
        return "span of a claim"
    coins = unit == "块" and text.startswith("钱", after) and before.endswith("上")
    return "word" if coins else None


_LIST_NUMBER = re.compile("[0-9]{1,2}\\.(?:19|20)[0-9]{2}")
_NEVER = {"周年": "anniversary", "千伏": "specification"}  # 新建110千伏变电站3座
_TENS = re.compile("[几数][十百千]")
_HALVED = frozenset(("天", "年", "月", "小时", "倍", "分钟"))
_OTHER_HALF = frozenset("数径年月天小岛导成自边")
_RUNS = frozenset(("年", "个月", "个季度"))
_PER_HEAD = re.compile("有效|发明|拥有|高价值|床位|刑事|失")
_ALL_DAY = re.compile("[\u4e00-\u9fff]{0,2}(?:不|全|值|在线|服务|营业|自助|运转|待命)")
_CIRCLE = re.compile("[\u4e00-\u9fff]{0,8}(?:圈|通勤|交通网|直达|可达)")


HOUSEHOLDS = re.compile("(?:农|贫困|种植|养殖|商|住|移民|茶)户")  # 带动20万农户
PEOPLE = re.compile(
    r"(?P<kind>(?:(?![的在被把将等了])[\u4e00-\u9fff]){0,8}?)(?P<noun>人民|干部群众|群众|市民|儿女|居民|职工|父老乡亲|百姓|师生|游客|党员"
    r"|学生(?!家庭)|学子|人口|人员(?:随迁子女)?|子女|儿童|老年人|老人|残疾人|妇女|农民工|农民|村民)"
)
# 新增常住人口30余万，总规模接近80万
_HEADS_IN_ALL = re.compile(
    "人口[^。；]{0,16}总(?:规模|量|数)(?:达到?|为|约|有|接近|近|超过?|突破)*$"
)
# 地区生产总值突破千亿大关: what is measured in money says its unit
_MONEY_TOLD = re.compile(
    "(?:生产总值|GDP|总产值|产值|增加值|预算收入|财政收入|固定资产投资|零售总额|经济总量)[^，。；0-9]{0,8}"
    "(?:突破|跨越|跨过|跨上|迈上|迈过|跃上|站上|登上|超过?|达到?)了?$"
)
_MONEY_ENDS = re.compile("(?:大关|关口|台阶)?(?=[，。；！）]|$)")


def counts_money(text: str, value: Decimal, start: int, at: int) -> bool:
    """Return whether a sum is told without 元: 生产总值突破千亿大关. It begins at `start`."""
    if value < 10**9 or _MONEY_ENDS.match(text, at) is None:
        return False
    return _MONEY_TOLD.search(text[max(0, start - 24) : start]) is not None


_HEADS_TOLD = re.compile("(?:人口|人数)(?:总数)?(?:达到?|为|约|有|近|超过?)*$")


def counts_people(text: str, value: Decimal, start: int, at: int) -> bool:
    """Return whether people are counted without a unit: 80万人民, 总人口86.5万，其中城镇21.3万.

    The number begins at `start`; `at` is where its unit would stand.
    """
    if value >= 10000 and PEOPLE.match(text, at):
        return True
    if value < 100 or not closes(text, at):
        return False
    before = text[max(0, start - 30) : start]
    return any(told.search(before) for told in (_HEADS_TOLD, _HEADS_IN_ALL))
