"""Rules for what stands side by side: parts of a whole, shares, counts and rates of one report.

Input: a `Sight`. Output: candidates. Nothing is added up here; a total never stands beside its part
as its equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.chart import ChartKind, Point
from briefgen.charts.courses import is_flow
from briefgen.charts.sight import (
    Candidate,
    Sight,
    grouped,
    make_spec,
    panels,
    times_of,
    tone_of,
)
from briefgen.charts.wording import (
    is_bound,
    is_exact,
    is_expected,
    printed_unit,
)
from briefgen.fact import Fact, Kind, RelationType
from briefgen.lexicon.model import plain_name
from briefgen.telling import figure, time_text

MOST_BARS = 8
_AVERAGE = re.compile("^(?:[日月年周]均|人均|户均|平均|每)")  # no bar beside a total
ENOUGH_TO_LEAD = 4
_WIDEST_SPAN = 500  # between the longest bar and the shortest: beyond it a bar cannot be seen
OPEN = "空心为下限、上限或预计。"

# --- shares -----------------------------------------------------------------------------------


def shares(sight: Sight) -> Iterator[Candidate]:
    """Yield dots from 0 to 100 % for shares that one list tells (claims 8; charts 3).

    Their wholes differ, so nothing is stacked; each name says its own whole, and where the print
    does not, the note says so.
    """
    for panel in panels([f for f in sight.figures if _is_share(f)]):
        for told in grouped(panel, lambda f: f.scope, time_text):
            if 2 <= len(told) <= MOST_BARS:
                yield _shared(sorted(told, key=lambda f: (-f.value, f.start)))


def _is_share(fact: Fact) -> bool:
    if fact.unit != "%" or len(fact.values) != 1 or fact.start_value is not None:
        return False
    if "曾" in fact.indicator:
        return False  # 曾经占68%: not of now
    of_whole = not fact.indicator.endswith(("利率", "汇率", "增长率", "费率", "收益率"))
    rate = fact.kind is Kind.LEVEL and fact.indicator.endswith("率") and of_whole
    return (fact.kind is Kind.SHARE or rate) and 0 <= fact.value <= 100 and not is_expected(fact)


def _shared(told: Sequence[Fact]) -> Candidate:
    points = [Point(f.indicator, f.value, figure(f), (f.id,), tone_of(f)) for f in told]
    bases = {_share_of(f.indicator)[1] for f in told}
    nameless = [f.indicator for f in told if re.search("占比$|比重$", _without_base(f.indicator))]
    same = len(bases) == 1 and "" not in bases
    measure = f"占{next(iter(bases))}的比重" if same else "占各自总体的比重"
    notes = ["分母相同，各项可能重叠，不相加。" if same else "各项的分母不同，不相加。"]
    if nameless:
        notes.append(f"原文未写明分母：{'、'.join(nameless)}。")
    notes += [OPEN] if any(is_bound(f) for f in told) else []
    spec = make_spec(
        ChartKind.SHARES,
        _share_titles(told),
        f"{measure}，%；{told[0].scope}；{times_of(told)}",
        "%",
        points,
        "".join(notes),
    )
    return Candidate(spec, 78 + len(told))


def _without_base(name: str) -> str:
    """Return an empty text where a name holds its whole (占GDP比重, 贡献税收占比)."""
    return "" if re.search("占.+(?:比重|比例|的比)$|贡献.+占比$", name) else name


def _share_of(name: str) -> tuple[str, str]:
    """Return what is measured and its whole: 民营经济增加值 and GDP; an empty whole if unnamed."""
    match = re.fullmatch("(.+?)占(.+?)的?(?:比重|比例|比)", name)
    return (match[1], match[2]) if match else (name, "")


def _share_titles(told: Sequence[Fact]) -> list[str]:
    order = sorted(
        [f for f in told if is_exact(f)] or told,
        key=lambda f: (bool(re.search("占比$", f.indicator)), f.start),
    )
    candidates = []
    if len(order) > 1:
        first, second = order[:2]
        (a, base), (b, other) = _share_of(first.indicator), _share_of(second.indicator)
        if base and base == other:
            short, brief = _without_common_end(a, b)
            pairs = ((a, b), (short, brief))
            candidates += [f"{x}占{figure(first)}，{y}占{figure(second)}" for x, y in pairs]
        tail = _after_common(first.indicator, second.indicator)
        candidates.append(f"{first.indicator}{figure(first)}，{tail}{figure(second)}")
        candidates.append(
            f"{_taking(first.indicator)}{figure(first)}，{_taking(tail)}{figure(second)}"
        )
    return [*candidates, *(f"{f.indicator}{figure(f)}" for f in order)]


def _after_common(first: str, second: str) -> str:
    """Return `second` without what both begin with: 税收占比 after 民营经济增加值占GDP比重."""
    length = 0
    while length < min(len(first), len(second)) and first[length] == second[length]:
        length += 1
    return second[length:] if length >= 2 and len(second) - length >= 2 else second


def _without_common_end(first: str, second: str) -> tuple[str, str]:
    """Return both without what they end with alike: 产值 of 数字制造业产值 and 新兴制造业产值.

    A word that both share before it (制造业) stays: only a measure is cut.
    """
    for measure in ("增加值", "总产值", "产值", "收入", "支出", "投资", "投入"):
        if first.endswith(measure) and second.endswith(measure):
            return first.removesuffix(measure), second.removesuffix(measure)
    return first, second


def _taking(name: str) -> str:
    """Return 增加值占GDP比重 as 增加值占GDP, 税收占比 as 税收占; a blank before a figure."""
    short = re.sub("(?<=占.)?比重$|(?<=占)比$", "", name)
    return f"{short} " if short[-1:].isascii() else short


# --- counts -----------------------------------------------------------------------------------


def bars(sight: Sight) -> Iterator[Candidate]:
    """Yield bars for counts of one subject group in one list (claims 8, 9, 10; charts 2, 6, 8).

    Same source, list, scope, time and unit, the same counted noun (…企业, 家), and all stocks or
    all flows. What is counted by the piece (18条, 20条) means nothing side by side: 条, 项 and 方面
    are never drawn. A total is taken out from among its parts.
    """
    counts = [f for f in sight.figures if _is_count(f)]
    for panel in panels(counts):
        for told in grouped(
            panel, lambda f: f.unit, lambda f: f.scope, time_text, is_flow, _is_added, _noun
        ):
            equals = _without_totals(told)
            if 2 <= len(equals) <= MOST_BARS and _are_visible(equals):
                yield _counted(sorted(equals, key=lambda f: (-f.value, f.start)))


_ADDED = re.compile("新|净增|增加")


def _is_added(fact: Fact) -> bool:
    """Return whether what is counted came new: no bar beside the whole that it came to."""
    return _ADDED.match(fact.indicator) is not None


_LONGER_NOUNS = ("在校学生", "在校生", "毕业生", "合作社", "实验室", "研究院", "志愿者")
_PIECES = frozenset(("条", "项", "方面", "次", "期", "批"))


def _is_count(fact: Fact) -> bool:
    plain = fact.kind is Kind.COUNT and len(fact.values) == 1 and fact.start_value is None
    part = (fact.clause or fact.quote).lstrip().startswith("其中")
    apart = part or _AVERAGE.match(fact.indicator) is not None
    return plain and fact.unit not in _PIECES and not apart and not is_expected(fact)


def _noun(fact: Fact) -> str:
    """Return the last two characters of what is counted: 企业 of 国家级“专精特新”小巨人企业."""
    name = re.sub("(?:总|户|人|个|家)?数量?$|总量$", "", plain_name(fact.indicator))
    return next((word for word in _LONGER_NOUNS if name.endswith(word)), name[-2:])


def _without_totals(told: Sequence[Fact]) -> list[Fact]:
    """Return the facts without those that hold another one: 平台 beside 市级以上平台 (claims 9)."""
    wholes = {r.to for f in told for r in f.relations if r.type is RelationType.PART_OF}
    names = {f.id: plain_name(f.indicator) for f in told}

    def holds(total: Fact, part: Fact) -> bool:
        return total is not part and _is_within(names[total.id], names[part.id])

    return [f for f in told if f.id not in wholes and not any(holds(f, o) for o in told)]


def _is_within(short: str, long: str) -> bool:
    """Return whether all characters of `short` stand in `long` in order: `long` is a narrower kind.

    科技型企业 and 市级科技型企业; equal names count too: two figures of one name are no two kinds.
    """
    rest = iter(long)
    return all(char in rest for char in short)


def _are_visible(told: Sequence[Fact]) -> bool:
    values = [abs(f.value) for f in told]
    return min(values) > 0 and max(values) / min(values) <= _WIDEST_SPAN


def superlatives(told: Sequence[Fact], *titles: str) -> tuple[str, ...]:
    """Return `titles` where enough is compared for a first place to mean something."""
    return titles if len(told) >= ENOUGH_TO_LEAD else ()


def _counted(told: Sequence[Fact]) -> Candidate:
    points = [Point(f.indicator, f.value, figure(f), (f.id,), tone_of(f)) for f in told]
    top, noun = told[0], _noun(told[0])
    lead = f"{top.indicator}{figure(top)}"
    notes = "各类可能重叠，不相加。" + (OPEN if any(is_bound(f) for f in told) else "")
    spec = make_spec(
        ChartKind.BARS,
        [*superlatives(told, f"{lead}，所列{noun}中最多", f"{lead}，所列最多"), lead],
        f"{noun}，{printed_unit(told)}；{top.scope}；{times_of(told)}",
        top.unit or "",
        points,
        notes,
    )
    return Candidate(spec, 78 + 2 * len(told))
