"""Rules for a whole and its parts: a ratio that makes 100, parts that add up, a part and the rest.

Input: a `Sight`. Output: candidates. A part is one only where the source ties it to its whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefgen.chart import ChartKind, Point, Tone
from briefgen.charts.groups import MOST_BARS
from briefgen.charts.sight import Candidate, Sight, make_spec, times_of, tone_of
from briefgen.charts.wording import is_exact, printed_unit
from briefgen.fact import Fact, Kind, Level, RelationType
from briefgen.numerals import write_number
from briefgen.telling import change_between, figure, time_text

# what a ratio's terms are called where its name does not list them
_PARTS = {
    "三次产业": ("第一产业", "第二产业", "第三产业"),
    "三产": ("第一产业", "第二产业", "第三产业"),
    "一二三产": ("第一产业", "第二产业", "第三产业"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
}
_RATIO_TAIL = re.compile(r"(?:的)?(?:结构|构成|占比|比例|比重|比)+$")


def stacked(sight: Sight) -> Iterator[Candidate]:
    """Yield one bar for a ratio whose terms make a whole of 100 (claims 8; charts 3).

    Only where the terms have names and add up to 100 but for rounding: 2.6：48.8：48.6. A ratio of
    incomes (1.8：1) is no whole.
    """
    for fact in sight.figures:
        names = _part_names(fact)
        total = sum(fact.values, Decimal(0))
        if len(names) != len(fact.values) or abs(total - 100) > Decimal("0.1") * len(names):
            continue
        points = [
            Point(name, value, write_number(value, "%"), (fact.id,), tone_of(fact))
            for name, value in zip(names, fact.values, strict=True)
        ]
        first, second = sorted(points, key=lambda p: -p.value)[:2]
        printed = "".join((fact.number_text or "").split())
        spec = make_spec(
            ChartKind.STACKED,
            [f"{first.label}占{first.shown}，{second.label}{second.shown}", fact.indicator],
            f"{fact.indicator}，%；{fact.scope}；{time_text(fact)}",
            "%",
            points,
            f"原文写作{printed}。",
        )
        yield Candidate(spec, 72)


def _part_names(fact: Fact) -> tuple[str, ...]:
    if fact.kind is not Kind.RATIO or min(fact.values) < 0:
        return ()
    subject = _RATIO_TAIL.sub("", fact.indicator)
    known = [names for word, names in _PARTS.items() if subject.endswith(word)]
    listed = tuple(part for part in re.split("[、：:]", subject) if part)
    return known[-1] if known else listed if len(listed) > 1 else ()


def progress(sight: Sight) -> Iterator[Candidate]:
    """Yield one bar for a whole and the part that the source ties to it (claims 6, 11; charts 5).

    The rest is derived, drawn outlined, and only from two exact figures; no bar where rounding
    drowns it (136人 of 1.2万人). Where several parts of one whole are told, they may overlap, and
    none is drawn; nor is a part that bears its whole's name (成果17项，其中2项在全国推广).
    """
    for whole, told in _tied(sight):
        part = told[0]
        named = part.indicator != whole.indicator
        one = len({(f.indicator, f.values) for f in told}) == 1
        if named and one and 0 < part.value < whole.value:
            rest = change_between(part, whole)
            if rest is not None:
                yield _progressed(part, whole, rest.size)


def summed(sight: Sight) -> Iterator[Candidate]:
    """Yield one bar for parts that the source ties to their whole and that add up to it.

    地区生产总值724.36亿元: 17.83, 352.10 and 354.43. Each may be rounded by half its last digit;
    parts that fall short of the whole may overlap, or some are not told (claims 8): no bar.
    """
    for whole, told in _tied(sight):
        parts = list({f.indicator: f for f in told}.values())
        slack = sum((_half_a_digit(f) for f in (whole, *parts)), Decimal(0))
        gap = abs(sum((f.value for f in parts), Decimal(0)) - whole.value)
        if 2 <= len(parts) <= MOST_BARS and gap <= slack and min(f.value for f in parts) > 0:
            yield _summed(whole, sorted(parts, key=lambda f: f.start))


def _tied(sight: Sight) -> Iterator[tuple[Fact, list[Fact]]]:
    """Yield each whole with the parts that its own source ties to it, all exact, of one unit."""
    known = {f.id: f for f in sight.sound if f.level is not Level.ENTITY and _is_plain(f)}
    parts: dict[str, list[Fact]] = {}
    for fact in known.values():
        for relation in fact.relations:
            if relation.type is RelationType.PART_OF and relation.to in known:
                parts.setdefault(relation.to, []).append(fact)
    for whole_id, told in parts.items():
        whole = known[whole_id]
        if all((f.unit, f.source) == (whole.unit, whole.source) for f in told):
            yield whole, told


def _is_plain(fact: Fact) -> bool:
    amount = fact.kind in (Kind.COUNT, Kind.LEVEL) and fact.unit is not None and fact.unit != "%"
    return amount and len(fact.values) == 1 and is_exact(fact)


def _half_a_digit(fact: Fact) -> Decimal:
    """Return how far rounding may have moved a figure: 0.005亿元 of 17.83亿元, none of a count."""
    text = fact.number_text or ""
    if fact.kind is Kind.COUNT and text.isdigit():
        return Decimal(0)
    decimals = len(re.sub(r"\D", "", text.partition(".")[2]))
    scale = {"万": 4, "亿": 8}.get(text[-1:], 0)
    return Decimal(5).scaleb(scale - decimals - 1)


def _summed(whole: Fact, parts: Sequence[Fact]) -> Candidate:
    points = [Point(f.indicator, f.value, figure(f), (f.id, whole.id), tone_of(f)) for f in parts]
    first, second = sorted(points, key=lambda p: -p.value)[:2]
    total = f"{whole.indicator}{figure(whole)}"
    spec = make_spec(
        ChartKind.STACKED,
        [f"{first.label}{first.shown}，{second.label}{second.shown}", total],
        f"{whole.indicator}，{printed_unit((whole, *parts))}；{whole.scope}；{times_of((whole,))}",
        whole.unit or "",
        points,
        f"各项合计为{total}，原文写明是其组成部分。",
    )
    return Candidate(spec, 74)


def _progressed(part: Fact, whole: Fact, rest_shown: str) -> Candidate:
    unit, rest = whole.unit or "", whole.value - part.value
    subject, done = _subject(part, whole)
    total, part_shown = figure(whole), figure(part)
    both = (whole.id, part.id)
    points = (
        Point(done, part.value, part_shown, (part.id,)),
        Point("其余（推算）", rest, rest_shown, both, Tone.DERIVED),
    )
    spec = make_spec(
        ChartKind.PROGRESS,
        [
            *(f"{name}{total}，{done}{part_shown}" for name in (whole.indicator, subject)),
            f"{part.indicator}{part_shown}",
        ],
        f"{subject}，{printed_unit((whole, part))}；{whole.scope}；{times_of((whole, part))}",
        unit,
        points,
        f"其余{rest_shown}为推算：{total}－{part_shown}。",
    )
    return Candidate(spec, 90)


def _subject(part: Fact, whole: Fact) -> tuple[str, str]:
    """Return what both count, and what was done with the part: 企业问题 and 已办结.

    已办结企业问题 and 收集梳理企业问题 end alike; where two names do not, both stay whole.
    So do those of amounts: 税收收入 and 一般公共预算收入 are not 税收 and 收入;
    4A级景区2个 of A级景区7个 is not 42个.
    """
    a, b = part.indicator, whole.indicator
    length = 0
    while length < min(len(a), len(b)) and a[-1 - length] == b[-1 - length]:
        length += 1
    done = a[:-length] if length else a
    if length < 2 or not done or done[-1].isascii() or part.kind is not Kind.COUNT:
        return b, a
    return a[-length:], done
