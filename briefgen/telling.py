"""How a fact's figure and time are told: the same words in text, table, card and chart.

Input: facts. Output: Chinese words that say no more than the source: hedge, number, unit, period,
and the change between two exact figures. It chooses nothing and composes no sentence.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from briefgen.fact import Fact, Kind
from briefgen.numerals import read_number, write_number

_BEFORE = (
    "不少于|不低于|不高于|不超过|超过了|突破了|超过|突破|接近|大约|约为|不足|不到|至少|最多"
    "|将近|(?<![签节履违合契公条邀])约|(?<![附靠临邻])近|超|逾|(?<![通经])过"
)
_AFTER = "以上|以下|左右|以内|之内|上下"
EXPECTED = ("预计", "预期", "力争", "有望")
_COUNTERS = "个月|个百分点|平方公里|平方米|名|位|人|家|户|个|项|条|所|栋|台|辆|口|月|年|天|倍"
_BEFORE_UNIT = "[万亿]?"
_MEASURED_BY = f"工作日|个工作日|小时|分钟|秒|元|亩|吨|{_COUNTERS}"
_BARE_YEAR = re.compile(r"(?<!年)全年")


def dense(text: str) -> str:
    """Return `text` without any white space."""
    return "".join(text.split())


def figure(fact: Fact) -> str:
    """Return the figure as printed: hedge, number, magnitude, unit (近1万家, 35000多个, 十几口)."""
    span = _figure_span(fact)
    number = dense(fact.number_text or "")
    printed = dense(fact.clause)[slice(*span)] if span is not None else number
    if re.search(rf"{re.escape(number)}[余多几]?$", printed):  # 近12万学生: the unit is not written
        printed += _plain_unit(fact)
    if fact.unit == "个百分点" and printed.endswith("个"):
        printed += "百分点"  # 分别高2.8个和0.5个百分点
    ahead = [q for q in fact.qualifiers if q in EXPECTED and q not in printed]
    return "".join(ahead) + printed


def _figure_span(fact: Fact) -> tuple[int, int] | None:
    """Return the figure's span in the clause without its white space, or None where it is not."""
    if fact.number_start is None or fact.number_text is None:
        return None
    clause, number = dense(fact.clause), dense(fact.number_text)
    at = len(dense(fact.quote[: fact.number_start - fact.start]))
    if clause[at : at + len(number)] != number:
        at = clause.find(number)
        if at < 0 or clause.count(number) > 1:
            return None
    before = re.search(f"(?:{_BEFORE})$", clause[:at])
    unit = re.escape(fact.unit or "") or "(?!)"
    after = re.match(
        f"(?:[余多几]?(?:{unit}|{_COUNTERS})?(?:{_AFTER})?)", clause[at + len(number) :]
    )
    start = before.start() if before else at
    return start, at + len(number) + (after.end() if after else 0)


def start_figure(fact: Fact) -> str:
    """Return the value that a change starts from as printed: hedge, number and its own unit
    (由不足5万元增加到48万元; 由3天压缩至4小时)."""
    start = fact.start_value
    if start is None:
        raise ValueError(f"{fact.id} tells no start")
    begin, end = start.start - fact.start, start.end - fact.start
    text = dense(fact.quote[max(begin, 0) : max(end, 0)])
    if read_number(text) != start.values and len(start.values) == 1:
        return write_number(start.value, fact.unit or "")
    hedge = re.search(f"(?:{_BEFORE})$", dense(fact.quote[: max(begin, 0)]))
    before = hedge.group() if hedge else ""
    return before + text + (start_unit(fact) if not text.endswith(fact.unit or "\0") else "")


def start_unit(fact: Fact) -> str:
    """Return the unit that is printed behind a change's start, the figure's own where none is
    (由3天压缩至4小时: 天; 由1增至3个: 个)."""
    end = fact.start_value.end - fact.start if fact.start_value else 0
    own = fact.unit or ""
    behind = dense(fact.quote[max(end, 0) :])
    found = re.match(f"[余多几]?(?:{_BEFORE_UNIT}(?={re.escape(own) or '(?!)'}))?", behind)
    more = found.group() if found else ""
    if own and behind[len(more) :].startswith(own):
        return more + own
    other = re.match(f"[余多几]?(?:{_MEASURED_BY})", behind)
    return other.group() if other else own


def _plain_unit(fact: Fact) -> str:
    unit, number = fact.unit or "", fact.number_text or ""
    if fact.kind in (Kind.RANK, Kind.RATIO) or unit in ("%", "倍") or number.endswith(unit):
        return ""
    return unit


# --- time -------------------------------------------------------------------------------------


def day_text(wire: str) -> str:
    """Return `2023-01-20` as 2023年1月20日, `2023-01` as 2023年1月, `2023` as 2023年."""
    parts = [int(p) for p in wire.split("-")]
    return "".join(f"{n}{u}" for n, u in zip(parts, "年月日", strict=False))


def report_text(published: str | None) -> str:
    """Return how a report is named by its date: 2023年1月报道, or 未注明日期的报道."""
    return f"{day_text(published)}报道" if published else "未注明日期的报道"


_PARTS = {
    "Q1": "第一季度",
    "Q2": "第二季度",
    "Q3": "第三季度",
    "Q4": "第四季度",
    "H1": "上半年",
    "H2": "下半年",
}


def period_text(wire: str) -> str:
    """Return a stated period in words: 2022年上半年, 2016—2021年, 2022年10月—2023年2月."""
    if "/" in wire:
        first, last = wire.split("/", 1)
        if len(first) == len(last) == 4:
            return f"{first}—{last}年"
        if len(first) == len(last) == len("2023-01") and first[:5] == last[:5] and "Q" not in wire:
            return f"{day_text(first).removesuffix('月')}—{int(last[5:])}月"
        return f"{period_text(first)}—{period_text(last)}"
    year, _, part = wire.partition("-")
    if part in _PARTS:
        return f"{year}年{_PARTS[part]}"
    return day_text(wire)


def period_end(wire: str) -> date:
    """Return the last day of a period in the wire form."""
    last = wire.rsplit("/", 1)[-1]
    year, _, part = last.partition("-")
    if part in _PARTS:
        month = {"Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12, "H1": 6, "H2": 12}[part]
    elif part:
        month_text, _, day = part.partition("-")
        if day:
            return date(int(year), int(month_text), int(day))
        month = int(month_text)
    else:
        month = 12
    return date(int(year), month, monthrange(int(year), month)[1])


_DIGITS = "零一二三四五六七八九"


def since_text(fact: Fact) -> str | None:
    """Return 2022年以来 for a stated period that runs up to its report, None for any other."""
    first, _, last = (fact.period or "").partition("/")
    reported = fact.published or ""
    reported = reported[:7] if len(last) < len("2022-05-31") else reported  # 10月1日至7日 is over
    if not last or not reported or last[: len(reported)] != reported or fact.period_inferred:
        return None
    return f"{period_text(first)}以来"


COUNTED_UP = "counted_up"  # the flag of a figure that counts up to its day: 截至5月底


def stated_text(fact: Fact, wire: str | None = None) -> str:
    """Return a stated period in words: 2022年以来, 截至2022年5月底; `wire` for the fact's own."""
    period = fact.period or "" if wire is None else wire
    if (since := since_text(fact)) is not None:
        return since
    if COUNTED_UP in fact.flags and "/" not in period and "Q" not in period and "H" not in period:
        return f"截至{day_text(period)}{'' if len(period) == len('2022-05-31') else '底'}"
    return period_text(period)


def states_period(fact: Fact) -> bool:
    """Return whether the source itself states the fact's period, in one reading."""
    return fact.period is not None and not fact.period_inferred and fact.period_alt is None


def span_words(fact: Fact) -> str | None:
    """Return 过去五年 for a span that the source states so, None for any other period."""
    first, _, last = (fact.period or "").partition("/")
    if fact.period_alt is None or fact.period_inferred or not (first.isdigit() and last.isdigit()):
        return None
    years = int(last) - int(first)
    ahead = fact.kind in (Kind.TARGET, Kind.PLAN)
    return f"{'未来' if ahead else '过去'}{_DIGITS[years] if 0 < years < 10 else '数'}年"


def time_text(fact: Fact) -> str:
    """Return the fact's time for a table or a card: the stated period, else the report's date."""
    if states_period(fact):
        return stated_text(fact)
    if fact.period is not None and fact.period_inferred and _BARE_YEAR.search(fact.clause):
        return f"{period_text(fact.period)}（推定）"
    if span_words(fact):
        return f"{span_words(fact)}（{report_text(fact.published)}）"
    return report_text(fact.published)


# --- derived figures --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """What lies between two exact figures: its direction, its size in words, its formula."""

    rises: bool
    size: str  # 约2.5个百分点
    formula: str  # 53.16%－50.7%


def change_between(first: Fact, last: Fact) -> Change | None:
    """Return the change from `first` to `last`; None where it is nil or drowned in rounding.

    It has no more digits than the coarser figure and says 约 where that rounds it (claims 11); the
    change of a % is in 个百分点, whatever the kind.
    """
    exact = last.value - first.value
    step = max(_step(first), _step(last))
    rounded = (abs(exact) / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    if rounded == 0 or abs(rounded - abs(exact)) * 4 > abs(exact):
        return None  # 4%－3.42% is no 约1个百分点
    unit = "个百分点" if last.unit == "%" else last.unit or ""
    about = "约" if rounded != abs(exact) else ""
    formula = f"{figure(last)}－{figure(first)}"
    return Change(exact > 0, about + write_number(rounded, unit), formula)


_WRITTEN = re.compile(r"[\d,，]+(?:[.．](?P<fraction>\d+))?(?P<scale>[百千万亿]*)")


def _step(fact: Fact) -> Decimal:
    """Return the unit of the last digit printed: 0.1 of 50.7%, 100 of 8.63万, 1 of 1600."""
    match = _WRITTEN.match(dense(fact.number_text or ""))
    if match is None:
        return Decimal(1)
    scale = read_number(f"1{match['scale']}")
    return (scale[0] if scale else Decimal(1)).scaleb(-len(match["fraction"] or ""))


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole that an amount and its share imply: its value, its size in words, its formula."""

    value: Decimal
    size: str  # 约718亿元
    formula: str  # 36.55亿元÷5.09%


def implied_whole(share: Fact, amount: Fact) -> Whole:
    """Return the whole of which `amount` is `share` per cent, with no more digits than the coarser
    of the two (claims 11)."""
    exact = amount.value * 100 / share.value
    digits = min(_digits(share), _digits(amount))
    step = Decimal(1).scaleb(exact.adjusted() - digits + 1)
    rounded = (exact / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    size = write_number(rounded, amount.unit or "")
    return Whole(exact, f"约{size}", f"{figure(amount)}÷{figure(share)}")


def _digits(fact: Fact) -> int:
    """Return how many digits of the figure are printed: 3 of 5.09%, 4 of 36.55亿."""
    written = "".join(re.findall(r"\d", dense(fact.number_text or "")))
    return max(len(written.lstrip("0")), 1)
