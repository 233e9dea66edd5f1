"""Rules for what changed: pairs of reports, a line of several, a start and an end, a target.

Input: a `Sight`. Output: candidates. No rule compares what differs in unit, scope or wording, nor a
stock with a flow; none computes with a hedge, a bound or an expectation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefgen.chart import ChartKind, Point, Tone
from briefgen.charts.sight import Candidate, Sight, grouped, is_sound, make_spec, times_of, tone_of
from briefgen.charts.wording import (
    is_exact,
    is_expected,
    printed_unit,
)
from briefgen.fact import Fact, Kind, Level, RelationType, Series
from briefgen.lexicon.model import plain_name
from briefgen.telling import (
    COUNTED_UP,
    Change,
    change_between,
    dense,
    figure,
    period_text,
    report_text,
    start_figure,
    states_period,
    time_text,
)

_MEASURED = frozenset({Kind.LEVEL, Kind.COUNT, Kind.SHARE})
# 全年新增2.5万户: an amount over a time, comparable only where the times are stated
FLOW_WORDS = (
    "新增", "净增", "全年", "当年", "年内", "新建", "新开", "新设", "新登记", "新签约", "新引进",
    "新培育", "新认定", "累计", "完成", "解决", "办结", "惠及", "签订", "建成", "改造", "选派",
    "培训", "投资额", "到位资金",
)  # fmt: skip
_MOST_PANELS = 4


def is_flow(fact: Fact) -> bool:
    """Return whether the figure is an amount over a time (新增2.5万户), not one at a moment."""
    at = None if fact.number_start is None else fact.number_start - fact.start
    before = fact.quote[:at]
    return any(word in text for word in FLOW_WORDS for text in (fact.indicator, before))


def _comparable(series: Series, sight: Sight) -> bool:
    """Return whether all facts measure the same in the same way, each from another report."""
    facts = series.facts
    sound = all(
        is_exact(f)
        and f.kind in _MEASURED
        and len(f.values) == 1
        and f.level is Level.DISTRICT
        and f.scope not in (*sight.area.entities, sight.area.region)
        and is_sound(f)
        and (states_period(f) or f.published is not None)
        for f in facts
    )
    one = len({(f.unit, f.scope, is_flow(f)) for f in facts}) == 1
    apart = len({f.source for f in facts}) == len({time_text(f) for f in facts}) == len(facts)
    return sound and one and apart and (not is_flow(facts[0]) or _same_length(facts))


def _same_length(facts: Sequence[Fact]) -> bool:
    """Return whether flows are stated for whole years each, or for the same part of a year."""
    if not all(states_period(f) and "/" not in (f.period or "") for f in facts):
        return False
    return len({(f.period or "")[4:] for f in facts}) == 1


def pairs(sight: Sight) -> Iterator[Candidate]:
    """Yield pairs of bars for measures that two reports tell (claims 1, 11; charts 6, 7, 9).

    Inferred periods are labelled by report: 2021年12月报道, never 2021年. Measures told by the same
    two reports stand in panels with an axis each; the change is derived and says so.
    """
    told = [s for s in sight.series if len(s.facts) == 2 and _comparable(s, sight)]
    groups: dict[tuple[str, ...], list[Series]] = {}
    for series in told:
        groups.setdefault(tuple(time_text(f) for f in series.facts), []).append(series)
    for same in groups.values():
        same = [s for s in same if _main(s, sight)] or same
        same.sort(key=lambda s: (-_main(s, sight), _is_part(s), -_stride(s), s.indicator))
        yield _paired(same[:_MOST_PANELS])


def _moves(series: Series) -> bool:
    """Return whether the reports tell two values at all: 100% twelve times is a sentence."""
    return len({f.value for f in series.facts}) > 1


def _main(series: Series, sight: Sight) -> int:
    return sum(f.themes[:1] == (sight.theme,) for f in series.facts)


def _is_part(series: Series) -> bool:
    """Return whether the reports tell the measure as a part of another: 第一产业增加值."""
    return all(any(r.type is RelationType.PART_OF for r in f.relations) for f in series.facts)


def _stride(series: Series) -> Decimal:
    """Return the relative change: what moved most is shown first."""
    first, last = series.facts[0].value, series.facts[-1].value
    return abs(last - first) / abs(first) if first else Decimal(1)


def _paired(told: Sequence[Series]) -> Candidate:
    facts = [f for s in told for f in s.facts]
    units = {s.unit for s in told}
    points = [
        Point(time_text(f), f.value, figure(f), (f.id,), tone, s.indicator if told[1:] else "")
        for s in told
        for f, tone in zip(s.facts, (Tone.EARLIER, Tone.ACTUAL), strict=True)
    ]
    measures = "、".join(f"{s.indicator}（{printed_unit(s.facts)}）" for s in told)
    return Candidate(
        make_spec(
            ChartKind.PAIRS,
            [title for s in told for title in _pair_titles(s)],
            f"{measures}；{facts[0].scope}；{times_of(facts)}",
            next(iter(units)) if len(units) == 1 else "",
            points,
            _pair_note(told),
        ),
        100 + 5 * (len(told) - 1),
    )


def _moved(series: Series, change: Change) -> str:
    words = ("升", "降") if series.unit == "%" else ("增", "减")
    return words[0 if change.rises else 1] + change.size


def _names(series: Series) -> list[str]:
    """Return the names that the reports use, latest first, then the series' own."""
    told = [f.indicator for f in reversed(series.facts)]
    return list(dict.fromkeys((*told, series.indicator)))


def _pair_titles(series: Series) -> list[str]:
    first, last = series.facts[0], series.facts[-1]
    change, names = change_between(first, last), _names(series)
    if change is None:
        same = first.value == last.value
        return [f"{n}两次报道{'持平' if same else '变化不大'}" for n in names]
    moved = _moved(series, change)
    known = states_period(first) and states_period(last)
    since = f"比{period_text(first.period or '')}" if known else "两次报道间"
    return [f"{n}{between}{moved}" for between in (since, "") for n in names]


def _pair_note(told: Sequence[Series]) -> str:
    derived, said = [], []
    for series in told:
        change = change_between(series.facts[0], series.facts[-1])
        if change is not None:
            derived.append(f"{series.indicator}{_moved(series, change)}（{change.formula}）")
        wordings = list(dict.fromkeys(f.indicator for f in series.facts))
        if len(wordings) > 1:
            said.append(f"两次报道的名称不同：{'、'.join(wordings)}")
    if any(s.indicator.endswith(_AT_PRICES) for s in told) and derived:
        said.append("绝对数相减，与可比价增速口径不同")
    if derived:
        said.insert(0, f"推算：{'；'.join(derived)}")
    if any(not states_period(f) for s in told for f in s.facts):
        said.append("统计时点未注明的，按报道时间标注")
    return "".join(f"{s}。" for s in said)


_AT_PRICES = ("生产总值", "增加值", "总产值")  # whose growth is told at constant prices


def lines(sight: Sight) -> Iterator[Candidate]:
    """Yield a line where three or more reports tell one measure (charts 6); fewer make no line."""
    for series in sight.series:
        if len(series.facts) < 3 or not _moves(series) or not _comparable(series, sight):
            continue
        points = [Point(time_text(f), f.value, figure(f), (f.id,)) for f in series.facts]
        first, last = series.facts[0], series.facts[-1]
        verb = _turn(last.value - first.value, series.unit)
        course = f"由{figure(first)}{verb}{figure(last)}"
        titles = [f"{n}{course}" for n in _names(series)] + [course]
        measure = f"{series.indicator}，{printed_unit(series.facts)}"
        subtitle = f"{measure}；{first.scope}；{times_of((first, last))}"
        spec = make_spec(ChartKind.LINE, titles, subtitle, series.unit, points)
        yield Candidate(spec, 106)


def _turn(difference: Decimal, unit: str) -> str:
    up, down = ("升至", "降至") if unit in ("%", "‰", "") else ("增至", "减至")
    return up if difference > 0 else down if difference < 0 else "到"


def _measured_alike(fact: Fact) -> bool:
    """Return whether a change's start is an exact figure of the same unit as its end."""
    start = start_figure(fact)
    return start[:1].isdigit() and start.endswith(fact.unit or "")


def from_to(sight: Sight) -> Iterator[Candidate]:
    """Yield two bars for a change whose start its sentence tells (由1.2%降至0.8%; claims 6).

    Nothing where one bar would have no length (降至零), or the two are not measured alike: in
    another unit (由3天压缩至4小时), or from a bound (由不足5万元增加到48万元).
    """
    for fact in sight.figures:
        if fact.start_value is None or len(fact.values) != 1 or not is_exact(fact):
            continue
        if not (fact.value and fact.start_value.value and _measured_alike(fact)):
            continue
        unit, start, end = fact.unit or "", start_figure(fact), figure(fact)
        verb = _turn(fact.value - fact.start_value.value, unit)
        before, after = _sides(fact)
        points = (
            Point(before, fact.start_value.value, start, (fact.id,), Tone.EARLIER),
            Point(after, fact.value, end, (fact.id,)),
        )
        name, course = fact.indicator, f"由{start}{verb}{end}"
        measure = f"{name}，{unit}" if unit else name
        subtitle = f"{measure}；{fact.scope}；{time_text(fact)}"
        titles = [f"{name}{course}", course]
        yield Candidate(make_spec(ChartKind.PAIRS, titles, subtitle, unit, points), 64)


_YEAR_NAMED = re.compile("(?P<year>20[0-9]{2})年的?$")
_YEAR_BEFORE = re.compile("[由从]?(?:上年|去年|上一年)的?$")


def _sides(fact: Fact) -> tuple[str, str]:
    """Return the names of a change's two ends: years where its sentence says so
    (由上年的1.69缩小至1.67), else before and after."""
    assert fact.start_value is not None
    ahead = fact.quote[: max(fact.start_value.start - fact.start, 0)]
    year = fact.period or ""
    named = _YEAR_NAMED.search(dense(ahead))
    if states_period(fact) and len(year) == len("2023"):
        if named is not None and named["year"] < year:
            return f"{named['year']}年", f"{year}年"
        if _YEAR_BEFORE.search(dense(ahead)):
            return f"{int(year) - 1}年", f"{year}年"
    return "变化前", "变化后"


def targets(sight: Sight) -> Iterator[Candidate]:
    """Yield a target beside the latest figure of the same measure (claims 13; charts 7).

    No distance is computed. Both are outlined unless the latest figure is an exact fact. 翻番 has
    no length without its base (claims 12); a target whose time is past is no target (claims 2).
    """
    newest = max((f.published or "" for f in sight.sound), default="")
    for told in grouped(sight.figures, lambda f: (plain_name(f.indicator), f.unit, f.scope)):
        aims = [f for f in told if f.kind is Kind.TARGET and _is_open(f, newest)]
        now = [f for f in told if f.kind in _MEASURED and (not is_flow(f) or _of_a_year(f))]
        if len(aims) != 1 or not now or aims[0].unit == "倍":
            continue
        if _is_of_like_time(now[-1], aims[0]):
            yield _aimed(now[-1], aims[0])


def _is_of_like_time(now: Fact, aim: Fact) -> bool:
    """Return whether an amount of money or goods may stand beside its target: no half year's
    beside a year's."""
    part = states_period(now) and len(now.period or "") > len("2024") and now.unit != "%"
    counted = COUNTED_UP in now.flags or now.kind is Kind.COUNT
    return not part or counted or len(aim.period or "") > len("2024")


def _of_a_year(fact: Fact) -> bool:
    """Return whether the figure is of one stated year (2025年完成326.8亿元), as its target is."""
    return states_period(fact) and len(fact.period or "") == 4


def _is_open(fact: Fact, newest: str) -> bool:
    last = (fact.period or "9999").rsplit("/", 1)[-1]
    return last >= newest[: len(last)]


def _aimed(now: Fact, aim: Fact) -> Candidate:
    when = period_text(aim.period or "") if states_period(aim) else report_text(aim.published)
    shown = figure(aim)
    state = "（预计）" if is_expected(now) else ""
    points = (
        Point(time_text(now) + state, now.value, figure(now), (now.id,), tone_of(now)),
        Point(f"目标（{when}）", aim.value, shown, (aim.id,), Tone.EXPECTED),
    )
    goal = shown if shown.startswith("目标") else f"目标{shown}"
    doubtful = not is_exact(now) or any(q not in ("目标", "力争") for q in aim.qualifiers)
    note = "斜线为预计、下限或目标；两数不都是确数，不计差距。" if doubtful else "斜线为目标。"
    spec = make_spec(
        ChartKind.TARGET,
        [f"{aim.indicator}{goal}", goal],
        f"{aim.indicator}，{printed_unit((now, aim))}；{aim.scope}；{times_of((now, aim))}",
        aim.unit or "",
        points,
        note,
    )
    return Candidate(spec, 76)
