"""What is told as expected (预计): the word that a figure takes from its clause or its sentence.

Input: a `Context` and a `Draft`. Output: the word, or None. Whether a figure is a target is told in
`targets`.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context
from briefgen.extract.drafts import Draft
from briefgen.extract.targets import TargetJudge, expectation
from briefgen.fact import Kind, RelationType


def expected_of(context: Context, judge: TargetJudge, draft: Draft, kind: Kind) -> str | None:
    """Return the word of expectation that the figure is told with (预计), or None."""
    clause = draft.clause
    whole = draft.from_clause.sentence == clause.sentence
    if whole and not judge.may_expect(clause):
        return None
    return (
        expectation(context.text[clause.start : draft.quantity.numeral.start])
        or _expected_before(context, clause)
        or _carried_expectation(context, draft, kind)
    )


_EXPECTED_BY = re.compile("(?P<word>预计|预期)(?:[^，]{0,10}(?:年末?|期末|末|底|五)”?)?")


def _expected_before(context: Context, clause: Clause) -> str | None:
    """Return the 预计 of a clause that only says by when: 预计“十三五”末，生产总值突破400亿元.

    预计，全区实现地区生产总值360亿元 likewise.
    """
    if clause.index == 0:
        return None
    before = context.clauses[clause.index - 1]
    if before.sentence != clause.sentence:
        return None
    match = _EXPECTED_BY.fullmatch(context.text, before.start, before.end)
    return match.group("word") if match is not None else None


# 预计，全区实现生产总值360亿元；财政收入21亿元: the first figure's 预计 is that of the list
_OPENED_BY = re.compile(
    r"(?:[0-9]{1,2}月[0-9]{1,2}日，?)?(?:[^。；0-9]{0,40}，)?(?:(?:[0-9]{4}年|全年|今年)，?)?[^，。；0-9]{0,6}?(?P<word>预计|预期)，?(?:到?[0-9]{4}年)?"
)
_AIMS = re.compile("力争|确保|争取|突破")
_OWN_TIME = re.compile(r"(?<![比较])[0-9]{4}年|[0-9]月|季度|上半年|去年|已|目前|截至")


def _carried_expectation(context: Context, draft: Draft, kind: Kind) -> str | None:
    """Return the 预计 that the sentence says before: 预计实现产值6亿元，年入库税金2000万元以上."""
    sentence = context.sentences[draft.clause.sentence]
    if kind is not Kind.TARGET:
        opened = _OPENED_BY.match(context.text, sentence.start, sentence.end)
        if opened is not None:
            since = context.text[opened.end() : draft.quantity.numeral.start]
            return None if _OWN_TIME.search(since) else opened.group("word")
    grown = kind is Kind.GROWTH and draft.tie is RelationType.GROWTH_OF  # …，增长8%左右
    if kind is not Kind.TARGET and not grown:
        return None
    if _AIMS.search(context.text, draft.clause.start, draft.quantity.numeral.start):
        return None  # 增长预期6%，…，力争企业突破160家: its own word says how sure it is
    start = sentence.start
    if grown:  # 预计A…，B 291.5亿元、增长10%: B is told without it
        told = _expected_before(context, draft.from_clause)
        if told is not None:
            return told
        start = draft.from_clause.start
    earlier = context.text[start : draft.clause.start]
    return expectation(re.split("[；;]", earlier)[-1])
