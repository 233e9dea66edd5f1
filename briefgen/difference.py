"""What `diff` prints: how the next issue would differ from the last, without making it.

Input: a project and an order. Output: lines on standard output: facts that are new, told otherwise
or gone, and the briefs that would change. It publishes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from briefgen.config import Project
from briefgen.errors import DataError, Notice
from briefgen.fact import Fact
from briefgen.listing import Form, print_rows, shown_value
from briefgen.pipeline import Order, Plan, digest, plan_issue

_HEAD = ("变化", "主题", "指标", "原来", "现在", "来源", "原句")
_NEW, _CHANGED, _GONE, _BRIEF = "新增", "修改", "消失", "简报"


def print_difference(project: Project, order: Order, today: date, form: Form) -> tuple[Notice, ...]:
    """Print what would change, or that nothing would; return what was noticed while reading."""
    plan = plan_issue(project, order, today)
    then = _facts_of(plan)
    rows = [_row(*pair) for pair in compare_facts(then, plan.reading.facts)]
    rows += [dict.fromkeys(_HEAD, "") | {"变化": _BRIEF, "主题": name} for name in _briefs(plan)]
    if rows or form is not Form.TABLE:
        print_rows(_HEAD, rows, form)
    if form is Form.TABLE:
        print(_summary(plan, bool(rows)))
    return plan.notices


def compare_facts(
    then: Sequence[Fact], now: Sequence[Fact]
) -> Iterator[tuple[Fact | None, Fact | None]]:
    """Yield what differs as (then, now): None for what is new, or gone.

    A fact that only moved within its article is the same. It is told otherwise where the same
    measure of the same scope, source and time has another value or wording.
    """
    old, new = _without(then, now), _without(now, then)
    waiting: dict[object, list[Fact]] = {}
    for fact in old:
        waiting.setdefault(_measure(fact), []).append(fact)
    for fact in new:
        before = waiting.get(_measure(fact))
        yield (before.pop(0) if before else None), fact
    for fact in old:
        if fact in waiting[_measure(fact)]:
            yield fact, None


def _without(facts: Iterable[Fact], others: Iterable[Fact]) -> list[Fact]:
    """Return the facts that do not stand among the others with the same words."""
    known: dict[object, int] = {}
    for fact in others:
        known[_words(fact)] = known.get(_words(fact), 0) + 1
    left = []
    for fact in facts:
        if known.get(_words(fact), 0):
            known[_words(fact)] -= 1
        else:
            left.append(fact)
    return left


def _words(fact: Fact) -> object:
    return (*_measure(fact), fact.values, fact.qualifiers, fact.status, "".join(fact.quote.split()))


def _measure(fact: Fact) -> tuple[object, ...]:
    return fact.source, fact.indicator, fact.scope, fact.kind, fact.unit, fact.period


def _facts_of(plan: Plan) -> list[Fact]:
    """Return the facts of the last issue, none where there was none; DataError for damaged ones."""
    if plan.last is None:
        return []
    path = plan.last[0] / "facts.jsonl"
    try:
        lines = path.read_bytes().decode("utf-8", "surrogatepass").split("\n")
        return [Fact.from_wire(json.loads(line)) for line in lines if line]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(
            "the facts of the last issue cannot be read",
            path=path,
            hint="briefgen build --force makes a new issue",
        ) from error


def _briefs(plan: Plan) -> list[str]:
    """Return the briefs that would be another, or come or go, in order."""
    told = plan.last[1].get("briefs") if plan.last else None
    before: dict[str, object] = told if isinstance(told, dict) else {}
    after: dict[str, object] = {b.theme: digest(repr(b)) for b in plan.briefs}
    return [name for name in after | before if before.get(name) != after.get(name)]


def _row(then: Fact | None, now: Fact | None) -> Mapping[str, object]:
    told = now or then
    assert told is not None  # as compare_facts has it
    kind = _NEW if then is None else _GONE if now is None else _CHANGED
    cells = (
        kind,
        "、".join(told.themes),
        told.indicator,
        shown_value(then) if then else "",
        shown_value(now) if now else "",
        told.source,
        "".join(told.quote.split()),
    )
    return dict(zip(_HEAD, cells, strict=True))


def _summary(plan: Plan, differs: bool) -> str:
    if plan.last is None:
        return "还没有出过简报：下一期是第一期"
    since = f"与 {plan.last[0].name} 相比"
    if differs:
        return f"{since}，如上；尚未写出"
    if plan.is_due:
        return f"{since}，内容没有变化；样式、格式或程序有变，下一期会重新写出"
    return f"{since}，没有变化；不会出新的一期"
