"""Firms told by who speaks for them: 诺明生物创始人刘某说, “…。”东岳精机总经理周某说.

Input: a `Context` and a clause. Output: the firm whose head speaks, or None. Firms told by their
names are found in `firms_told` and `short_bodies`.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context, once_each
from briefgen.extract.short_bodies import Scope
from briefgen.fact import Level

_FAR = 600  # characters back to the firm's head

_MANAGERS = "创始人|董事长|总经理|总裁|首席执行官|合伙人"
OFFICES = f"{_MANAGERS}|总工程师"
_OFFICE = (
    f"(?:的)?副?(?:联合创始人|{_MANAGERS}|(?<![局委办厅院处会])总工程师)"
    "(?:兼[\u4e00-\u9fff]{2,6})?[\u4e00-\u9fff]{2,4}?"
)
_HEADS_FIRM = re.compile(
    f"(?:^|”)(?P<body>(?!公司|企业|该|集团)[\u4e00-\u9fffA-Za-z]{{3,16}}?){_OFFICE}"
    "(?:说|介绍|表示|告诉记者|介绍说|坦言|透露)$"
)
_HEAD_OF = (
    f"(?P<body>(?!公司|企业|该|集团|这家)[\u4e00-\u9fffA-Za-z]{{3,16}}?){_OFFICE}"
    "(?:说|介绍|表示|告诉记者|坦言|透露|告诉)"
)
_HEAD_SPEAKS = re.compile(f"(?:^|[”，。；\n])(?:据)?{_HEAD_OF}")
_QUOTED_BY = re.compile(f"”(?:据)?{_HEAD_OF}")
_OF_THE_AREA = re.compile(
    "全[区县市省国]|[区县市](?:里|内|委|政府)|我[区县市省国]|新区|行业|国内|国家"
)
_HEADS = re.compile(OFFICES)  # a quick look


def head_of_firm(context: Context, clause: Clause) -> Scope | None:
    """Return the firm whose head says 企业: 诺明生物创始人刘某说，企业去年研发投入1.8亿元."""
    told = _heads_told(context, context.sentences[clause.sentence])
    return told[clause.index - context.first_clause[clause.sentence]] if told else None


@once_each
def _heads_told(context: Context, sentence: Sentence) -> tuple[Scope | None, ...]:
    """Return, a clause, the firm whose head has begun to speak of it; () where no head speaks."""
    if _HEADS.search(context.text, sentence.start, sentence.end) is None:
        return ()
    found: list[Scope | None] = []
    told: Scope | None = None
    speaks = False
    for clause in context.clauses_of(sentence.index):
        words = context.clause_text(clause)
        if told is not None:
            speaks = _OF_THE_AREA.match(words) is None
        head = _HEADS_FIRM.search(words)
        if head is not None and head["body"] not in ("公司", "企业", "该公司", "集团"):
            told = (head["body"], Level.ENTITY)
        found.append(told if speaks else None)
    return tuple(found)


@once_each
def headed_before(context: Context, clause: Clause) -> Scope | None:
    """Return the firm whose head has spoken in the paragraph: …东岳精机总经理周某说。这家公司…."""
    paragraph = context.paragraph_of(clause)
    since = max(paragraph.start, clause.start - _FAR)
    told = list(_HEAD_SPEAKS.finditer(context.text, since, clause.start))
    return (told[-1]["body"], Level.ENTITY) if told else None


@once_each
def quoted_head(context: Context, clause: Clause) -> Scope | None:
    """Return the firm whose head is quoted: “现在增加到五条线。”东岳精机总经理周某说."""
    quote = quote_around(context, clause, _FAR)
    if quote is None:
        return None
    match = _QUOTED_BY.match(context.text, quote[1], context.paragraph_of(clause).end)
    return None if match is None else (match["body"], Level.ENTITY)


def quote_around(context: Context, clause: Clause, far: int) -> tuple[int, int] | None:
    """Return where the marks “ and ” around `clause` stand in its paragraph, each at most `far`
    characters away; None where it is in no quote."""
    text, paragraph = context.text, context.paragraph_of(clause)
    close = text.find("”", clause.start, min(paragraph.end, clause.start + far))
    if close < 0:
        return None
    opened = text.rfind("“", max(paragraph.start, clause.start - far), clause.end)
    if opened < 0 or "”" in text[opened : clause.start]:
        return None
    return opened, close
