"""How a fact's own words are printed: its figure with hedge and unit, its time, its clause.

Input: one fact. Output: Chinese text that says no more than the source. It chooses nothing and
joins nothing: that is done in `messages` and `sentences`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from briefgen.fact import Fact, Kind

_BEFORE = "不少于|不低于|不高于|不超过|超过|突破|接近|大约|约为|不足|不到|至少|将近|约|近|超|逾|过"
_AFTER = "以上|以下|左右|以内|之内|上下"
EXPECTED = ("预计", "预期", "力争", "有望")
_COUNTERS = "个月|个百分点|平方公里|平方米|名|位|人|家|户|个|项|条|所|栋|台|辆|口|月|年|天|倍"
# words that tie a clause to what stood before it: “同时，新增…”, “例如成功解决…”
_LEADING = re.compile(
    r"^(?:(?:同时|此外|另外|例如|比如|其中|据了解|据悉|随后|随即|接着|与此同时|目前|截至目前|如今|现在|近日|日前|最近)"
    r"[，、：]?|(?:并且|并(?!购|网|轨|联)|还(?![款贷迁田林湿])|也|又|而|且|就(?=已|完成|形成)"
    r"|要(?![求素点闻道案]))(?=[\u4e00-\u9fff]))+"
)
_OURS = re.compile("我([省市区县])")
_RELATIVE_YEAR = {"去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "前年": -2}
_RELATIVE = re.compile("|".join(_RELATIVE_YEAR))
_NOW = re.compile(r"截至目前|目前|当前|如今|眼下")
_RECENTLY = re.compile(r"近日|日前|最近")
_BARE_YEAR = re.compile(r"(?<!年)全年")
_BARE_DAY = re.compile(r"(?<![年\d])(?=\d{1,2}月\d{1,2}日)")


def squeeze(text: str) -> str:
    """Return `text` as it reads: no line breaks, and spaces only between Latin words."""

    def space(match: re.Match[str]) -> str:
        around = match.string[match.start() - 1], match.string[match.end()]
        latin = all("!" <= c <= "~" for c in around)
        return " " if latin and not all(c in "0123456789.,:%" for c in around) else ""

    return re.sub(r"\s+", space, text.strip())


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


def _plain_unit(fact: Fact) -> str:
    unit, number = fact.unit or "", fact.number_text or ""
    if fact.kind in (Kind.RANK, Kind.RATIO) or unit in ("%", "倍") or number.endswith(unit):
        return ""
    return unit


def short_name(fact: Fact) -> str:
    """Return the indicator without the words that say how it is measured (…全市排名, …同比增速)."""
    name = re.sub(r"(?:同比|年均|比上年)?(?:增速|增长率|增长倍数|增幅)$", "", fact.indicator)
    return re.sub(r"(?<=.)排名$|位次$", "", name) or fact.indicator


def absolute(text: str, fact: Fact) -> str:
    """Return `text` with 去年, 今年, 目前 told from the article's date, never from the issue's.

    A bare “4月28日” or “全年” gets the year of the fact's own period, marked 推定 where that year
    is inferred (“全年新增市场主体2.5万户” told the next May). Without a date nothing changes.
    """
    if fact.published is None:
        return text
    year = int(fact.published[:4])
    text = _RELATIVE.sub(lambda m: f"{year + _RELATIVE_YEAR[m.group()]}年", text)
    text = _RECENTLY.sub("", _NOW.sub("报道时", text))
    if fact.period is not None:
        text = _BARE_DAY.sub(f"{fact.period[:4]}年", text, count=1)
        mark = "（推定）" if fact.period_inferred else ""
        text = _BARE_YEAR.sub(f"{fact.period[:4]}年{mark}全年", text, count=1)
    return text


def clause_text(fact: Fact) -> str:
    """Return the fact's clause as a brief prints it: no leading link word, absolute times."""
    text = _LEADING.sub("", squeeze(fact.clause)).strip("，、；。：！!")
    text = _OURS.sub(r"全\1", absolute(text, fact).lstrip("，、；"))
    return text.strip("“") if text.count("“") > text.count("”") else text


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
    reported = (fact.published or "")[:7]
    if not last or not reported or last[: len(reported)] != reported or fact.period_inferred:
        return None
    return f"{period_text(first)}以来"


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
        return since_text(fact) or period_text(fact.period or "")
    if fact.period is not None and fact.period_inferred and _BARE_YEAR.search(fact.clause):
        return f"{period_text(fact.period)}（推定）"
    if span_words(fact):
        return f"{span_words(fact)}（{report_text(fact.published)}）"
    return report_text(fact.published)
