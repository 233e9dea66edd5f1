"""What somebody calls for, and what is said above the area: 区长强调，加快…; 党的二十大提出，….

Input: clauses with their quoted names blanked. Output: whether words are called for, or are of the
nation and no fact of the area. It does not know who speaks.
"""

from __future__ import annotations

import re

from briefgen.extract.quick import compiled
from briefgen.extract.statement_lexicon import VerbLexicon, without_adverbs

# 区长张某强调，会议要求：; but 按照上级部署要求，
_CALLS = re.compile(
    r"(?!按照?|根据|围绕|落实|对照|为了?|符合|达到|贯彻|严格|结合|针对|响应|积极|就|把)"
    r"(?![^，]*(?:落实|贯彻|执行|按照|对照|符合|满足|达到|遵循)[^，]*(?<!后)要求$)[^，]{0,30}"
    r"(?<![的各项合])(?:强调|要求|号召|倡议|呼吁|勉励|指示)$"
)
_CALL_ENDS = ("强调", "要求", "号召", "倡议", "呼吁", "勉励", "指示")
# who begins to speak or to report anew
_ENDS = compiled(
    r"(?:表示|介绍说?|认为|透露|了解到|获悉|听取[^，]{2,20}|研究了?[^，]{2,20}|审议[^，]{2,20})$|会上|会前|会后|当天|当日|据|记者"
)
# 会议号召广大党员…, 区长要求全区各级…
_IN_CLAUSE = compiled(
    r"(?:会议|大会|全会|书记|[区县市镇乡局]长|主任|领导|负责人|他|她)[\u4e00-\u9fff]{0,6}?"
    r"(?:要求|号召|呼吁|倡议)(?=[各全广有相与大企党我村社参])"
)
_MAY_CALL = re.compile("|".join(_CALL_ENDS))  # a quick look
_ORDER = re.compile(
    "(?:(?:[一二三四五六七八九十]|首先|其次|再次|最后|第[一二三四五六七八九十])(?:是要?|要)?|同时|此外|另外|并且?|还|也|又)*"
)
_NATION_SAYS = re.compile(
    r"(?:党的[^，]{2,12}(?:大|全会|大会|报告)|党中央|中共中央|国务院|中央[\u4e00-\u9fff]{2,8}会议|习近平)[^，]{0,16}"
    r"(?:提出|指出|强调|明确|要求|作出|部署)"
)
_NATION_FIRST = frozenset("党中国习")
_MAY_BE_NATION = re.compile("党的|党中央|中共中央|国务院|中央|习近平")  # a quick look
_REACHED = re.compile("了(?![解然])|已经?|完毕|以来|近年|去年|仍然?是")


class Calls:
    """Whether the clauses of a paragraph, read in order, are what somebody calls for."""

    def __init__(self, verbs: VerbLexicon) -> None:
        self._verbs = verbs
        self._open = False

    def read(self, masked: str) -> bool:
        """Go on to the next clause; return whether it is called for: 加快产业升级, not 任务繁重."""
        if masked.endswith(_CALL_ENDS) and _CALLS.match(masked):
            self._open = True
            return False
        if not self._open or _ENDS.search(masked) or _REACHED.search(masked):
            self._open = False
            return False
        return self._orders(masked)

    def _orders(self, masked: str) -> bool:
        """Return whether a clause begins with what is to be done."""
        head = _ORDER.match(masked)
        words = masked[head.end() :] if head else masked
        verbs = (self._verbs.anchor, self._verbs.lead, self._verbs.tail)
        starts = (words, without_adverbs(words, self._verbs))  # 加快 is a verb and an adverb
        return any(pattern.match(rest) for rest in starts for pattern in verbs)


def may_call(closed: str) -> bool:
    """Return whether anything is called for in a paragraph's text."""
    return _MAY_CALL.search(closed) is not None


def calls_on(masked: str) -> bool:
    """Return whether a clause says in itself what somebody calls for: 会议号召广大党员…."""
    return _IN_CLAUSE.search(masked) is not None


def nation_may_say(closed: str) -> bool:
    """Return whether a paragraph's text names the nation's party or government."""
    return _MAY_BE_NATION.search(closed) is not None


def nation_says(masked: str) -> bool:
    """Return whether a clause tells what the nation's party or government says."""
    return masked[:1] in _NATION_FIRST and _NATION_SAYS.match(masked) is not None
