"""Figures of no time that a brief could tell: of a past that nobody dates, compared with, supposed.

Input: a context, and a clause with where its figure begins. Output: why the figure is no fact, or
None. What carries a year is read by `periods`.
"""

from __future__ import annotations

import re

from briefgen.extract.clauses import Clause, Sentence
from briefgen.extract.context import Context, once_each
from briefgen.extract.periods import is_before

_ONCE = re.compile(
    "过去(?=[，只仅没全这]|大家|的时候)|(?<![月日底末号年])以前，|从前，|往年"
    "|(?:高峰|鼎盛)(?:时期?|期)|(?:最多|最高|最低|最少)(?:的?时候?，|时期)|一度(?=高?达|超|只|仅|跌|不足)"
    "|(?<![0-9〇零])(?:[0-9]{1,2}|[一二三四五六七八九十两几数多]{1,3})年(?:以|之)?前(?=，|[全这我只]|的?时候)"
    "|(?:解放|建国|改革开放)(?:以前|之前|前|之?初)"
)
# 如今只剩8座; 现在达到8.6万亩: told of today again
_NOW = re.compile("如今|现|目前|今|已|后来|[到至增升扩降减变]|[0-9]{4}年")
_THEN = re.compile("(?:去年|上年|前年)同期(?:仅|只|就)?(?:为|是|有|达)?$")
_IF = re.compile("(?:^|[，。；：])(?:如果|若(?![干羌非隐无])|倘若|假如|假设|一旦)")


def why_unreal(context: Context, clause: Clause, start: int) -> str | None:
    """Return why the figure at `start` says nothing of the time that is reported on, or None."""
    if is_before(context, clause, start):
        return "of the time before a year"
    text = context.text
    near = "同期" in text[max(clause.start, start - 4) : start]
    if near and _THEN.search(text, clause.start, start) is not None:
        return "of the time compared with"
    sentence = context.sentences[clause.sentence]
    if not (words := _words(context, sentence)):
        return None
    said = text[sentence.start : start]
    once = max((end for end, past in words if past and end <= len(said)), default=None)
    if once is not None and _NOW.search(said, once) is None and not said.endswith("的"):
        return "of a past that nobody dates"
    supposed = any(not past and end <= len(said) for end, past in words)
    return "supposed" if supposed else None


@once_each
def _words(context: Context, sentence: Sentence) -> tuple[tuple[int, bool], ...]:
    """Return where words end that tell of the past (True) or of what is supposed (False)."""
    said = context.text[sentence.start : sentence.end]
    past = [(match.end(), True) for match in _ONCE.finditer(said)]
    return (*past, *((match.end(), False) for match in _IF.finditer(said)))
