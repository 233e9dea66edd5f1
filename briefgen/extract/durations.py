"""Durations, ages and numbers of days: what took or lasted so long.

Input: a `Mention`, the noun of its left side and the document's `Desk`. Output: a `Draft`, or None
where no rule names the figure.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.extract.clauses import Clause
from briefgen.extract.drafts import Desk, Draft, Mention
from briefgen.extract.naming import tidy
from briefgen.extract.phrases import read_right
from briefgen.extract.quantities import Quantity
from briefgen.fact import Kind

# 护林员老赵已经守了32年: of one person's life
_OF_A_LIFE = re.compile(
    "(?:[他她我]|老[\u4e00-\u9fff]|员|师傅|大[爷妈叔姐]|夫妇|书记|医生|教师|校长)[^，。；]{0,6}(?:守|干|做|教|种|养|跑|走|住|当|扎根|坚守|坚持)了?(?:近|约|整整|将近)?$"
)
_SPENT = re.compile(r"(?:仅用|仅用时|用时|历时|只用|花了|用)(?:了)?$")


def read_duration(desk: Desk, mention: Mention, noun: str) -> Draft | None:
    """Return a time that something took or lasted, or an age or a number of days of a kind."""
    quantity, left, right = mention.quantity, mention.left.strip(), mention.right
    if noun.endswith(("天数", "小时数", "日数")) or quantity.unit == "岁":
        kind = Kind.LEVEL if quantity.unit == "岁" else Kind.COUNT
        name = tidy(noun)
        return Draft(quantity, mention.clause, mention.clause, kind, name, name) if name else None
    if quantity.unit == "年" and right.startswith(("前", "以前", "之前")):
        return None  # 10年前全村人均收入不到3000元
    if _OF_A_LIFE.search(left) is not None:
        return None
    spent = _SPENT.search(left)
    if spent is not None:
        head = desk.bare(left[: spent.start()])
        if _THEN.match(right) or head in ("结果", "最终", "总共"):
            head = ""  # 园区仅用28天就完成定制化改造
        base = re.sub(r"创造了|的", "", head) or _next_words(desk, mention.clause, quantity)
        return _lasting(mention, base, f"{base}用时")
    told = desk.drafts[-1] if desk.drafts else None
    aside = left.lstrip("，").startswith("（") and told is not None
    if aside and told is not None and told.quantity.unit == quantity.unit:
        return replace(told, quantity=quantity)  # 优良天数首次突破200天（达到207天）
    if _ADDS_UP.match(right):
        return None  # 5年增量预计超过7500亿元
    if left.endswith("平均") and right:
        base = "平均" + right.strip().partition("的")[0]
        return _lasting(mention, base, f"{base}用时")
    base = noun or read_right(right, desk.grammar)
    if base in ("", "时间") and re.match("的时间$", right):  # 2个月的时间，移民搬迁…
        base = _next_words(desk, mention.clause, quantity)
        return _lasting(mention, base, f"{base}用时")
    if not base and right.startswith(("就", "便", "即")):  # 不到三个月就完成了征地拆迁
        base = _next_words(desk, mention.clause, quantity)
        return _lasting(mention, base, f"{base}用时")
    if base.endswith(("时间", "年限", "时限", "期", "寿命", "天数", "年龄")):
        return _lasting(mention, base, base)
    since = quantity.unit == "年" and (right.startswith(("时间", "来", "内")) or "成立" in base)
    return _lasting(mention, base, base + ("年数" if since else "时间"))


_THEN = re.compile(r"(?:的?时间)?(?:内|里)?(?:就|便|即)(?:完成|实现|建成)")


def _lasting(mention: Mention, base: str, name: str) -> Draft | None:
    if not base:
        return None
    return Draft(mention.quantity, mention.clause, mention.clause, Kind.DURATION, name, base)


_ADDS_UP = re.compile("(?:的)?(?:增量|累计|共|总投资|投资|平均)")
_COUNTED = re.compile(
    r"^(?:[0-9.]+[余多]?[万亿]?(?:户|人|名|家|个|亩|宗|栋|公里|平方米|项)[余多]?)+"
)


# what the time was spent under or thanks to is not what was done in it
_NOT_DONE = re.compile("在.*下$|(?:这|也|都)?(?:离不开|得益于|多亏|靠的是|归功于)")


def _next_words(desk: Desk, clause: Clause, quantity: Quantity) -> str:
    """Return what was done in the time told: 仅用48天时间，就完成了195户500人搬迁协议签订."""
    clauses = desk.context.clauses_of(clause.sentence)
    behind = (c for c in clauses if c.index > clause.index)
    texts = desk.context.clause_text
    later = next((c for c in behind if not _NOT_DONE.match(texts(c))), None)
    here = re.sub("^(?:的?时间|里|内)", "", desk.context.text[quantity.end : clause.end])
    words = here if len(here) > 2 or later is None else desk.context.clause_text(later)
    words = re.sub("[0-9.]+[万亿多余]*人口?$", "", words)
    words = re.sub(r"^(?:就|便|即)?(?:成功|顺利)?(?:已)?(?:完成|实现|建成)?了?", "", words)
    return _COUNTED.sub("", words).strip("的")[:20]
