"""Of which themes a statement is.

Input: a context, a paragraph, what it claims or quotes and whose that is. Output: at most two
themes and the sub-topic of the first. What words and headings weigh is `themes`' matter.
"""

from __future__ import annotations

import re

from briefgen.document import Paragraph
from briefgen.extract.context import Context
from briefgen.extract.quick import compiled
from briefgen.extract.short_bodies import Scope
from briefgen.extract.speakers import Speech
from briefgen.extract.statement_joins import Draft
from briefgen.extract.themes import Themes, themes_of
from briefgen.fact import Level

_STOP = re.compile("[。；]")
_REACH = 400  # characters of a sentence before and behind a statement that tell its theme
OPENING = re.compile(
    r"[（(]?[一二三四五六七八九十]+(?:[）)、.．]|是)[^。；：，\d]{4,16}(?:[，、][^。；：，\d]{2,16})*[。；：]"
)
_DWELLINGS = ("镇", "乡", "街道", "社区", "小区", "居民区", "村")
# 访青木镇党委书记李某 over a page says nothing of party work
_OFFICERS = compiled("(?:党委|党工委|党支部|党总支|党组|[区县市镇乡]委)?副?书记")
_RURAL = "城乡融合"


def themes_told(
    context: Context, paragraph: Paragraph, part: Draft | Speech, title: str, whose: Scope
) -> Themes:
    """Return the themes of a statement and its sub-topic; what a village does is of the country."""
    themes, topic = _themes(context, paragraph, part, title, whose[0])
    rural = whose[0].endswith("村") or (len(themes) < 2 and whose[0].endswith(("镇", "乡")))
    if whose[1] is Level.ENTITY and rural and _RURAL not in themes:
        themes = (*themes[:1], _RURAL)
    return themes, topic


def _themes(
    context: Context, paragraph: Paragraph, part: Draft | Speech, title: str, whose: str
) -> Themes:
    """Return the themes of a statement and its sub-topic.

    A clause of which no more than a weak word tells (建设, 项目) is of its sentence's theme. The
    short sentence that opens a report's paragraph (（二）产业平台建设加快。) is a heading too.
    A town's or a quarter's own name says nothing: 柳岸镇慰问老人 is livelihood.
    """
    text, lexicon = context.text, context.lexicon
    clause = context.without_area(_of_all_themes(text[part.start : part.end], context))
    title = context.without_area(title)
    if whose.endswith(_DWELLINGS):
        clause, title = clause.replace(whose, ""), title.replace(whose, "")
    heading = _above(context, paragraph)
    if lexicon.keyword_index.tells(clause):
        named = _of_all_themes(title, context)
        return themes_of(clause, heading, named, lexicon, whose=whose)
    told = themes_of(_sentence(context, paragraph, part), heading, "", lexicon)
    return told if told[0] else _of_paragraph(context, paragraph, heading)


def _above(context: Context, paragraph: Paragraph) -> str:
    """Return what stands over a paragraph's statements: its heading, its first short sentence."""
    known: dict[int, str] = context.remembered[_above]
    if paragraph.start not in known:
        opening = OPENING.match(context.text, paragraph.start, paragraph.end)
        above = context.heading_over(paragraph)
        above = _OFFICERS.sub("", above) if "书记" in above else above
        known[paragraph.start] = above + (opening[0] if opening else "")
    return known[paragraph.start]


def _sentence(context: Context, paragraph: Paragraph, part: Draft | Speech) -> str:
    """Return the words of the sentence around `part`, as far as they lie within reach."""
    text = context.text
    since = max(paragraph.start, part.start - _REACH)
    until = min(paragraph.end, part.end + _REACH)
    first = max(text.rfind(mark, since, part.start) for mark in "。；\n") + 1
    stop = _STOP.search(text, part.end, until)
    return context.without_area(text[max(first, since) : stop.start() if stop else until])


def _of_paragraph(context: Context, paragraph: Paragraph, heading: str) -> Themes:
    """Return the themes of a whole paragraph, told once for all its statements."""
    known: dict[int, Themes] = context.remembered[_of_paragraph]
    if paragraph.start not in known:
        words = context.text[paragraph.start : paragraph.end]
        known[paragraph.start] = themes_of(words, heading, "", context.lexicon)
    return known[paragraph.start]


def _of_all_themes(clause: str, context: Context) -> str:
    """Return `clause` without the names of themes where it names three: it is of none of them."""
    index = context.lexicon.keyword_index
    named = index.named(clause)
    if len(named) < 3:
        return clause
    for place in named:
        clause = clause.replace(index.names[place], "")
    return clause
