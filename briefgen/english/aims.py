"""What a target asks to be done, and figures whose names cannot be theirs.

Input: facts and the English names of their measures. Output: a deed in English, or yes and no. It
writes no sentence.
"""

from __future__ import annotations

import re

from briefgen.english.heads import head_of, is_plural_name
from briefgen.english.moves import own_words
from briefgen.fact import Fact, Kind

_DEEDS = {
    "培育": "fostered", "引进": "brought in", "招引": "brought in", "新增": "added",
    "实施": "carried out", "开展": "carried out", "开工": "started", "签约": "signed",
    "建设": "built", "新建": "built", "建成": "completed", "改造": "renovated", "打造": "created",
    "创建": "created", "创成": "created", "开通": "opened", "完成": "completed", "选派": "sent",
    "认定": "recognised", "布局": "set up", "竣工": "completed", "投产": "put into production",
}  # fmt: skip
_TOTAL = re.compile("[达超破]|增至|提高|总数|总量|累计|保有|控制|稳定|保持")
_AMOUNTS = frozenset(
    ("income", "incomes", "revenue", "output", "investment", "profits", "exports", "imports",
     "loans", "sales", "taxes", "rate", "share",
     "spending", "expenditure", "funds", "cost", "costs", "coverage", "price", "prices",
     "turnover", "value")
)  # fmt: skip
_COUNTERS = frozenset("个家名位人条所座件口户台辆支场处起例张只头")


def to_be_done(fact: Fact, name: str, unit: str) -> str | None:
    """Return what is to be done with what a target counts: 培育企业50家 is no total of 50.

    `unit` is the English unit that the figure has, empty where its name says what is counted.
    """
    before = own_words(fact).partition(fact.number_text or "\x00")[0]
    found = [d for d in _DEEDS if d in before]
    counted = is_plural_name(name) and not unit
    if fact.kind is not Kind.TARGET or not counted or not found or _TOTAL.search(before):
        return None
    return _DEEDS[max(found, key=before.rfind)]


def is_amiss(fact: Fact, name: str) -> bool:
    """Return whether a count of things has the name of an amount: 104个行政村收入达10万元."""
    counts = fact.kind is Kind.COUNT and (fact.unit or "") in _COUNTERS
    return counts and head_of(name) in _AMOUNTS and name[:1] != "“"
