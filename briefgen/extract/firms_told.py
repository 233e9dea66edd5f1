"""Firms told before by their names: whom 公司, 该企业 or 我们 means.

Input: a `Context` and a clause that speaks of a firm. Output: the firm. Whether a clause speaks of
one is told in `scope`.
"""

from __future__ import annotations

import re

from briefgen.extract.body_names import subject_start
from briefgen.extract.clauses import Clause
from briefgen.extract.context import Context, once_each
from briefgen.extract.firm_heads import headed_before, quote_around
from briefgen.extract.short_bodies import Scope, firm_like, named_in_paragraph
from briefgen.fact import Level

_THIS_FIRM = re.compile("(?:这家|该)(?:公司|企业)")
_SPOKEN_BY = re.compile(
    r"”[^。；”“]{0,6}?(?P<firm>[\u4e00-\u9fffA-Za-z（）()]{4,24}?(?:公司|集团|厂|合作社))"
    r"(?:党委书记|董事长|总经理|副总|负责人|创始人|相关|行政|技术|生产|理事长|厂长|有关)"
)


def firm_told(context: Context, clause: Clause) -> Scope | None:
    """Return the firm that 公司 or 这家企业 means; one that nobody names is still no district."""
    named = _speakers_firm(context, clause) or headed_before(context, clause)
    named = named or _last_firm(context, clause.start) or _firm_like_before(context, clause)
    named = named or named_in_paragraph(context, clause, _FIRM_ENDS)
    if named is None and (this := _THIS_FIRM.match(context.text, subject_start(context, clause))):
        return this.group(), Level.ENTITY
    return named


_SAID_FOR_FIRM = re.compile(
    "”，?(?:该?(?:公司|企业|集团|厂)(?:相关|有关|行政|技术|生产|销售|财务)?(?:负责人|副总|经理|总监)"
    "|(?:该?(?:公司|企业|集团|厂))?(?:董事长|总经理|厂长))[\u4e00-\u9fff]{2,4}?(?:说|介绍|表示|告诉|坦言|透露)"
)


# 盛达果业是综保区的老企业。总经理马某给记者算账：“…”
_OFFICER_SAYS = re.compile(
    "(?:^|[。！？\n”])(?:公司|企业)?(?:副?总经理|董事长|厂长)[\u4e00-\u9fff]{2,4}?"
    "(?:说|介绍|表示|告诉记者|算账|给[^，。；“]{2,6})[^，。；“”]{0,6}[：，]$"
)


@once_each
def is_said_for_firm(context: Context, clause: Clause) -> bool:
    """Return whether an officer of a firm that is not named again says what `clause` tells:
    “一季度产值4.2亿元。”公司负责人说."""
    paragraph, text = context.paragraph_of(clause), context.text
    quote = quote_around(context, clause, paragraph.end - paragraph.start)
    if quote is None:
        return False
    opened, close = quote
    if _SAID_FOR_FIRM.match(text, close) is not None:
        return True
    said = text[max(paragraph.start, opened - 40) : opened]
    return _OFFICER_SAYS.search(said) is not None


_FIRM_ENDS = ("公司", "集团")
_BACK = 30  # clauses in which a firm is looked for


def _firm_like_before(context: Context, clause: Clause) -> Scope | None:
    """Return the firm of the paragraph that is named without 公司: 在华芯光电的洁净车间里，…."""
    for at in range(clause.index - 1, max(-1, clause.index - _BACK), -1):
        before = context.clauses[at]
        if before.paragraph != clause.paragraph:
            break
        if (name := firm_like(context, before)) is not None:
            return name, Level.ENTITY
    return None


def _speakers_firm(context: Context, clause: Clause) -> Scope | None:
    """Return the firm whose officer is quoted: “公司销售收入已达6.8亿元。”某公司总经理说."""
    paragraph = context.paragraph_of(clause)
    close = context.text.find("”", clause.start, paragraph.end)
    opened = context.text.rfind("“", paragraph.start, clause.end)
    if close < 0 or opened < 0 or "”" in context.text[opened : clause.start]:
        return None
    match = _SPOKEN_BY.match(context.text, close, paragraph.end)
    return (match.group("firm"), Level.ENTITY) if match else None


def _last_firm(context: Context, before: int) -> Scope | None:
    """Return the firm of which the last full name begins within reach before `before`."""
    last = max(context.firms_in(max(0, before - 800), before), default=None)
    return None if last is None else (last[1], Level.ENTITY)
